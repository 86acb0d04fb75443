import { aResumption, aSuspension, calendar, d, derived } from '../../test/clocks.js';
import { calendarDays, workingDays } from '../counting/term.js';
import { STATUTORY } from '../law/clock-rule.js';
import { deriveClock } from './derive-clock.js';
import { remainingDays, workingDaysLeft } from './remaining.js';

describe('What is left of a term', () => {
  it.each([
    ['2026-03-02', 20],
    ['2026-02-01', 20],
    ['2026-03-03', 19],
    ['2026-03-28', 1],
    ['2026-03-30', 0],
    ['2026-03-31', -1],
    ['2026-04-01', -2],
  ])('after %s is %i', (on, left) => {
    expect(remainingDays(derived([]), d(on), calendar)).toBe(left);
  });

  it('is at least one day over as soon as the last day has passed, a weekend included', () => {
    const clock = derived([], { ...STATUTORY.decision, term: workingDays(9) });

    expect(clock.due).toMatchObject({ date: '2026-03-13' });
    expect(workingDaysLeft(clock, d('2026-03-14'), calendar)).toBe(-1);
  });

  it('leaves out what an ended suspension takes', () => {
    const clock = derived([aSuspension(), aResumption('2026-03-13')]);

    expect(remainingDays(clock, d('2026-03-06'), calendar)).toBe(16);
    expect(remainingDays(clock, d('2026-03-11'), calendar)).toBe(16);
    expect(remainingDays(clock, d('2026-03-16'), calendar)).toBe(15);
  });

  it('is frozen while the clock stands still', () => {
    const clock = derived([aSuspension()]);

    expect(remainingDays(clock, d('2026-03-09'), calendar)).toBe(16);
    expect(remainingDays(clock, d('2026-05-29'), calendar)).toBe(16);
    expect(workingDaysLeft(clock, d('2026-03-09'), calendar)).toBeNull();
  });

  it('is not known while the date is open', () => {
    const clock = deriveClock(
      STATUTORY.decision,
      [{ type: 'started', on: d('2026-12-14') }],
      calendar,
    );

    expect(remainingDays(clock, d('2026-12-20'), calendar)).toBeNull();
  });

  it('is in natural days for a term in natural days', () => {
    const clock = derived([], { ...STATUTORY.decision, term: calendarDays(7) });

    expect(remainingDays(clock, d('2026-03-06'), calendar)).toBe(3);
    expect(workingDaysLeft(clock, d('2026-03-06'), calendar)).toBe(1);
  });
});
