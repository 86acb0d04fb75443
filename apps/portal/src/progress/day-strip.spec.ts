import { dayStrip, type Run } from './day-strip.js';

const run = (role: Run['role'], from: string, to: string): Run => ({
  role,
  from,
  to,
  days: 0,
  total: 0,
  makeUpDays: [],
});

describe('The strip of days', () => {
  it('draws every day of every run, and names the month where one begins', () => {
    const days = dayStrip([
      run('counted', '2026-04-29', '2026-04-30'),
      run('skipped', '2026-05-01', '2026-05-02'),
    ]);

    expect(days.map(({ day, month, role }) => [month, day, role])).toEqual([
      [4, 29, 'counted'],
      [undefined, 30, 'counted'],
      [5, 1, 'skipped'],
      [undefined, 2, 'skipped'],
    ]);
  });

  it('is left out for a term of years', () => {
    expect(dayStrip([run('counted', '2026-01-01', '2027-01-01')])).toEqual([]);
  });

  it('is empty without runs', () => {
    expect(dayStrip([])).toEqual([]);
  });
});
