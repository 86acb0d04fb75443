import { explainClock } from '@onewindow/statutory-clock';
import { aJointCase } from '../../../test/cases.js';
import { anOpenTrack, aTest, counting, on, REPORT, rulesOf } from '../../../test/fixtures.js';
import { procedureName } from '../../views/procedure-names.js';
import { followTrackClock } from '../case/joint-term.js';
import { endSpecialProcedure, startSpecialProcedure } from './special-procedures.js';
import { deadlinesOf, missPromise } from './term.js';
import { promiseOf, statutoryRule } from './track-clock.js';
import type { Track } from './track.js';

/** Accepted on Monday 2026-11-02: twenty days end on 11-30, ten promised ones on 11-16. */
const track = anOpenTrack({
  statutoryTerm: {
    unit: 'working-day',
    days: 20,
    source: '企业投资项目核准和备案管理条例 10',
    exclusions: [
      {
        procedure: 'assessment',
        name: '委托评估',
        nameEn: 'commissioned assessment',
        article: '企业投资项目核准和备案管理条例 9',
      },
    ],
  },
  promisedTerm: {
    unit: 'working-day',
    days: 10,
    source: '办事指南',
    exclusions: [{ procedure: 'public-notice', name: '公示', article: '并联审批管理规定 19' }],
  },
});

const start = (of: Track, ownProcedure: string, date = '2026-11-04') =>
  startSpecialProcedure(
    of,
    { ...aTest(ownProcedure), procedure: 'of-the-item', ownProcedure },
    on(date),
    counting,
  ).state;
const end = (of: Track, procedureId: string, date = '2026-11-10') =>
  endSpecialProcedure(
    of,
    { procedureId, result: 'favourable', conclusion: '通过', report: REPORT },
    on(date),
    counting,
  ).state;

describe('A procedure that the law of the item excludes by its article', () => {
  it('stops both clocks, and its time is left out of both', () => {
    const stopped = start(track, 'assessment');
    const ended = end(stopped, 'assessment');

    expect(stopped.dates).toMatchObject({
      statutory: { haltedSince: '2026-11-04' },
      promised: { haltedSince: '2026-11-04' },
    });
    expect(deadlinesOf(stopped)).toEqual({});
    expect(ended.dates).toMatchObject({
      statutory: { due: '2026-12-07' },
      promised: { due: '2026-11-23' },
      suspendedWorkingDays: 5,
    });
  });

  it('has its own name in the explanation, and on the page', () => {
    const { terms, clock, specialProcedures } = end(start(track, 'assessment'), 'assessment');
    const { steps } = explainClock(statutoryRule(terms.statutory), clock, counting.calendar);

    expect(steps.map(({ message }) => message.en).join()).toContain('commissioned assessment');
    expect(procedureName(track, specialProcedures[0]!)).toEqual({
      zh: '委托评估',
      en: 'commissioned assessment',
    });
  });

  it('stops no joint clock of the case, which runs by 许可法 alone', () => {
    const of = aJointCase();

    expect(followTrackClock(of, start(track, 'assessment').clock.at(-1), counting).events).toEqual(
      [],
    );
  });
});

describe('A procedure that the place excludes from its promise alone', () => {
  const stopped = start(track, 'public-notice');

  it('stops the promised clock and leaves the statutory one running', () => {
    expect(stopped.dates).toMatchObject({
      statutory: { due: '2026-11-30' },
      promised: { haltedSince: '2026-11-04' },
    });
    expect(deadlinesOf(stopped)).toMatchObject({
      'term-end': '2026-11-30T16:00:00.000Z',
      'promised-end': undefined,
    });
    expect(missPromise(stopped, on('2026-11-17'), counting).events).toEqual([]);
  });

  it('is left out of the promise only', () => {
    const ended = end(stopped, 'public-notice');

    expect(ended.dates).toMatchObject({
      statutory: { due: '2026-11-30' },
      promised: { due: '2026-11-23' },
      suspendedWorkingDays: 0,
    });
    expect(missPromise(ended, on('2026-11-24'), counting).events).toMatchObject([
      { type: 'promised-missed', due: '2026-11-23' },
    ]);
  });

  it('stops nothing any more once the promise has passed', () => {
    expect(rulesOf(() => start(track, 'public-notice', '2026-11-17'))).toEqual([
      'suspended-within-term',
    ]);
  });
});

describe('A procedure that neither the law nor the item names', () => {
  it.each(['deliberation', ''])('stops nothing: "%s"', (ownProcedure) => {
    expect(rulesOf(() => start(track, ownProcedure))).toEqual(['procedure-stops-the-clock']);
  });

  it('is not named by another item either', () => {
    expect(rulesOf(() => start(anOpenTrack(), 'assessment'))).toEqual([
      'procedure-stops-the-clock',
    ]);
  });
});

describe('A track without exclusions of its own', () => {
  it('has the eight of 许可法 45 for both of its clocks', () => {
    const { terms } = anOpenTrack({
      promisedTerm: { unit: 'working-day', days: 10, source: '办事指南' },
    });

    expect(statutoryRule(terms.statutory).exclusions).toHaveLength(8);
    expect(promiseOf(terms)?.exclusions).toHaveLength(8);
  });
});
