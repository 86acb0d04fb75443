import type { EntityManager } from '@mikro-orm/postgresql';
import type { CaseQuery } from '../../views/records.js';
import { PostgresCaseList } from './postgres-case-list.js';

const LOOKED_THROUGH = 10;
const QUERY: CaseQuery = { visibility: [{ kind: 'region', region: '379900' }], text: '张伟' };
const AFTER = { acceptedAt: '2026-11-02T02:00:00.000Z', caseNumber: '379900-20261102-000001' };

/** Finds nothing among the newest, and ends whatever is asked then: the page at once, the whole list a little later. */
const tooSlow = {
  fork: () => ({
    execute: async (sql: string) => {
      const isPage = sql.includes('"caseNumber"');
      if (!isPage && sql.includes('(accepted_at, id) <'))
        return [{ seen: LOOKED_THROUGH, found: 0 }];
      if (!isPage) await new Promise((resolve) => setImmediate(resolve));
      throw new Error('canceling statement due to statement timeout');
    },
  }),
} as unknown as EntityManager;

describe('A search of cases that the database ends', () => {
  it('fails once, and leaves no other failure behind, which would end the process', async () => {
    const list = new PostgresCaseList(tooSlow, LOOKED_THROUGH);

    // A failure that nobody takes is one of this test.
    await expect(list.page(QUERY, 5, AFTER)).rejects.toThrow('statement timeout');
    await new Promise((resolve) => setImmediate(resolve));
  });
});
