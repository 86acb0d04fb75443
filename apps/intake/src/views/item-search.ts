import type {
  FindSynonymsReply,
  ItemRow,
  ListItemsReply,
  ListItemsRequest,
} from '@onewindow/contracts';
import { decodeCursor, encodeCursor } from '@onewindow/service';
import { readTable, wordingsOf, type ReadTable, type Wording } from '../domain/search/asking.js';
import { askedGrams, pairGram, worthOf } from '../domain/search/grams.js';
import { keptGrams, type KnownGram } from '../domain/search/kept-grams.js';
import { likenessOf, type Likeness, type Rarity } from '../domain/search/likeness.js';
import type { Reading } from '../domain/search/spoken-text.js';
import type { Synonyms } from '../domain/search/synonyms.js';
import type { Candidate, ItemFilter, SearchIndex } from './search-index.js';

export interface SearchParts {
  readonly index: SearchIndex;
  readonly synonyms: () => Promise<Synonyms | undefined>;
  readonly read: Reading;
  /** Writes what was published since, unless it is much: that goes on in the background. */
  readonly catchUp: (queued: number) => Promise<void>;
}

const DEFAULT_LIMIT = 50;
/** Less alike than that is not what was looked for, however little there is else. */
const LEAST_LIKENESS = 0.34;
/** Of the best: what is further behind it is left out. */
const NEAR_THE_BEST = 0.5;

interface Found extends Likeness {
  readonly candidate: Candidate;
}

/** Finds items by what people type. Ranked anew for each page: the list is short, and the catalogue seldom changes. */
export class ItemSearch {
  private table: { readonly version: number; readonly words: ReadTable } | undefined;

  constructor(private readonly parts: SearchParts) {}

  async items(
    text: string,
    { limit = DEFAULT_LIMIT, cursor, ...filter }: Omit<ListItemsRequest, 'text'>,
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
    const { index, read, catchUp } = this.parts;
    const state = await index.state();
    if (state.queued > 0) await catchUp(state.queued);
    const wordings = wordingsOf(text, await this.words(state.synonyms), read);
    const grams = wordings.map((wording) => [...askedGrams(wording)]);
    const known = keptGrams(await index.known([...new Set(grams.flat())]));
    const items = Math.max(state.items, 1);
    const asked = grams.flatMap((each, wording) => askedOf(each, wording, { known, items }));
    if (asked.length === 0) return [];
    return ranked(wordings, await index.candidates(asked, filter), rarityAmong(known, items));
  }

  /** The synonyms, read again only when their row has another version. */
  private async words(version: number): Promise<ReadTable> {
    if (this.table?.version !== version) {
      const stored = version === 0 ? undefined : await this.parts.synonyms();
      const words = readTable(stored ?? { groups: [], ignored: [] }, this.parts.read);
      this.table = { version, words };
    }
    return this.table.words;
  }
}

function askedOf(
  grams: readonly string[],
  wording: number,
  { known, items }: { readonly known: readonly KnownGram[]; readonly items: number },
) {
  const wanted = new Set(grams);
  return known
    .filter(({ gram }) => wanted.has(gram))
    .map((each) => ({
      ...each,
      wording,
      worth: worthOf(each.gram) * Math.log(1 + items / each.items),
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
  const found = candidates
    .flatMap((candidate) => {
      const likeness = likenessOf(wordings, candidate.fields, rarity);
      return likeness === undefined ? [] : [{ ...likeness, candidate }];
    })
    .toSorted((one, other) => other.score - one.score);
  const least = Math.max(LEAST_LIKENESS, (found[0]?.score ?? 0) * NEAR_THE_BEST);
  return found.filter(({ score }) => score >= least);
}

const asListed = ({ candidate, match }: Found): ItemRow => ({
  code: candidate.code,
  name: candidate.name,
  decidingAgencyName: candidate.decidingAgencyName,
  matched: { ...match },
});
