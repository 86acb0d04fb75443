import { instantOf } from '@onewindow/kernel';
import type { Instant } from '@onewindow/kernel';
import { calendar, d } from '../../test/clocks.js';
import { countForward } from '../counting/count-forward.js';
import { knownDate, months } from '../counting/term.js';
import { acceptedBySilence } from './accepted-by-silence.js';
import { endOfTerm, isInTime, receivedOn } from './business-hours.js';
import { missedCorrection } from './correction-missed.js';
import { permitLapsed } from './permit-lapsed.js';
import { filedInTime, renewedBySilence } from './renewed-by-silence.js';

const at = (text: string): Instant => instantOf(`${text}+08:00`);
const MIDNIGHT_AFTER_30_MARCH = '2026-03-30T16:00:00.000Z';

describe('Acceptance by silence', () => {
  const intake = {
    due: knownDate(d('2026-03-30')),
    doneOn: null,
    receivedOn: d('2026-03-23'),
    now: at('2026-04-02T09:00'),
  };

  it('goes back to the day of receipt and became so at the end of the term, however late it is recorded', () => {
    expect(acceptedBySilence(intake)).toMatchObject({
      kind: 'accepted-by-silence',
      article: '行政许可法 32①(四)',
      becameSoAt: MIDNIGHT_AFTER_30_MARCH,
      countsFrom: '2026-03-23',
    });
  });

  it('does not come before the last day is over', () => {
    expect(acceptedBySilence({ ...intake, now: at('2026-03-30T23:59') })).toBeNull();
    expect(acceptedBySilence({ ...intake, now: at('2026-03-31T00:00') })).not.toBeNull();
  });

  it('is prevented by a notice in time and not by a late one', () => {
    expect(acceptedBySilence({ ...intake, doneOn: d('2026-03-30') })).toBeNull();
    expect(acceptedBySilence({ ...intake, doneOn: d('2026-03-31') })).not.toBeNull();
  });

  it('never fires on an open date or a clock that stands still', () => {
    const open = { kind: 'open', notBefore: d('2027-01-01'), missingYear: 2027 } as const;
    const halted = { kind: 'halted', since: d('2026-03-09'), projected: intake.due } as const;

    expect(acceptedBySilence({ ...intake, due: open })).toBeNull();
    expect(acceptedBySilence({ ...intake, due: halted })).toBeNull();
  });
});

describe('Renewal by silence', () => {
  const renewal = { filedOn: d('2026-01-26'), expiry: d('2026-03-15'), decidedOn: null };
  const afterwards = at('2026-03-16T00:00');

  it('follows at the expiry, a Sunday, when it was filed in time', () => {
    expect(renewedBySilence(renewal, afterwards, calendar)).toMatchObject({
      article: '行政许可法 50②',
      becameSoAt: '2026-03-15T16:00:00.000Z',
      countsFrom: '2026-03-16',
    });
  });

  it('does not follow when it was filed a day late, or decided', () => {
    expect(
      renewedBySilence({ ...renewal, filedOn: d('2026-01-27') }, afterwards, calendar),
    ).toBeNull();
    expect(
      renewedBySilence({ ...renewal, decidedOn: d('2026-03-14') }, afterwards, calendar),
    ).toBeNull();
  });

  it('waits for the calendar when it alone can tell whether it was in time', () => {
    const expiry = d('2027-01-15');

    expect(filedInTime({ ...renewal, expiry, filedOn: d('2026-11-19') }, calendar)).toBe('yes');
    expect(filedInTime({ ...renewal, expiry, filedOn: d('2026-11-20') }, calendar)).toBe('unknown');
    expect(
      renewedBySilence(
        { ...renewal, expiry, filedOn: d('2026-11-20') },
        at('2027-02-01T00:00'),
        calendar,
      ),
    ).toBeNull();
  });
});

describe('A missed correction', () => {
  const term = { due: knownDate(d('2026-03-30')), doneOn: null, now: at('2026-03-31T08:00') };

  it('leads to a reminder and nothing else where the place is silent', () => {
    expect(missedCorrection(term)).toMatchObject({
      consequence: 'remind',
      article: '行政许可法 32',
    });
  });

  it('leads to what the place says', () => {
    const policy = { consequence: 'withdrawn', article: '政务服务条例 36' } as const;

    expect(missedCorrection(term, policy)).toMatchObject({ ...policy, countsFrom: '2026-03-31' });
  });

  it('is none when the corrections came on the last day', () => {
    expect(missedCorrection({ ...term, doneOn: d('2026-03-30') })).toBeNull();
  });
});

describe('A permit that is not used', () => {
  const { due } = countForward(d('2026-03-02'), months(3), calendar);

  it('lapses by itself when its time is over', () => {
    const now = at('2026-06-03T00:00');

    expect(permitLapsed({ due, doneOn: null, now }, '建筑法 9')).toMatchObject({
      article: '建筑法 9',
      becameSoAt: '2026-06-02T16:00:00.000Z',
      countsFrom: '2026-06-03',
    });
    expect(permitLapsed({ due, doneOn: d('2026-06-02'), now }, '建筑法 9')).toBeNull();
  });
});

describe('The end of the last day', () => {
  const day = d('2026-03-30');

  it('is midnight online, and the closing time at the counter of a place that sets one', () => {
    expect(endOfTerm(day)).toBe(MIDNIGHT_AFTER_30_MARCH);
    expect(endOfTerm(day, 'counter')).toBe(MIDNIGHT_AFTER_30_MARCH);
    expect(endOfTerm(day, 'counter', { closesAt: '17:30' })).toBe('2026-03-30T09:30:00.000Z');
    expect(endOfTerm(day, 'online', { closesAt: '17:30' })).toBe(MIDNIGHT_AFTER_30_MARCH);
  });

  it('refuses a closing time that does not exist', () => {
    expect(() => endOfTerm(day, 'counter', { closesAt: '25:00' })).toThrow(RangeError);
  });

  it('leaves online filing open after hours, and that day counts', () => {
    const late = at('2026-03-30T23:40');

    expect(receivedOn(late)).toBe('2026-03-30');
    expect(isInTime(late, day, 'online', { closesAt: '17:30' })).toBe(true);
    expect(isInTime(late, day, 'counter', { closesAt: '17:30' })).toBe(false);
  });
});
