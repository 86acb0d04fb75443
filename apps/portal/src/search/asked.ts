/** What somebody looks for, as the address of the page says it: it can be sent to others, and the way back works. */
export interface Asked {
  readonly text: string;
  readonly theme?: string;
  readonly lifeEvent?: string;
  readonly agency?: string;
  readonly district?: string;
}

export const FILTERS = ['theme', 'lifeEvent', 'agency', 'district'] as const;
export type Filter = (typeof FILTERS)[number];

/** Longer than anything that somebody means to look for. */
export const LONGEST_TEXT = 100;

const NARROW = /^[\w.-]{1,80}$/;

/** Reads an address; what is no filter there is left out. */
export function askedIn(parameters: URLSearchParams): Asked {
  const text = (parameters.get('text') ?? '').trim().slice(0, LONGEST_TEXT);
  const filters = FILTERS.flatMap((filter) => {
    const value = parameters.get(filter) ?? '';
    return NARROW.test(value) ? [[filter, value] as const] : [];
  });
  return { text, ...Object.fromEntries(filters) };
}

/** What stands in the address for it, the text first. */
export function addressOf(asked: Asked): URLSearchParams {
  const parameters = new URLSearchParams();
  if (asked.text !== '') parameters.set('text', asked.text);
  for (const filter of FILTERS) {
    const value = asked[filter];
    if (value !== undefined) parameters.set(filter, value);
  }
  return parameters;
}

/** The same with one filter set, or without it. */
export function narrowed(asked: Asked, filter: Filter, value?: string): Asked {
  const { [filter]: _before, ...rest } = asked;
  return value === undefined || value === '' ? rest : { ...rest, [filter]: value };
}

export const filtersOf = (asked: Asked): readonly Filter[] =>
  FILTERS.filter((filter) => asked[filter] !== undefined);
