/** What somebody looks for, as the address of the page says it: it can be sent to others, and the way back works. */
export interface Asked {
  readonly text: string;
  readonly theme?: string;
  readonly lifeEvent?: string;
  readonly agency?: string;
  readonly district?: string;
  readonly level?: Level;
}

/** 行使层级: from the whole country to a village. */
export const LEVELS = ['1', '2', '3', '4', '5', '6'] as const;
export type Level = (typeof LEVELS)[number];

export const FILTERS = ['theme', 'lifeEvent', 'agency', 'district', 'level'] as const;
export type Filter = (typeof FILTERS)[number];

/** Those whose choices are asked for only when somebody wants to narrow by them. */
export const FURTHER_FILTERS = ['agency', 'district', 'level'] as const satisfies Filter[];
export type FurtherFilter = (typeof FURTHER_FILTERS)[number];

/** Longer than anything that somebody means to look for. */
export const LONGEST_TEXT = 100;

const NARROW = /^[\w.-]{1,80}$/;
const LEVEL = new RegExp(`^[${LEVELS.join('')}]$`);

/** Reads an address; what is no filter there is left out. */
export function askedIn(parameters: URLSearchParams): Asked {
  const text = (parameters.get('text') ?? '').trim().slice(0, LONGEST_TEXT);
  const filters = FILTERS.flatMap((filter) => {
    const value = parameters.get(filter) ?? '';
    return (filter === 'level' ? LEVEL : NARROW).test(value) ? [[filter, value] as const] : [];
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
