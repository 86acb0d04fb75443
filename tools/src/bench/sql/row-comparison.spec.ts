import { compareRows } from './row-comparison.js';

const database = { participant: 'intake-centre' } as const;
const left = (cases: number, counts: Record<string, number>) => ({
  casesOf: () => cases,
  rows: new Map([[database, counts]]),
});

describe('rows of the platform and of pgbench', () => {
  it('are the same when each case leaves as many', () => {
    const platform = [left(10, { journal: 90, inbox: 20, deadline: 0 })];
    const pgbench = [
      left(100, { journal: 900, inbox: 200 }),
      left(50, { journal: 450, inbox: 100 }),
    ];
    expect(compareRows(platform, pgbench)).toEqual({
      rowsPerCase: { 'intake-centre journal': [9, 9], 'intake-centre inbox': [2, 2] },
      sameRows: true,
    });
  });

  it('are not when a table is missing or differs', () => {
    const platform = [left(10, { journal: 90, inbox: 20 })];
    expect(compareRows(platform, [left(10, { journal: 90 })]).sameRows).toBe(false);
    expect(compareRows(platform, [left(10, { journal: 86, inbox: 20 })]).sameRows).toBe(false);
  });

  it('leave out what is one row for all cases', () => {
    const platform = [left(1, { inbox_cursor: 1 })];
    expect(compareRows(platform, [left(1, {})])).toEqual({ rowsPerCase: {}, sameRows: true });
  });
});
