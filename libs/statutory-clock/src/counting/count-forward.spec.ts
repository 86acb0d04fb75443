import { calendar, d } from '../../test/clocks.js';
import { countForward, naturalDaysOf } from './count-forward.js';
import { calendarDays, months, workingDays, years } from './term.js';

describe('Counting forward', () => {
  it('ends a term of no days on the day of the event, even a Sunday', () => {
    expect(countForward(d('2026-03-01'), workingDays(0), calendar)).toEqual({
      due: { kind: 'date', date: '2026-03-01' },
    });
  });

  it.each([workingDays(1.5), workingDays(-1), calendarDays(NaN), months(0.5)])(
    'refuses what is no term: %j',
    (term) => {
      expect(() => countForward(d('2026-03-02'), term, calendar)).toThrow(RangeError);
    },
  );

  it('counts neither the weekend before a procedure nor the days of the procedure', () => {
    const tuesdayAndWednesday = { from: d('2026-03-10'), to: d('2026-03-11') };
    const { due } = countForward(d('2026-03-06'), workingDays(5), calendar, [tuesdayAndWednesday]);

    expect(due).toEqual({ kind: 'date', date: '2026-03-17' });
  });

  it('needs the calendar of a year before the published ones as well', () => {
    expect(countForward(d('2023-12-25'), workingDays(5), calendar).due).toEqual({
      kind: 'open',
      notBefore: '2023-12-26',
      missingYear: 2023,
    });
  });

  it.each([
    ['2025-11-30', months(3), '2026-02-28'],
    ['2024-02-29', years(1), '2025-02-28'],
    ['2024-01-31', months(1), '2024-02-29'],
    ['2024-11-15', months(14), '2026-01-15'],
  ])('from %s for %j ends on %s', (start, term, last) => {
    const days = naturalDaysOf(d(start), term);

    expect(countForward(d(start), calendarDays(days), calendar).rawLastDay).toBe(last);
  });
});
