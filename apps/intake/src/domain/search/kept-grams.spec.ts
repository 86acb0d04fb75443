import { keptGrams } from './kept-grams.js';

const gram = (name: string, items: number) => ({ gram: name, items });

describe('The grams that a search goes by', () => {
  it('are the rarest, as long as they name few items together', () => {
    const known = [
      gram('common', 4_000),
      gram('rare', 3),
      gram('frequent', 2_500),
      gram('all', 5_000),
    ];

    expect(keptGrams(known).map((each) => each.gram)).toEqual(['rare', 'frequent']);
  });

  it('are two at least, however common', () => {
    expect(keptGrams([gram('one', 9_000), gram('two', 9_000), gram('three', 9_000)])).toHaveLength(
      2,
    );
  });
});
