import { instantOf, type Person } from '@onewindow/kernel';
import {
  anOfficer,
  anOpenTrack,
  counting,
  on,
  REPORT,
  refusalOf,
  rulesOf,
  tracks,
} from '../../../test/fixtures.js';
import { extendTerm } from './extension.js';
import { endSpecialProcedure } from './special-procedures.js';
import { deadlinesOf, missTerm } from './term.js';
import { lampOn, type OwnExtension } from './track-clock.js';
import { isEnded, trackLifecycle } from './track-lifecycle.js';
import type { Track } from './track.js';

const head = anOfficer('wei', 'bureau', 'agency-head');
const government = anOfficer('jiang', 'government-office', 'government-head');
const REQUEST = { days: 10, reason: '检测结论需补充核对' };

const extended = (
  track: Track,
  {
    by = head,
    at = on('2026-11-20'),
    ...request
  }: { by?: Person; at?: typeof NOW; days?: number; reason?: string } = {},
) => extendTerm(track, { ...REQUEST, ...request }, by, at, counting);

const NOW = on('2026-11-20');

const byItsOwnLaw = (extension: OwnExtension): Track =>
  anOpenTrack({
    statutoryTerm: { unit: 'working-day', days: 20, source: '某条例 8', extension },
  });

const FIFTEEN = { maxDays: 15, approver: 'government-head', source: '行政许可法 42②' } as const;

describe('Extending the term of a track', () => {
  it('moves its date by the days that the head of the agency approved', () => {
    const { state, events } = extended(anOpenTrack());

    expect(state.dates.statutory).toEqual({ due: '2026-12-14' });
    expect(events).toEqual([
      {
        type: 'term-extended',
        statutory: { due: '2026-12-14' },
        extension: {
          noticeNumber: `${state.caseNumber}-01-E`,
          days: 10,
          unit: 'working-day',
          reason: REQUEST.reason,
          approver: 'agency-head',
          approvedBy: 'wei',
          approvedByName: head.name,
          approvedAt: NOW,
          source: '行政许可法 42①',
          before: { due: '2026-11-30' },
        },
      },
    ]);
  });

  it('moves its deadlines, and leaves the promised date where it is', () => {
    const promisedTerm = { unit: 'working-day', days: 10, source: '办事指南' } as const;
    const { state } = extended(anOpenTrack({ promisedTerm }));

    expect(deadlinesOf(state)['term-end']).toBe(instantOf('2026-12-14T16:00:00.000Z'));
    expect(state.dates.promised).toEqual({ due: '2026-11-16' });
  });

  it('puts the lamp out that the old date had lit', () => {
    const today = '2026-11-30' as Parameters<typeof lampOn>[1];
    const track = anOpenTrack();

    expect(lampOn(track, today, counting)).toBe('yellow');
    expect(lampOn(extended(track).state, today, counting)).toBeUndefined();
  });

  it.each(trackLifecycle.states.filter((status) => !isEnded(status)))(
    'leaves the track %s',
    (status) => {
      expect(extended(tracks[status]()).state.status).toBe(status);
    },
  );

  it.each(trackLifecycle.states.filter(isEnded))(
    'is not possible once the track is %s',
    (status) => {
      expect(() => extended(tracks[status]())).toThrow('action-not-allowed-in-state');
    },
  );

  it('is possible on the last day of the term and no more on the day after', () => {
    const track = anOpenTrack();

    expect(extended(track, { at: on('2026-11-30', '23:59') }).events).toHaveLength(1);
    expect(rulesOf(() => extended(track, { at: on('2026-12-01', '00:00') }))).toEqual([
      'extension-approved-in-time',
    ]);
  });

  it('stays refused after the term was recorded as missed', () => {
    const late = missTerm(anOpenTrack(), on('2026-12-02'), counting).state;

    expect(rulesOf(() => extended(late, { at: on('2026-12-02') }))).toEqual([
      'extension-approved-in-time',
    ]);
  });

  it('happens once', () => {
    const { state } = extended(anOpenTrack());

    expect(rulesOf(() => extended(state))).toEqual(['extended-once']);
  });

  it('says everything that is wrong at once', () => {
    const { state } = extended(anOpenTrack());
    const wrong = { by: government, at: on('2026-12-15'), days: 11, reason: ' ' };

    expect(rulesOf(() => extended(state, wrong))).toEqual([
      'extended-once',
      'extension-approved-in-time',
      'extension-approved-by-the-right-head',
      'extension-within-maximum',
      'extension-reason-given',
    ]);
  });

  it.each([
    ['an officer of the agency', anOfficer('li', 'bureau', 'approver', 'decision-officer')],
    ['the head of another agency', anOfficer('he', 'fire-rescue', 'agency-head')],
  ])('is not for %s, who learns nothing of the track', (_, by) => {
    const refusal = refusalOf(() => extended(tracks.granted(), { by }));

    expect(refusal.code).toBe('not-the-deciding-agency');
    expect(refusal.unmet.map(({ rule }) => rule)).toEqual(['head-approves-the-extension']);
  });

  it('counts while a special procedure runs, and the date appears with its end', () => {
    const { state } = extended(tracks.suspended(), { at: on('2026-11-06') });
    const ended = endSpecialProcedure(
      state,
      { procedureId: 'procedure-1', result: 'favourable', conclusion: 'ok', report: REPORT },
      on('2026-11-10'),
      counting,
    ).state;

    expect(state.dates.statutory).toMatchObject({ haltedSince: '2026-11-04' });
    expect(ended.dates.statutory).toEqual({ due: '2026-12-21' });
  });
});

describe('An item whose own law says otherwise', () => {
  it('is extended by fifteen days by the head of the government', () => {
    const { state } = extended(byItsOwnLaw(FIFTEEN), { by: government, days: 15 });

    expect(state.dates.statutory).toEqual({ due: '2026-12-21' });
    expect(state.extension).toMatchObject({
      approver: 'government-head',
      source: '行政许可法 42②',
    });
  });

  it('is not extended by the head of its agency then', () => {
    expect(rulesOf(() => extended(byItsOwnLaw(FIFTEEN)))).toEqual([
      'extension-approved-by-the-right-head',
    ]);
  });

  it('takes the office that is right of somebody who holds both', () => {
    const both = anOfficer('wei', 'bureau', 'agency-head', 'government-head');

    expect(extended(byItsOwnLaw(FIFTEEN), { by: both }).state.extension?.approver).toBe(
      'government-head',
    );
    expect(extended(anOpenTrack(), { by: both }).state.extension?.approver).toBe('agency-head');
  });

  it('is not extended at all where that law gives none', () => {
    const none = byItsOwnLaw({ maxDays: 0, approver: 'agency-head', source: '某条例 8' });

    expect(rulesOf(() => extended(none))).toEqual(['extension-allowed']);
  });
});
