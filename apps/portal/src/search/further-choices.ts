import type { ListItemsReply } from '../api/replies.js';
import type { FurtherFilter } from './asked.js';

export type ItemChoices = NonNullable<ListItemsReply['choices']>;

export const NO_CHOICES: ItemChoices = { agencies: [], districts: [], levels: [] };

/** A value of the address with what the visitor reads for it. */
export type NamedChoice = readonly [value: string, name: string];

interface NamingWords {
  readonly levels: Readonly<Record<string, string>>;
  readonly district: (code: string) => string;
}

/** What can be chosen for each filter, named. A name that was published twice is told apart by its code. */
export function furtherChoices(
  { agencies, districts, levels }: ItemChoices,
  words: NamingWords,
): Readonly<Record<FurtherFilter, readonly NamedChoice[]>> {
  const isTwice = (name: string) => agencies.filter((each) => each.name === name).length > 1;
  return {
    agency: agencies.map(({ code, name }) => [code, isTwice(name) ? `${name} (${code})` : name]),
    district: districts.map(({ code }) => [code, words.district(code)]),
    level: levels.map((level) => [level, words.levels[level] ?? level]),
  };
}

/** What a value is called; one that is not among the choices stands as it is. */
export const nameAmong = (choices: readonly NamedChoice[], value: string): string =>
  choices.find(([each]) => each === value)?.[1] ?? value;
