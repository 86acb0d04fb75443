import { endOfDay, instantOf, legalDate } from '@onewindow/kernel';
import type { ClockEvent } from '@onewindow/statutory-clock';
import { anOpenCase } from '../../../test/cases.js';
import { anOfficer, CASE, counting, on, rulesOf } from '../../../test/fixtures.js';
import { caseDeadlinesOf, concludeTrack, type Case } from './case.js';
import { jointLamp } from './joint-clock.js';
import {
  extendJointTerm,
  followTrackClock,
  mayExtendJointTerm,
  missJointTerm,
  warnOfJointTerm,
} from './joint-term.js';

const head = anOfficer('jiang', 'government-office', 'government-head');
const REQUEST = { days: 15, reason: '会商未结束' };
const DUE = legalDate('2026-05-13');
const none = { 'joint-warning': undefined, 'joint-end': undefined };

const aCase = (handling: 'joint' | 'side-by-side' | 'unsaid' = 'joint', items?: string[]): Case =>
  anOpenCase({ ...(items && { items }), ...(handling !== 'unsaid' && { handling }) });

const stopped: ClockEvent = {
  type: 'suspended',
  procedure: 'testing',
  notice: 'N1',
  from: legalDate('2026-03-09'),
  expectedUntil: legalDate('2026-03-11'),
};
const resumed: ClockEvent = { type: 'resumed', notice: 'N1', on: legalDate('2026-03-11') };

describe('The clock of joint handling', () => {
  it('has 45 working days from the acceptance', () => {
    expect(aCase().joint?.due).toEqual({ due: DUE });
    expect(caseDeadlinesOf(aCase())['joint-end']).toBe(endOfDay(DUE));
  });

  it.each([
    ['side by side', aCase('side-by-side')],
    ['as nobody said', aCase('unsaid')],
    ['jointly, with a single item', aCase('joint', ['food'])],
  ])('is not there for a bundle handled %s', (_, of) => {
    expect(of).not.toHaveProperty('joint');
    expect(caseDeadlinesOf(of)).toEqual(none);
  });

  it('is extended once by up to fifteen days by the head of the government', () => {
    const { state, events } = extendJointTerm(aCase(), REQUEST, head, on('2026-05-13'), counting);

    expect(state.joint?.due).toEqual({ due: '2026-06-03' });
    expect(events).toMatchObject([
      {
        type: 'joint-term-extended',
        extension: {
          noticeNumber: `${CASE}-E`,
          source: '行政许可法 42②',
          before: { due: DUE },
        },
      },
    ]);
    expect(mayExtendJointTerm(aCase(), head)).toBe(true);
    expect(mayExtendJointTerm(state, head)).toBe(false);
    const wrong = { days: 16, reason: ' ' };
    expect(rulesOf(() => extendJointTerm(state, wrong, head, on('2026-06-04'), counting))).toEqual([
      'extended-once',
      'extension-approved-in-time',
      'extension-within-maximum',
      'extension-reason-given',
    ]);
  });

  it('stands still with a special procedure of any track, and runs on with it', () => {
    const halted = followTrackClock(aCase(), stopped, counting).state;
    const { state } = followTrackClock(halted, resumed, counting);

    expect(halted.joint?.due).toMatchObject({ haltedSince: '2026-03-09' });
    expect(caseDeadlinesOf(halted)).toEqual(none);
    expect(state.joint?.due).toEqual({ due: '2026-05-18' });
  });

  it('is not touched by what belongs to a track alone', () => {
    expect(followTrackClock(aCase(), resumed, counting).events).toEqual([]);
    expect(followTrackClock(aCase('side-by-side'), stopped, counting).events).toEqual([]);
  });

  it('warns and is missed like any other, and stays red', () => {
    const warned = warnOfJointTerm(aCase(), on('2026-05-13'));
    const missed = missJointTerm(warned.state, on('2026-05-20'), counting);

    expect(warned.events).toEqual([{ type: 'joint-term-warning', due: DUE, lamp: 'yellow' }]);
    expect(missed.events).toEqual([
      {
        type: 'joint-term-missed',
        due: DUE,
        missedAt: instantOf('2026-05-13T16:00:00.000Z'),
        article: '行政许可法 42②',
      },
    ]);
    expect(jointLamp(missed.state.joint!, legalDate('2026-05-20'), counting)).toBe('red');
    expect(missJointTerm(missed.state, on('2026-05-21'), counting).events).toEqual([]);
    expect(missJointTerm(aCase(), on('2026-05-13', '23:59'), counting).events).toEqual([]);
  });

  it('is met with the last track', () => {
    const conclude = (of: Case, item: string) =>
      concludeTrack(of, { item, outcome: 'granted' }, on('2026-03-20'), counting).state;
    const first = conclude(aCase(), 'food');

    expect(caseDeadlinesOf(first)['joint-end']).toBe(endOfDay(DUE));
    expect(caseDeadlinesOf(conclude(first, 'sign'))).toEqual(none);
  });
});
