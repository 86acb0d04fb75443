import type { Gram } from './grams.js';

/** A gram and how many items have it. */
export interface KnownGram {
  readonly gram: Gram;
  readonly items: number;
}

/** So many postings are looked through for one search, whatever is asked. */
const MOST_POSTINGS = 6_000;
const AT_LEAST = 2;

/** The rarest grams of a search, which say most about what is looked for: together they bound its cost. */
export function keptGrams(known: readonly KnownGram[]): readonly KnownGram[] {
  let postings = 0;
  return known
    .toSorted((one, other) => one.items - other.items)
    .filter(({ items }, at) => {
      postings += items;
      return at < AT_LEAST || postings <= MOST_POSTINGS;
    });
}
