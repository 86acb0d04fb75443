import type { TaskRow } from '../../api/replies.js';
import {
  claimOf,
  completionOf,
  fieldsFor,
  groupsOf,
  mayBeChosen,
  MOST_TASKS,
  sortedFor,
} from './batch.js';

const aTask = (serial: number, changes: Partial<TaskRow> = {}): TaskRow => ({
  caseNumber: `379900-20261102-${String(serial).padStart(6, '0')}`,
  item: 'drainage',
  itemName: '排水许可',
  stage: 'review',
  stageName: '审查',
  role: 'approver',
  kind: 'review',
  status: 'in-review',
  applicantName: '某餐饮公司',
  premisesName: '某餐饮店',
  address: '滨河路 12 号',
  greenLane: false,
  actions: ['claim-task', 'complete-stages'],
  ...changes,
});

describe('Tasks for one act', () => {
  it('are chosen only where an act may be done with others', () => {
    const held = aTask(1, { actions: ['assign-task', 'mark-green-lane'] });

    expect([aTask(1), held].map(mayBeChosen)).toEqual([true, false]);
  });

  it('leave out those with which this act may not be done', () => {
    const mine = aTask(1, { actions: ['release-task', 'complete-stages'] });
    const free = aTask(2, { actions: ['claim-task'] });

    expect(sortedFor('claim-task', [mine, free])).toEqual({ within: [free], beside: [mine] });
    expect(sortedFor('complete-stages', [mine, free])).toEqual({ within: [mine], beside: [free] });
  });

  it('are no more than one command takes', () => {
    const many = Array.from({ length: MOST_TASKS + 5 }, (_, at) => aTask(at));

    expect(sortedFor('claim-task', many).within).toHaveLength(MOST_TASKS);
    expect(sortedFor('claim-task', many).beside).toHaveLength(5);
  });

  it('are ended with the same words where they are one stage of one item, the most first', () => {
    const decision = { stage: 'decision', kind: 'decision' } as const;
    const groups = groupsOf([aTask(1, decision), aTask(2), aTask(3, { item: 'sign' }), aTask(4)]);

    expect(groups.map(({ key, tasks }) => [key, tasks.length])).toEqual([
      ['drainage review', 2],
      ['drainage decision', 1],
      ['sign review', 1],
    ]);
  });
});

describe('What an officer says for all of them', () => {
  it('is the grounds of a review, the basis of a decision, and what came of any other stage', () => {
    expect(Object.keys(fieldsFor('review').properties ?? {})).toEqual(['grounds']);
    expect(fieldsFor('decision').required).toEqual(['legalBasis']);
    expect(fieldsFor('check').required).toEqual(['outcome']);
    expect(fieldsFor('review').properties?.['grounds']).toMatchObject({
      type: 'array',
      minItems: 1,
    });
  });

  it('is sent with nothing of a task but which one it is', () => {
    const reference = { caseNumber: aTask(1).caseNumber, item: 'drainage', stage: 'review' };

    expect(claimOf([aTask(1)])).toEqual({ tasks: [reference] });
    expect(completionOf([aTask(1)], { grounds: ['齐全'] })).toEqual({
      stages: [reference],
      outcome: '建议准予',
      grounds: ['齐全'],
    });
    expect(completionOf([aTask(1, { kind: 'check' })], { outcome: '一致' })).toMatchObject({
      outcome: '一致',
    });
  });
});
