import { anOfficer, on, reviewer, tracks } from '../../test/fixtures.js';
import { anOfficerInPost, competentFor, WORK_RULES } from '../../test/officers.js';
import { aDefinition, aTrackUnder, decision, REPORTED } from '../../test/processes.js';
import type { Standing } from '../domain/officers/act.js';
import type { Officer } from '../domain/officers/officer.js';
import type { Track } from '../domain/track/track.js';
import { actionsOfTask } from './task-actions.js';

const standing = (officer?: Officer): Standing => ({
  now: on('2026-11-05'),
  matter: {
    applicantAccount: 'chen',
    applicant: { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
  },
  published: officer !== undefined,
  ...(officer && { officer }),
  delegators: new Map(),
  rules: WORK_RULES,
});

const open = tracks['in-review']();
const heldBy = (officer: string, track = open, stage = 'review'): Track => ({
  ...track,
  assignments: {
    [stage]: { officer, name: `${officer} of bureau`, since: on('2026-11-03'), by: 'claim' },
  },
});
const li = anOfficerInPost('li');
const head = anOfficer('wei', 'bureau', 'agency-head');

const withheldFrom = (...asked: Parameters<typeof actionsOfTask>) =>
  actionsOfTask(...asked).withheld?.map(({ rule, actions }) => [rule, ...actions]);

describe('A task of the pool', () => {
  it('is offered to whoever may have it, to be claimed and to be ended with others', () => {
    expect(actionsOfTask('review', open, reviewer, standing(li))).toEqual({
      actions: ['claim-task', 'complete-stages'],
    });
  });

  it('is not offered to whoever stands back from the applicant, and says why', () => {
    const related = anOfficerInPost('li', {
      relations: [
        {
          with: { kind: 'organisation', creditCode: '91371500MA9YXW1T5X' },
          reason: '配偶任职',
          declaredAt: on('2026-11-01'),
          declaredBy: 'li',
        },
      ],
    });

    expect(actionsOfTask('review', open, reviewer, standing(related)).actions).toEqual([]);
    expect(withheldFrom('review', open, reviewer, standing(related))).toEqual([
      ['not-recused', 'claim-task', 'complete-stages'],
    ]);
  });

  it('is beyond somebody who may decide only, and names the article', () => {
    const deciding = anOfficerInPost('li', { competences: [competentFor(['decide'])] });

    expect(actionsOfTask('review', open, reviewer, standing(deciding))).toMatchObject({
      actions: [],
      withheld: [{ rule: 'within-authority', source: '行政许可法 24' }],
    });
  });

  it('is not offered as a decision to whoever reviewed it', () => {
    const both = anOfficer('li', 'bureau', 'approver', 'decision-officer');
    const post = anOfficerInPost('li', { competences: [competentFor(['review', 'decide'])] });

    expect(withheldFrom('decision', tracks.reviewed(), both, standing(post))).toContainEqual([
      'decided-by-another-than-the-reviewer',
      'claim-task',
      'complete-stages',
    ]);
  });

  it('is nobody’s business who has another role or works elsewhere', () => {
    const inspector = anOfficer('he', 'bureau', 'inspector');
    const elsewhere = anOfficer('li', 'fire-rescue', 'approver');

    expect(actionsOfTask('review', open, inspector, standing())).toEqual({ actions: [] });
    expect(actionsOfTask('review', open, elsewhere, standing())).toEqual({ actions: [] });
  });

  it('is gone once its stage is over', () => {
    expect(actionsOfTask('review', tracks.reviewed(), reviewer, standing(li))).toEqual({
      actions: [],
    });
  });
});

describe('A task that somebody has', () => {
  it('is given back or ended by that officer alone, or given to another by the head', () => {
    expect(actionsOfTask('review', heldBy('li'), reviewer, standing(li)).actions).toEqual([
      'release-task',
      'complete-stages',
    ]);
    expect(actionsOfTask('review', heldBy('qian'), reviewer, standing(li)).actions).toEqual([]);
    expect(actionsOfTask('review', heldBy('qian'), head, standing()).actions).toEqual([
      'release-task',
      'assign-task',
      'mark-green-lane',
    ]);
  });

  it('is not ended while a special procedure runs', () => {
    const stopped = heldBy('li', tracks.suspended());

    expect(withheldFrom('review', stopped, reviewer, standing(li))).toEqual([
      ['no-special-procedure-under-way', 'complete-stages'],
    ]);
  });

  it('is not signed with others unless its process says so', () => {
    const wang = anOfficer('wang', 'bureau', 'decision-officer');
    const post = anOfficerInPost('wang', { competences: [competentFor(['decide-at-window'])] });
    const atWindow = (changes: object) =>
      heldBy('wang', aTrackUnder(aDefinition([decision([], changes)])), 'decision');

    expect(withheldFrom('decision', atWindow({}), wang, standing(post))).toEqual([
      ['batch-allowed-by-the-process', 'complete-stages'],
    ]);
    expect(
      actionsOfTask('decision', atWindow({ inBatch: true }), wang, standing(post)).actions,
    ).toEqual(['release-task', 'complete-stages']);
  });

  it('is reported by itself where it is a first review', () => {
    const [, ...behind] = REPORTED.stages;
    const [first, ...rest] = behind;
    const reported = aTrackUnder({
      ...aDefinition([]),
      stages: [{ ...first!, after: [] }, ...rest],
    });
    const held = heldBy('li', reported, 'first');

    expect(withheldFrom('first', held, reviewer, standing(li))).toEqual([
      ['ended-by-its-own-act', 'complete-stages'],
    ]);
  });
});
