import type { Gram } from '../domain/search/grams.js';
import type { KnownGram } from '../domain/search/kept-grams.js';
import type { FieldText } from '../domain/search/searched-item.js';

/** What a search has to know first. */
export interface SearchState {
  /** So much was published that cannot be found yet, counted up to a hundred. */
  readonly queued: number;
  /** Version of the synonyms' row; 0 where there is none. */
  readonly synonyms: number;
  /** Items that can be found. */
  readonly items: number;
}

/** One gram of one way to understand what was typed. */
export interface AskedGram extends KnownGram {
  readonly wording: number;
  /** What it adds to the likeness of an item. */
  readonly worth: number;
}

/** What items have to meet besides. */
export interface ItemFilter {
  readonly theme?: string | undefined;
  readonly lifeEvent?: string | undefined;
  readonly agency?: string | undefined;
  readonly district?: string | undefined;
}

export interface Candidate {
  readonly code: string;
  readonly name: string;
  readonly decidingAgencyName: string;
  readonly fields: readonly FieldText[];
}

/** Looks items up by their grams. Drafts and what is retired are never among them. */
export interface SearchIndex {
  state(): Promise<SearchState>;
  /** How many items have each of these grams; what none has is left out. */
  known(grams: readonly Gram[]): Promise<readonly KnownGram[]>;
  /** The items that have most in common with any of the wordings, the likeliest first. */
  candidates(asked: readonly AskedGram[], filter: ItemFilter): Promise<readonly Candidate[]>;
}
