import type { Pool } from 'pg';
import type { EncodedUnit } from './encoded-unit.js';
import { GroupCommit, GROUP_COMMIT_LIMITS } from './group-commit.js';

const aUnit = (name: string): EncodedUnit => ({
  rows: [],
  writes: [],
  sections: {},
  characters: 10,
  exclusive: [name],
  shared: [],
  after: [],
  correlations: [],
  published: false,
  armed: false,
  references: false,
});

describe('Committing units together', () => {
  it('tells all of them together that the database is away, not one after the other', async () => {
    let sent = 0;
    const away = {
      query: () => {
        sent += 1;
        return Promise.reject(new Error('Connection terminated unexpectedly'));
      },
    } as unknown as Pool;
    const limits = { ...GROUP_COMMIT_LIMITS, inFlight: 1, inDoubtMs: 100 };
    const group = new GroupCommit(away, limits);
    const units = Array.from({ length: 20 }, (_, index) => group.submit(aUnit(String(index))));

    const first = await Promise.allSettled(units.slice(0, 1));
    const before = sent;
    const rest = await Promise.allSettled(units.slice(1));
    const refused = { status: 'rejected', reason: { code: 'database-unavailable' } };
    expect([...first, ...rest]).toMatchObject(units.map(() => refused));
    expect(sent - before).toBeLessThan(2 * before + 5);
  });
});
