import {
  anOfficer,
  aTest,
  counting,
  means,
  on,
  refusalOf,
  REPORT,
  rulesOf,
  tracks,
} from '../../../test/fixtures.js';
import { aTrackUnder, PROVINCE, REPORTED, standing } from '../../../test/processes.js';
import { waitingFor } from '../plan/earlier-results.js';
import { completeStage, returnStage } from '../process/stage-acts.js';
import { activeStages } from '../process/stages-of-track.js';
import { decide } from './decision.js';
import { draftDecision } from './draft.js';
import { extendTerm } from './extension.js';
import { recordOpinion } from './opinion.js';
import { reopenTrack } from './reopening.js';
import { startSpecialProcedure } from './special-procedures.js';
import { deadlinesOf, lampOf, missTerm } from './term.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { Track } from './track.js';
import { transferTrack } from './transfer.js';

const lower = anOfficer('li', 'bureau', 'approver');
const higher = anOfficer('gao', 'province', 'approver');
const decider = anOfficer('ting', 'province', 'decision-officer');
const head = anOfficer('wei', 'bureau', 'agency-head');

const TERMS = { counting, waitingTracks: 'clocks-run' } as const;
const REVIEWED = { recommendation: 'grant', grounds: ['车辆符合条件'] } as const;

const opened = () => aTrackUnder(REPORTED);
const checked = (track: Track = opened()) =>
  completeStage(track, { stage: 'check', outcome: '属实' }, lower, on('2026-11-03'), counting)
    .state;
const report = (track: Track = checked(), at = on('2026-11-05')) =>
  transferTrack(track, REVIEWED, lower, at, TERMS);

describe('A track that is reviewed first', () => {
  it('runs by the term of the first review, which nobody extends and which makes no promise', () => {
    const { dates, terms, firstReview, agency } = opened();

    expect(dates.statutory).toEqual({ due: '2026-11-16' });
    expect(terms).toMatchObject({ statutory: { source: '道路运输条例 8', firstReview: true } });
    expect(dates.promised).toBeUndefined();
    expect(agency).toBe('bureau');
    expect(firstReview).toMatchObject({
      ...PROVINCE,
      termsOfDecision: { statutory: { days: 20, source: '城镇排水与污水处理条例 21' } },
    });
    expect(() =>
      extendTerm(opened(), { days: 1, reason: 'x' }, head, on('2026-11-05'), counting),
    ).toThrow('extension-not-possible');
  });

  it('stands still while a special procedure of the first level runs', () => {
    const suspended = startSpecialProcedure(checked(), aTest(), on('2026-11-04'), counting).state;

    expect(suspended.dates.statutory.haltedSince).toBe('2026-11-04');
    expect(refusalOf(() => report(suspended)).code).toBe('action-not-allowed-in-state');
  });
});

describe('A report to the agency that decides', () => {
  it('hands the track over: its officers act, and the terms of the decision begin', () => {
    const { state, events } = report();

    expect(state).toMatchObject({
      status: 'in-review',
      ...PROVINCE,
      dates: { statutory: { due: '2026-12-03' } },
    });
    expect(state.clock).toEqual([{ type: 'started', on: '2026-11-05' }]);
    expect(state.firstReview).toBeUndefined();
    expect(state.opinion).toBeUndefined();
    expect(standing(state)).toEqual({
      check: 'done',
      first: 'done',
      review: 'active',
      decision: 'waiting',
    });
    expect(activeStages(state).map(({ due }) => due)).toEqual([{ due: '2026-11-19' }]);
    expect(state.stages?.map(({ agency }) => agency)).toEqual([
      'bureau',
      'bureau',
      undefined,
      undefined,
    ]);
    expect(events.map(({ type }) => type)).toEqual(['track-transferred', 'stage-completed']);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('keeps the first review, by whom, and that it was in time', () => {
    const { transferredUp } = report().state;

    expect(transferredUp).toMatchObject({
      from: 'bureau',
      to: 'province',
      at: on('2026-11-05'),
      opinion: { ...REVIEWED, reviewer: 'li' },
      due: { due: '2026-11-16' },
    });
    expect(transferredUp?.missedAt).toBeUndefined();
  });

  it('leaves behind what the first level drafted before its stage was returned', () => {
    const content = { outcome: 'refused', reasons: ['车辆不符'], legalBasis: ['条例 8'] } as const;
    const reviewed: Track = { ...checked(), status: 'reviewed' };
    const { draft } = draftDecision(reviewed, content, 'hash', lower, on('2026-11-04')).state;

    expect(draft).toMatchObject({ draftedBy: 'li' });
    expect(report({ ...checked(), draft }).state).not.toHaveProperty('draft');
  });

  it('judges a late first review by its own term, and not the decision', () => {
    const late = on('2026-11-18');
    const [unfired, fired] = [checked(), missTerm(checked(), late, counting).state];

    for (const before of [unfired, fired]) {
      const { state } = report(before, late);
      expect(state.transferredUp?.missedAt).toBe(on('2026-11-17', '00:00'));
      expect(state.missedAt).toBeUndefined();
      expect(lampOf(state, '2026-11-18' as never, counting)).toBeUndefined();
      expect(deadlinesOf(state)['term-end']).toBe(on('2026-12-17', '00:00'));
    }
    expect(report(unfired, late).events.map(({ type }) => type)).toEqual([
      'term-missed',
      'track-transferred',
      'stage-completed',
    ]);
    expect(report(fired, late).events.map(({ type }) => type)).not.toContain('term-missed');
  });

  it('needs the stages before it, and grounds, and tells all that is missing', () => {
    expect(
      rulesOf(() =>
        transferTrack(opened(), { ...REVIEWED, grounds: [' '] }, lower, on('2026-11-05'), {
          ...TERMS,
          alsoRequired: [{ rule: 'consultation-ended', message: { zh: '等待', en: 'wait' } }],
        }),
      ),
    ).toEqual(['stage-active', 'grounds-given', 'consultation-ended']);
  });

  it('is made once, and of no item that its own agency decides', () => {
    expect(rulesOf(() => report(report().state))).toEqual(['reported-once']);
    expect(rulesOf(() => report(tracks['in-review']()))).toEqual(['first-review-prescribed']);
  });

  it.each(trackLifecycle.states)('is made of a track %s only while it is in review', (status) => {
    const track: Track = { ...checked(), status };
    if (status === 'in-review') return expect(report(track).state.status).toBe('in-review');
    expect(refusalOf(() => report(track)).code).toBe('action-not-allowed-in-state');
  });

  it('goes back within the first level before it, and nowhere behind it', () => {
    const back = { stage: 'first', to: 'check', reason: '请核实' };
    const again = returnStage(checked(), back, lower, on('2026-11-04'), counting).state;

    expect(standing(again)).toMatchObject({ check: 'active', first: 'waiting' });
    expect(report(checked(again)).state.agency).toBe('province');
    expect(() => returnStage(report().state, back, higher, on('2026-11-06'), counting)).toThrow(
      'stage-not-possible',
    );
  });

  it('lets the promise of the decision wait for an earlier result, where the place says so', () => {
    const promising = {
      ...opened(),
      firstReview: {
        ...opened().firstReview!,
        termsOfDecision: {
          ...opened().firstReview!.termsOfDecision,
          promised: { unit: 'working-day', days: 5, source: '承诺' } as const,
        },
      },
    };
    const awaits = [{ node: 'land', name: '用地', standing: 'pending' as const }];
    const waiting = checked(waitingFor(promising, awaits, 'promise-waits', counting));
    const by = (waitingTracks: 'clocks-run' | 'promise-waits') =>
      transferTrack(waiting, REVIEWED, lower, on('2026-11-05'), { counting, waitingTracks }).state;

    expect(by('clocks-run').dates.promised).toEqual({ due: '2026-11-12' });
    expect(by('promise-waits').dates.promised?.haltedSince).toBe('2026-11-05');
    expect(by('promise-waits').dates.statutory).toEqual({ due: '2026-12-03' });
  });
});

describe('What was reported', () => {
  const decided = (): Track => {
    const opinion = recordOpinion(report().state, REVIEWED, higher, on('2026-11-09'), counting);
    const request = { outcome: 'granted', reasons: [], legalBasis: ['条例 8'] } as const;
    return decide(opinion.state, request, decider, on('2026-11-10'), means).state;
  };

  it('is reviewed and decided by the higher agency', () => {
    expect(decided()).toMatchObject({
      status: 'granted',
      agency: 'province',
      opinion: { reviewer: 'gao' },
      transferredUp: { opinion: { reviewer: 'li' } },
    });
  });

  it('stays reported where the decision is quashed: only what the higher agency did is done anew', () => {
    const anew = reopenTrack(
      decided(),
      {
        kind: 'reconsideration',
        body: '省人民政府',
        documentNumber: '复议 1',
        madeOn: '2026-11-12' as never,
        effectiveOn: '2026-11-12' as never,
        document: REPORT,
      },
      decider,
      on('2026-11-13'),
      counting,
    ).state;

    expect(standing(anew)).toEqual({
      check: 'done',
      first: 'done',
      review: 'active',
      decision: 'waiting',
    });
    expect(anew).toMatchObject({ agency: 'province', dates: { statutory: { due: '2026-12-10' } } });
    expect(rulesOf(() => report(anew))).toEqual(['reported-once']);
  });
});
