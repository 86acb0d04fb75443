import type { EntityManager } from '@mikro-orm/postgresql';
import type { CaseQuery } from '../../views/records.js';
import { PostgresCaseList } from './postgres-case-list.js';

const QUERY: CaseQuery = { visibility: [{ kind: 'region', region: '379900' }], text: '张伟' };
const AFTER = { acceptedAt: '2026-11-02T02:00:00.000Z', caseNumber: '379900-20261102-000001' };

/** Ends whatever is asked: the page at once, how many there are in all a little later. */
const tooSlow = {
  fork: () => ({
    execute: async (sql: string) => {
      if (!sql.includes('"caseNumber"')) await new Promise((resolve) => setImmediate(resolve));
      throw new Error('canceling statement due to statement timeout');
    },
  }),
} as unknown as EntityManager;

describe('A search of cases that the database ends', () => {
  it('fails once, and leaves no other failure behind, which would end the process', async () => {
    const list = new PostgresCaseList(tooSlow);

    // A failure that nobody takes is one of this test.
    await expect(list.page(QUERY, 5, AFTER)).rejects.toThrow('statement timeout');
    await new Promise((resolve) => setImmediate(resolve));
  });
});
