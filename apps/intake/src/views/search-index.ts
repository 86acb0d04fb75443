import type { Gram } from '../domain/search/grams.js';
import type { KnownGram } from '../domain/search/kept-grams.js';
import type { PostingLists } from '../domain/search/postings.js';
import type { FieldText } from '../domain/search/searched-item.js';

/** What a search has to know first. */
export interface SearchState {
  /** So much was published that cannot be found yet, counted up to a hundred. */
  readonly queued: number;
  /** Version of the synonyms' row; 0 where there is none. */
  readonly synonyms: number;
  /** Items that can be found. */
  readonly items: number;
  /** How many items have each of the grams; what none has is left out. */
  readonly known: readonly KnownGram[];
}

/** What items have to meet besides. */
export interface ItemFilter {
  readonly theme?: string | undefined;
  readonly lifeEvent?: string | undefined;
  readonly agency?: string | undefined;
  readonly district?: string | undefined;
  readonly level?: string | undefined;
}

export interface Candidate {
  readonly code: string;
  readonly name: string;
  readonly decidingAgencyName: string;
  readonly fields: readonly FieldText[];
}

/** Looks items up by their grams. Drafts and what is retired are never among them. */
export interface SearchIndex {
  state(grams: readonly Gram[]): Promise<SearchState>;
  lists(grams: readonly Gram[]): Promise<PostingLists>;
  /** Which of these numbers are items that meet the filter, in the same order, at most so many. */
  candidates(
    numbers: readonly number[],
    filter: ItemFilter,
    most: number,
  ): Promise<readonly Candidate[]>;
}
