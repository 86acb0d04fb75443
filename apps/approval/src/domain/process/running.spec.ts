import {
  APPLICATION,
  counting,
  GRANT,
  means,
  on,
  anOfficer,
  reviewer,
  rulesOf,
  decider,
} from '../../../test/fixtures.js';
import {
  aDefinition,
  aStage,
  aTrackUnder,
  decision,
  LARGE,
  review,
  standing,
} from '../../../test/processes.js';
import { legalDate } from '@onewindow/kernel';
import { reviewedIt, tookPartInQuashed } from '../officers/recusal.js';
import { decide } from '../track/decision.js';
import { recordOpinion } from '../track/opinion.js';
import { completeSiteVisit } from '../track/site-visit.js';
import { reopenTrack } from '../track/reopening.js';
import type { ReopeningOrder } from '../track/track-contents.js';
import type { Track } from '../track/track.js';
import { completeStage, recordAnswers, returnStage } from './stage-acts.js';
import { waysBackFrom } from './ways-back.js';

const DAY = on('2026-11-05');
const aReconsideration = (): ReopeningOrder => ({
  kind: 'reconsideration',
  body: '海棠市人民政府',
  documentNumber: '海政复决字〔2026〕15号',
  madeOn: legalDate('2026-11-05'),
  effectiveOn: legalDate('2026-11-05'),
  document: { hash: 'b'.repeat(64), name: 'o.pdf', mediaType: 'application/pdf', size: 9 },
});
const head = anOfficer('wei', 'bureau', 'agency-head');

const done = (track: Track, ...codes: string[]): Track =>
  codes.reduce(
    (state, stage) =>
      completeStage(state, { stage, outcome: '同意' }, reviewer, DAY, counting).state,
    track,
  );

const reviewed = (track: Track): Track =>
  recordOpinion(track, { recommendation: 'grant', grounds: ['齐全'] }, reviewer, DAY, counting)
    .state;

describe('A track under a definition', () => {
  it('begins with the stages that nothing comes before', () => {
    const track = aTrackUnder(LARGE, { siteArea: 500, name: '陈某' });

    expect(standing(track)).toMatchObject({
      review: 'active',
      fire: 'waiting',
      decision: 'waiting',
    });
    expect(track.process).toMatchObject({ version: 1, answers: { siteArea: 500 } });
    expect(track.applicationId).toBe(APPLICATION);
  });

  it('goes on side by side and leaves out what its condition does not want, with the reason', () => {
    const track = reviewed(aTrackUnder(LARGE, { siteArea: 500 }));

    expect(standing(track)).toEqual({
      review: 'done',
      fire: 'active',
      roads: 'active',
      experts: 'skipped',
      council: 'waiting',
      decision: 'waiting',
    });
    expect(track.stages?.find(({ code }) => code === 'experts')?.skipped).toEqual({
      because: 'condition',
      reason: '不符合条件：siteArea ≥ 1000',
    });
  });

  it('joins its branches once, with the last of them', () => {
    const one = done(reviewed(aTrackUnder(LARGE, { siteArea: 500 })), 'fire');
    expect(standing(one)).toMatchObject({ council: 'waiting' });

    const change = completeStage(one, { stage: 'roads', outcome: '同意' }, reviewer, DAY, counting);
    expect(change.events).toMatchObject([{ type: 'stage-completed', begun: ['council'] }]);
    expect(rulesOf(() => done(change.state, 'roads'))).toEqual(['stage-active']);
  });

  it('tells what nobody knows instead of guessing it, and goes on once it is established', () => {
    const track = done(reviewed(aTrackUnder(LARGE)), 'fire', 'roads');
    expect(standing(track)).toMatchObject({ experts: 'waiting', council: 'waiting' });
    expect(rulesOf(() => decide(track, GRANT, head, DAY, means))).toEqual([
      'conditions-answered',
      'stages-completed',
    ]);

    const state = (siteArea: number) =>
      recordAnswers(track, { answers: { siteArea }, evidence: '测绘报告' }, reviewer, DAY, counting)
        .state;
    expect(standing(state(2000))).toMatchObject({ experts: 'active', council: 'waiting' });
    expect(standing(state(20))).toMatchObject({ experts: 'skipped', council: 'active' });
  });

  it('takes no answer that nothing waits for, and none over the applicant’s own', () => {
    const track = reviewed(aTrackUnder(LARGE, { siteArea: 500 }));

    expect(
      rulesOf(() =>
        recordAnswers(
          track,
          { answers: { siteArea: 5000 }, evidence: ' ' },
          reviewer,
          DAY,
          counting,
        ),
      ),
    ).toEqual(['answer-asked-for', 'evidence-given']);
  });

  it('is not decided before its required stages, each of which is named', () => {
    const track = reviewed(aTrackUnder(LARGE, { siteArea: 500 }));

    expect(rulesOf(() => decide(track, GRANT, head, DAY, means))).toEqual([
      'stages-completed',
      'stages-completed',
      'stages-completed',
    ]);
    const ready = done(track, 'fire', 'roads', 'council');
    const { state } = decide(ready, GRANT, head, DAY, means);
    expect(standing(state)).toMatchObject({ decision: 'done' });
    expect(state.status).toBe('granted');
  });

  it('leaves behind the branches that a join of some does not wait for', () => {
    const two = aDefinition([
      aStage('a'),
      aStage('b'),
      aStage('c'),
      aStage('c2', ['c']),
      review(['a', 'b', 'c2'], { join: 2 }),
      decision(['review']),
    ]);
    const one = done(aTrackUnder(two), 'a');
    expect(standing(one)).toMatchObject({ b: 'active', c: 'active', review: 'waiting' });

    const both = done(one, 'b');
    expect(standing(both)).toMatchObject({ c: 'skipped', c2: 'skipped', review: 'active' });
    expect(both.stages?.find(({ code }) => code === 'c')?.skipped?.because).toBe('joined');
  });

  it('waits only for those of its branches that there are', () => {
    const two = aDefinition([
      aStage('a', [], { when: { field: 'x', equals: 'a' } }),
      aStage('b', [], { when: { field: 'x', equals: 'b' } }),
      review(['a', 'b'], { join: 2 }),
      decision(['review']),
    ]);

    expect(standing(aTrackUnder(two, { x: 'neither' }))).toMatchObject({ review: 'active' });
    expect(standing(done(aTrackUnder(two, { x: 'a' }), 'a'))).toMatchObject({ review: 'active' });
  });

  it('goes back only where its definition says so, and does again what came after', () => {
    const ready = done(reviewed(aTrackUnder(LARGE, { siteArea: 500 })), 'fire', 'roads');
    const back = (to: string, reason = '意见相左') =>
      returnStage(ready, { stage: 'council', to, reason }, head, DAY, counting);

    expect(rulesOf(() => back('fire', ' '))).toEqual(['return-declared', 'reason-given']);
    expect(waysBackFrom(ready, 'council', DAY)).toContain('review');
    expect(waysBackFrom(ready, 'fire', DAY)).toEqual([]);
    const { state, events } = back('review');
    expect(events).toMatchObject([{ type: 'stage-returned', to: 'review', begun: ['review'] }]);
    const again = state.stages?.find(({ code }) => code === 'review');
    expect(again).toMatchObject({ returned: { from: '环节 council', reason: '意见相左' } });
    expect(standing(state)).toMatchObject({
      review: 'active',
      fire: 'waiting',
      council: 'waiting',
    });
    expect(state).toMatchObject({ status: 'in-review' });
    expect(state.opinion).toBeUndefined();
    expect(standing(reviewed(state))).toMatchObject({ fire: 'active', experts: 'skipped' });
  });

  it('does not go back to what was left out: nothing behind it would wait for it', () => {
    const either = aDefinition(
      [
        aStage('a'),
        aStage('b'),
        aStage('c', [], { when: { field: 'x', equals: 1 } }),
        aStage('d', ['a', 'b', 'c'], { join: 'any' }),
        decision(['d']),
      ],
      ['a', 'b', 'c'].map((to) => ({ from: 'd', to })),
    );
    const joined = done(aTrackUnder(either, { x: 2 }), 'a');
    const back = (to: string) =>
      returnStage(joined, { stage: 'd', to, reason: '须补充' }, reviewer, DAY, counting).state;

    expect(standing(joined)).toMatchObject({ b: 'skipped', c: 'skipped', d: 'active' });
    for (const left of ['b', 'c']) {
      expect(rulesOf(() => back(left))).toEqual(['returned-to-what-was-done']);
      expect(waysBackFrom(joined, 'd', DAY)).not.toContain(left);
    }
    expect(standing(back('a'))).toMatchObject({ a: 'active', d: 'waiting' });
  });

  it('is decided by nobody who gave an opinion that it went back from, until it is reopened', () => {
    const definition = aDefinition(
      [review([]), aStage('council', ['review']), decision(['council'])],
      [{ from: 'council', to: 'review' }],
    );
    const back = (track: Track) =>
      returnStage(track, { stage: 'council', to: 'review', reason: '重审' }, head, DAY, counting)
        .state;
    const twice = back(reviewed(back(reviewed(aTrackUnder(definition)))));
    const again = { recommendation: 'grant', grounds: ['齐全'] } as const;
    const ready = done(recordOpinion(twice, again, head, DAY, counting).state, 'council');

    expect(ready.earlierReviewers).toEqual(['li']);
    for (const involved of [reviewer, head]) {
      expect(rulesOf(() => decide(ready, GRANT, involved, DAY, means))).toEqual([
        'decided-by-another-than-the-reviewer',
      ]);
      expect(reviewedIt(ready, involved.id, 'decide')).toBe(true);
    }
    const { state } = decide(ready, GRANT, decider, DAY, means);
    expect(state.status).toBe('granted');

    const reopened = reopenTrack(state, aReconsideration(), decider, DAY, counting).state;
    expect(reviewedIt(reopened, 'li', 'decide')).toBe(false);
    expect(['li', 'wei'].map((each) => tookPartInQuashed(reopened, each))).toEqual([true, true]);
  });

  it('keeps the opinion when it goes back to a stage after it', () => {
    const ready = done(reviewed(aTrackUnder(LARGE, { siteArea: 5 })), 'fire', 'roads', 'council');
    const { state } = returnStage(
      ready,
      { stage: 'decision', to: 'council', reason: '再议' },
      head,
      DAY,
      counting,
    );

    expect(state).toMatchObject({ status: 'reviewed', opinion: { reviewer: 'li' } });
    expect(standing(state)).toMatchObject({ council: 'active', decision: 'waiting' });
  });

  it('is decided at once where no opinion comes first', () => {
    const { state } = decide(aTrackUnder(aDefinition([decision([])])), GRANT, decider, DAY, means);

    expect(state).toMatchObject({ status: 'granted', licence: {} });
  });

  it('ends an inspection with its checklists, an opinion with the opinion, and neither by hand', () => {
    const inspected = aDefinition([
      aStage('visit', [], { kind: 'inspection' }),
      review(['visit']),
      decision(['review']),
    ]);
    const track = aTrackUnder(inspected);
    expect(rulesOf(() => done(track, 'visit'))).toEqual(['ended-by-its-own-act']);
    expect(rulesOf(() => reviewed(track))).toEqual(['stage-active']);

    const visit = { inspectionId: 'i', completedAt: DAY, notMet: [] };
    const { state } = completeSiteVisit(track, visit, counting);
    expect(standing(state)).toMatchObject({ visit: 'done', review: 'active' });
    expect(rulesOf(() => done(state, 'review'))).toEqual(['ended-by-its-own-act']);
  });

  it('is plain data', () => {
    const track = done(reviewed(aTrackUnder(LARGE)), 'fire');
    expect(JSON.parse(JSON.stringify(track))).toEqual(track);
  });
});
