/** Which guide of an item is meant: of which day, and as which district handles it. */
export interface WhichGuide {
  /** Legal date; absent: today. */
  readonly on?: string;
  readonly district?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DISTRICT = /^\d{6}(?:\d{3}){0,2}$/;

/** Reads it from the address; what cannot be a day or a district is left out. */
export function whichGuideIn(parameters: URLSearchParams): WhichGuide {
  const [on, district] = [parameters.get('on') ?? '', parameters.get('district') ?? ''];
  return {
    ...(DAY.test(on) && !Number.isNaN(Date.parse(on)) && { on }),
    ...(DISTRICT.test(district) && { district }),
  };
}

/** The address below `/items/…` for it, with its question mark; nothing for the guide of today. */
export function queryOf(which: WhichGuide): string {
  const query = new URLSearchParams({ ...which }).toString();
  return query === '' ? '' : `?${query}`;
}
