import type { Actor } from '@onewindow/kernel';
import { anOfficer, counting, decider, on, reviewer, tracks } from '../../test/fixtures.js';
import {
  aDefinition,
  aStage,
  aTrackUnder,
  decision,
  REPORTED,
  review,
} from '../../test/processes.js';
import { extendTerm } from '../domain/track/extension.js';
import { trackLifecycle, type TrackStatus } from '../domain/track/track-lifecycle.js';
import { anOfficerInPost, competentFor, WORK_RULES } from '../../test/officers.js';
import type { Standing } from '../domain/officers/act.js';
import type { Officer } from '../domain/officers/officer.js';
import type { Track } from '../domain/track/track.js';
import { offersOnStage } from './stage-actions.js';
import { actionsOn as offeredOn } from './track-actions.js';

const standing = (published: boolean, officer?: Officer) => (): Standing => ({
  now: on('2026-11-05'),
  matter: {
    applicantAccount: 'chen',
    applicant: { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
  },
  published,
  ...(officer && { officer }),
  delegators: new Map(),
  rules: WORK_RULES,
});

/** Of an agency that publishes no officers. */
const actionsOn = (track: Track, actor: Actor) => offeredOn(track, actor, standing(false)).actions;

const everything = anOfficer('all', 'bureau', 'approver', 'decision-officer');

const expected: Record<TrackStatus, { approver: string[]; decider: string[] }> = {
  'in-review': {
    approver: [
      'arrange-inspection',
      'start-special-procedure',
      'consult-departments',
      'name-interested-party',
      'record-opinion',
    ],
    decider: [],
  },
  suspended: {
    approver: [
      'arrange-inspection',
      'consult-departments',
      'name-interested-party',
      'start-special-procedure',
      'end-special-procedure',
    ],
    decider: [],
  },
  reviewed: {
    approver: [
      'arrange-inspection',
      'consult-departments',
      'name-interested-party',
      'draft-decision',
    ],
    decider: ['grant', 'refuse'],
  },
  granted: { approver: [], decider: ['reopen', 'protect-decision'] },
  refused: { approver: [], decider: ['reopen'] },
  withdrawn: { approver: [], decider: [] },
};

describe('The actions on a track', () => {
  it.each(trackLifecycle.states)('follow from the state %s and from the office', (status) => {
    const track = tracks[status]();

    expect(actionsOn(track, reviewer)).toEqual(expected[status].approver);
    expect(actionsOn(track, decider)).toEqual(expected[status].decider);
    expect(actionsOn(track, everything).length).toBe(
      expected[status].approver.length + expected[status].decider.length,
    );
    expect(actionsOn(track, anOfficer('x', 'fire-rescue', 'approver', 'decision-officer'))).toEqual(
      [],
    );
  });

  it('offer the extension to the head whom the law names, once and while the track is open', () => {
    const head = anOfficer('wei', 'bureau', 'agency-head');
    const government = anOfficer('jiang', 'government-office', 'government-head');
    const track = tracks.reviewed();
    const once = extendTerm(track, { days: 1, reason: 'x' }, head, on('2026-11-06'), counting);

    expect(actionsOn(track, head)).toEqual(['extend-term']);
    expect(actionsOn(track, government)).toEqual([]);
    expect(actionsOn(once.state, head)).toEqual([]);
    expect(actionsOn(tracks.granted(), head)).toEqual(['reopen', 'protect-decision']);
  });

  it('offer the report of a first review while it is to be done, and only to whom it belongs', () => {
    const begun = aTrackUnder(REPORTED);
    const stages = begun.stages!.map((stage) =>
      stage.code === 'check'
        ? { ...stage, status: 'done' as const }
        : stage.code === 'first'
          ? { ...stage, status: 'active' as const }
          : stage,
    );

    expect(actionsOn(begun, reviewer)).not.toContain('transfer-track');
    expect(actionsOn({ ...begun, stages }, reviewer)).toContain('transfer-track');
    expect(actionsOn({ ...begun, stages }, reviewer)).not.toContain('record-opinion');
    expect(actionsOn({ ...begun, stages }, decider)).not.toContain('transfer-track');
    expect(actionsOn({ ...begun, stages }, anOfficer('g', 'province', 'approver'))).toEqual([]);
  });

  it('offer to explain a delay once the promised term was missed', () => {
    const late = { ...tracks['in-review'](), promisedMissedAt: on('2026-11-17') };

    expect(actionsOn(late, reviewer)).toContain('explain-delay');
    expect(actionsOn(late, decider)).toEqual(['explain-delay']);
  });

  it('offer a decision to nobody who gave the opinion', () => {
    const both = anOfficer('li', 'bureau', 'approver', 'decision-officer');

    expect(actionsOn(tracks.reviewed(), both)).toEqual([
      'arrange-inspection',
      'consult-departments',
      'name-interested-party',
      'draft-decision',
    ]);
  });

  it('are only those that the guard lets the person do, and say why the others are not', () => {
    const held = {
      review: { officer: 'zhao', name: '赵某', since: on('2026-11-04'), by: 'load' },
    } as const;
    const track = { ...tracks['in-review'](), assignments: held };
    const li = anOfficer('li', 'bureau', 'approver');
    const inPost = anOfficerInPost('li');
    const shown = offeredOn(track, li, standing(true, inPost));

    expect(shown.actions).toEqual([]);
    expect(shown.withheld).toEqual([
      {
        actions: expected['in-review'].approver,
        rule: 'holds-the-task',
        zh: expect.stringContaining('赵某'),
        en: expect.stringContaining('赵某'),
      },
    ]);
    const own = { ...track, assignments: { review: { ...held.review, officer: 'li' } } };
    expect(offeredOn(own, li, standing(true, inPost))).toEqual({
      actions: expected['in-review'].approver,
    });
  });

  it('stand with each stage that this person may end or send back, where a way leads back', () => {
    const definition = aDefinition(
      [
        review(),
        aStage('check', ['review']),
        aStage('council', ['review'], { kind: 'deliberation', role: 'agency-head' }),
        aStage('experts', ['review'], { kind: 'expert-review' }),
        decision(['check', 'council', 'experts']),
      ],
      [{ from: 'check', to: 'review' }],
    );
    const begun = aTrackUnder(definition);
    const stages = begun.stages!.map((stage) => {
      if (stage.code === 'decision') return stage;
      return { ...stage, status: stage.code === 'review' ? 'done' : 'active' } as const;
    });
    const held = { officer: 'zhao', name: '赵某', since: on('2026-11-04'), by: 'load' } as const;
    const track = { ...begun, stages, status: 'reviewed', assignments: { experts: held } } as const;
    const li = anOfficer('li', 'bureau', 'approver');
    const offers = stages.map((stage) => [
      stage.code,
      offersOnStage(track, stage, li, standing(true, anOfficerInPost('li'))),
    ]);

    expect(offers).toEqual([
      ['review', {}],
      ['check', { actions: ['complete-stage', 'return-stage'], returnsTo: ['review'] }],
      ['council', {}],
      ['experts', {}],
      ['decision', {}],
    ]);
    expect(actionsOn(track, li)).toContain('return-stage');
  });

  it('say every reason once, and nothing to people of other agencies', () => {
    const away = { from: '2026-11-01', until: '2026-11-30', reason: '年假', recordedBy: 'wei' };
    const qin = anOfficer('qin', 'bureau', 'decision-officer');
    const competences = [competentFor(['decide'], ['another-item'])];
    const officer = anOfficerInPost('qin', {
      competences,
      leaves: [away as Officer['leaves'][number]],
    });
    const { actions, withheld = [] } = offeredOn(tracks.reviewed(), qin, standing(true, officer));

    expect(actions).toEqual([]);
    expect(withheld.map(({ rule, actions: of }) => [rule, of])).toEqual([
      ['within-authority', ['grant', 'refuse']],
      ['not-on-leave', ['grant', 'refuse']],
    ]);
    const stranger = anOfficer('tan', 'tobacco', 'approver');
    expect(offeredOn(tracks.reviewed(), stranger, standing(true))).toEqual({ actions: [] });
  });
});
