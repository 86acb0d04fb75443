import { calendar, d } from '../../test/clocks.js';
import { countBackward, lastWorkingDayUpTo } from './count-backward.js';
import { calendarDays, workingDays } from './term.js';

describe('Counting back', () => {
  it('includes the day of an expiry and not the day of a hearing', () => {
    const renewal = countBackward(d('2026-03-13'), 'end-of-day', workingDays(1), calendar);
    const hearing = countBackward(d('2026-03-13'), 'start-of-day', workingDays(1), calendar);

    expect(renewal).toEqual({ kind: 'date', date: '2026-03-12' });
    expect(hearing).toEqual({ kind: 'date', date: '2026-03-11' });
  });

  it('in natural days needs no calendar and does not roll', () => {
    const latest = countBackward(d('2027-03-01'), 'end-of-day', calendarDays(30), calendar);

    expect(latest).toEqual({ kind: 'date', date: '2027-01-30' });
  });

  it('has no early bound where no published year lies before', () => {
    const latest = countBackward(d('2024-01-10'), 'end-of-day', workingDays(30), calendar);

    expect(latest).toEqual({ kind: 'open', notBefore: null, missingYear: 2023 });
  });

  it('finds the last working day before an expiry in a holiday', () => {
    expect(lastWorkingDayUpTo(d('2026-02-20'), calendar)).toEqual({
      kind: 'date',
      date: '2026-02-14',
    });
    expect(lastWorkingDayUpTo(d('2027-02-20'), calendar)).toMatchObject({
      kind: 'open',
      missingYear: 2027,
    });
  });
});
