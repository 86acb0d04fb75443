import { instantOf } from '@onewindow/kernel';
import { postingOf } from '../domain/search/postings.js';
import { ItemSearch } from './item-search.js';
import type { Candidate, ItemFilter, SearchIndex, SearchState } from './search-index.js';

/** Each character is its own sound. */
const read = (text: string) => Array.from(text);

const named = (number: number): Candidate => ({
  code: `item-${number}`,
  name: '取水许可',
  decidingAgencyName: '水务局',
  fields: [
    {
      field: 'name',
      text: '取水许可',
      characters: Array.from('取水许可'),
      sounds: Array.from('取水许可'),
      letters: '取水许可',
      initials: '取水许可',
    },
  ],
});

/** An index of so many items of one name; of those that are asked for, only these meet a filter. */
class Index implements SearchIndex {
  readonly looks: number[] = [];
  readonly states: Partial<SearchState>[] = [];

  constructor(
    private readonly items: number,
    private readonly meeting: (number: number) => boolean = () => true,
  ) {}

  state(grams: readonly string[]): Promise<SearchState> {
    const known = grams.includes('b:取 水') ? [{ gram: 'b:取 水', items: this.items }] : [];
    return Promise.resolve({ queued: 0, synonyms: 0, items: 9_000, known, ...this.states.shift() });
  }

  lists(grams: readonly string[]) {
    const postings = Array.from({ length: this.items }, (_, at) => postingOf(at + 1, 'name'));
    return Promise.resolve(new Map(grams.map((gram) => [gram, postings])));
  }

  candidates(numbers: readonly number[], _: ItemFilter, most: number) {
    this.looks.push(numbers.length);
    return Promise.resolve(numbers.filter(this.meeting).slice(0, most).map(named));
  }
}

const searching = (index: Index, catchUp = () => Promise.resolve(false)) =>
  new ItemSearch({
    index,
    synonyms: () =>
      Promise.resolve({
        id: 'synonyms',
        edition: 1,
        published: { by: 'a', name: 'a', at: instantOf('2026-04-27T09:00:00+08:00') },
        groups: [{ words: ['打井'], means: ['取水许可'] }],
        ignored: [],
      }),
    read,
    catchUp,
  });

describe('A search', () => {
  it('reads the likeliest eighty, once', async () => {
    const index = new Index(2_000);
    await searching(index).items('取水', {});

    expect(index.looks).toEqual([80]);
  });

  it('looks at more of them, the fewer of them meet the filter', async () => {
    const index = new Index(2_000, (number) => number % 10 === 0);
    const { items } = await searching(index).items('取水', { agency: 'water', limit: 100 });

    expect(index.looks).toEqual([160, 640]);
    expect(items.map(({ code }) => code)).toEqual(
      Array.from({ length: 80 }, (_, at) => `item-${(at + 1) * 10}`),
    );
  });

  it('ends when all that have something in common were looked at', async () => {
    const index = new Index(900, () => false);

    expect((await searching(index).items('取水', { agency: 'water' })).items).toEqual([]);
    expect(index.looks).toEqual([160, 640, 100]);
  });

  it('asks for no item where nobody has any of what was typed', async () => {
    const index = new Index(10);

    expect((await searching(index).items('麻将', {})).items).toEqual([]);
    expect(index.looks).toEqual([]);
  });

  it('hears of synonyms that were published since, before it answers', async () => {
    const index = new Index(10);
    index.states.push({ synonyms: 1 }, { synonyms: 1 });

    const { items } = await searching(index).items('打井', {});
    expect(items[0]?.matched).toMatchObject({ by: 'synonym', synonym: '打井' });
  });

  it('looks again where it has written what was published since', async () => {
    const index = new Index(10);
    index.states.push({ queued: 3, known: [] });

    const { items } = await searching(index, () => Promise.resolve(true)).items('取水', {});
    expect(items).toHaveLength(10);
  });
});
