import { aSuspension, calendar, d, derived } from '../../test/clocks.js';
import { workingDays } from '../counting/term.js';
import { STATUTORY } from '../law/clock-rule.js';
import { deriveClock } from '../clock/derive-clock.js';
import { lampOn, warningDays } from './lamps.js';

describe('The lamp of a clock', () => {
  it.each([
    ['2026-03-02', 'green'],
    ['2026-03-23', 'green'],
    ['2026-03-24', 'blue'],
    ['2026-03-29', 'blue'],
    ['2026-03-30', 'yellow'],
    ['2026-03-31', 'red'],
    ['2026-06-01', 'red'],
  ])('on %s is %s', (on, lamp) => {
    expect(lampOn(derived([]), d(on), calendar)).toBe(lamp);
  });

  it('is grey while the clock stands still, and once the act is done', () => {
    expect(lampOn(derived([aSuspension()]), d('2026-03-31'), calendar)).toBe('grey');
    expect(lampOn(derived([{ type: 'met', on: d('2026-03-10') }]), d('2026-04-30'), calendar)).toBe(
      'grey',
    );
  });

  it('turns red even where the days over fall into a year without a calendar', () => {
    const rule = { ...STATUTORY.decision, term: workingDays(5) };
    const clock = deriveClock(rule, [{ type: 'started', on: d('2026-12-24') }], calendar);

    expect(clock.due).toMatchObject({ date: '2026-12-31' });
    expect(lampOn(clock, d('2027-01-04'), calendar)).toBe('red');
  });

  it('follows the thresholds of a place', () => {
    const thresholds = [{ lamp: 'yellow', workingDaysLeft: 10 }] as const;

    expect(lampOn(derived([]), d('2026-03-16'), calendar, thresholds)).toBe('yellow');
    expect(lampOn(derived([]), d('2026-03-13'), calendar, thresholds)).toBe('green');
  });

  it('names the day on which each lamp is first lit', () => {
    expect(warningDays(derived([]), calendar)).toEqual([
      { lamp: 'blue', on: '2026-03-24' },
      { lamp: 'yellow', on: '2026-03-30' },
      { lamp: 'red', on: '2026-03-31' },
    ]);
    expect(warningDays(derived([aSuspension()]), calendar)).toEqual([]);
  });

  it('may be lit some working days after the end', () => {
    const thresholds = [{ lamp: 'red', workingDaysLeft: -3 }] as const;

    expect(warningDays(derived([]), calendar, thresholds)).toEqual([
      { lamp: 'red', on: '2026-04-02' },
    ]);
  });
});
