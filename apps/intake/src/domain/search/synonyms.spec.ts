import { Refusal, type Instant } from '@onewindow/kernel';
import { publishTable, type PublishedTable } from './synonyms.js';

const published = { by: 'admin', name: '韩雪', at: '2026-04-20T01:10:00.000Z' as Instant };
const table = { groups: [{ words: ['开饭店'], means: ['食品经营许可'] }], ignored: ['怎么办'] };
const first: PublishedTable = { id: 'catalogue', table, basedOn: 0, published };

const unmetIn = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.unmet.map(({ rule, path }) => `${rule} ${path}`);
    throw error;
  }
  return [];
};

describe('Publishing the synonyms', () => {
  it('makes them the next edition', () => {
    const { state, events } = publishTable(undefined, first);

    expect(state).toEqual({ id: 'catalogue', edition: 1, ...table, published });
    expect(events).toEqual([{ type: 'synonyms-published', edition: 1, groups: 1 }]);
  });

  it('changes nothing where the same table is published again', () => {
    const { state } = publishTable(undefined, first);

    expect(publishTable(state, first)).toEqual({ state, events: [] });
  });

  it('refuses what was made on an older edition', () => {
    const { state } = publishTable(undefined, first);
    const other = { ...first, table: { ...table, ignored: [] } };

    expect(() => publishTable(state, other)).toThrow('synonyms-changed');
    expect(publishTable(state, { ...other, basedOn: 1 }).state.edition).toBe(2);
  });

  it('refuses everything that is wrong with it at once', () => {
    const groups = [
      { words: ['饭店', '！'], means: ['许可'] },
      { words: ['饭 店'], means: ['…'] },
    ];
    const wrong = { ...first, table: { groups, ignored: ['？'] } };

    expect(unmetIn(() => publishTable(undefined, wrong))).toEqual([
      'word-of-letters groups.0.words.1',
      'word-listed-once groups.1.words.0',
      'word-of-letters groups.1.means.0',
      'word-of-letters ignored.0',
    ]);
  });
});
