/** What a list of published decisions is narrowed to. */
export interface AskedDecisions {
  readonly text?: string;
  readonly from?: string;
  readonly to?: string;
}

const FIELDS = ['text', 'from', 'to'] as const;

/** From the address of the page; what is empty is not asked. */
export const askedIn = (parameters: URLSearchParams): AskedDecisions =>
  Object.fromEntries(
    FIELDS.flatMap((name) => {
      const value = parameters.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
