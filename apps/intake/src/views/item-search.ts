import type {
  FindSynonymsReply,
  ItemRow,
  ListItemsReply,
  ListItemsRequest,
} from '@onewindow/contracts';
import { decodeCursor, encodeCursor } from '@onewindow/service';
import {
  readTable,
  wordingsOf,
  type ReadTable,
  type SynonymTable,
  type Wording,
} from '../domain/search/asking.js';
import { askedGrams, pairGram, worthOf, type Gram } from '../domain/search/grams.js';
import { keptGrams, type KnownGram } from '../domain/search/kept-grams.js';
import { likenessTo, type Likeness, type Rarity } from '../domain/search/likeness.js';
import { likeliest, type AskedGram } from '../domain/search/postings.js';
import type { Reading } from '../domain/search/spoken-text.js';
import type { Synonyms } from '../domain/search/synonyms.js';
import { varied } from '../domain/search/variety.js';
import type { Candidate, ItemFilter, SearchIndex, SearchState } from './search-index.js';

export interface SearchParts {
  readonly index: SearchIndex;
  readonly synonyms: () => Promise<Synonyms | undefined>;
  readonly read: Reading;
  /** Writes what was published since, unless it is much: that goes on in the background. Tells whether it is written. */
  readonly catchUp: (queued: number) => Promise<boolean>;
}

const DEFAULT_LIMIT = 50;
/** Less alike than that is not what was looked for, however little there is else. */
const LEAST_LIKENESS = 0.34;
/** Of the best: what is further behind it is left out. */
const NEAR_THE_BEST = 0.5;

/** So many of the likeliest items are compared with what was typed in full. */
const MOST_CANDIDATES = 80;
const NO_WORDS: SynonymTable = { groups: [], ignored: [] };

/** What was typed, in every wording under one version of the synonyms. */
interface Understood {
  readonly version: number;
  readonly wordings: readonly Wording[];
  /** Of each wording. */
  readonly grams: readonly (readonly Gram[])[];
  readonly state: SearchState;
}

interface Found extends Likeness {
  readonly candidate: Candidate;
}

/** Finds items by what people type. Ranked anew for each page: the list is short, and the catalogue seldom changes. */
export class ItemSearch {
  private table: { readonly version: number; readonly words: ReadTable };

  constructor(private readonly parts: SearchParts) {
    this.table = { version: 0, words: readTable(NO_WORDS, parts.read) };
  }

  async items(
    text: string,
    { limit = DEFAULT_LIMIT, cursor, ...filter }: Omit<ListItemsRequest, 'text' | 'choices'>,
  ): Promise<ListItemsReply> {
    const from = cursor === undefined ? 0 : Number(decodeCursor(cursor).key);
    const found = await this.search(text, filter);
    const shown = found.slice(from, from + limit);
    const last = found.length > from + limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(asListed),
      ...(last && { nextCursor: encodeCursor(String(from + limit), last.candidate.code) }),
    };
  }

  async synonyms(): Promise<FindSynonymsReply> {
    const { edition = 0, groups = [], ignored = [] } = (await this.parts.synonyms()) ?? {};
    return {
      edition,
      groups: groups.map(({ words, means }) => ({ words: [...words], means: [...means] })),
      ignored: [...ignored],
    };
  }

  private async search(text: string, filter: ItemFilter): Promise<readonly Found[]> {
    const { wordings, grams, state } = await this.understood(text);
    const known = keptGrams(state.known);
    if (known.length === 0) return [];
    const items = Math.max(state.items, 1);
    const asked = grams.flatMap((each, wording) => askedOf(each, wording, { known, items }));
    const lists = await this.parts.index.lists(known.map(({ gram }) => gram));
    const candidates = await this.candidates(likeliest(asked, lists), filter);
    return ranked(wordings, candidates, rarityAmong(known, items));
  }

  /** What was typed, and what is known of it: looked at again where the synonyms are others or something was published. */
  private async understood(text: string): Promise<Understood> {
    const { catchUp } = this.parts;
    const first = await this.look(text);
    const { queued, synonyms } = first.state;
    const isWritten = queued > 0 && (await catchUp(queued));
    if (first.version !== synonyms) await this.hear(synonyms);
    return isWritten || first.version !== synonyms ? this.look(text) : first;
  }

  private async look(text: string): Promise<Understood> {
    const { index, read } = this.parts;
    const { version, words } = this.table;
    const wordings = wordingsOf(text, words, read);
    const grams = wordings.map((wording) => [...askedGrams(wording)]);
    const state = await index.state([...new Set(grams.flat())]);
    return { version, wordings, grams, state };
  }

  /** The likeliest that meet the filter: the rarer what it asks for, the more are looked at. */
  private async candidates(
    numbers: readonly number[],
    filter: ItemFilter,
  ): Promise<readonly Candidate[]> {
    const isFiltered = Object.values(filter).some((each) => each !== undefined);
    const found: Candidate[] = [];
    let looked = 0;
    for (let next = isFiltered ? 2 * MOST_CANDIDATES : MOST_CANDIDATES; ; next *= 4) {
      const part = numbers.slice(looked, looked + next);
      const most = MOST_CANDIDATES - found.length;
      if (part.length === 0 || most === 0) return found;
      found.push(...(await this.parts.index.candidates(part, filter, most)));
      looked += next;
    }
  }

  /** The synonyms are read again only when their row has another version. */
  private async hear(version: number): Promise<void> {
    const stored = version === 0 ? undefined : await this.parts.synonyms();
    this.table = { version, words: readTable(stored ?? NO_WORDS, this.parts.read) };
  }
}

function askedOf(
  grams: readonly string[],
  wording: number,
  { known, items }: { readonly known: readonly KnownGram[]; readonly items: number },
): readonly AskedGram[] {
  const wanted = new Set(grams);
  return known
    .filter(({ gram }) => wanted.has(gram))
    .map(({ gram, items: having }) => ({
      gram,
      wording,
      worth: worthOf(gram) * Math.log(1 + items / having),
    }));
}

/** A pair that nobody has says most, one that everybody has says little. */
function rarityAmong(known: readonly KnownGram[], items: number): Rarity {
  const itemsOf = new Map(known.map(({ gram, items: having }) => [gram, having]));
  return (sound, next) => Math.log(2 + items / (itemsOf.get(pairGram(sound, next)) ?? items / 20));
}

function ranked(
  wordings: readonly Wording[],
  candidates: readonly Candidate[],
  rarity: Rarity,
): readonly Found[] {
  const likenessOf = likenessTo(wordings, rarity);
  const found = candidates
    .flatMap((candidate) => {
      const likeness = likenessOf(candidate.fields);
      return likeness === undefined ? [] : [{ ...likeness, candidate }];
    })
    .toSorted((one, other) => other.score - one.score);
  const least = Math.max(LEAST_LIKENESS, (found[0]?.score ?? 0) * NEAR_THE_BEST);
  const near = found.filter(({ score }) => score >= least);
  return varied(near.map((each) => ({ ...each, name: each.candidate.name })));
}

const asListed = ({ candidate, match }: Found): ItemRow => ({
  code: candidate.code,
  name: candidate.name,
  decidingAgencyName: candidate.decidingAgencyName,
  matched: { ...match },
});
