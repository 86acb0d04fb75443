import { defineCommand } from '../contract.js';
import { CaseNumber, Code, Flag, Nested, NestedList, Optional, Text, Texts } from '../fields.js';
import { TaskRequest } from './tasks.v1.js';

const MOST = { atLeast: 1, atMost: 100 } as const;
const WORKERS = ['approver', 'decision-officer', 'inspector', 'agency-head'] as const;

export class UnmetOfTask {
  @Text({ max: 60 }) rule!: string;
  @Optional() @Text({ max: 200 }) path?: string;
  @Text({ max: 1000 }) zh!: string;
  @Text({ max: 1000 }) en!: string;
  @Optional() @Text({ max: 300 }) source?: string;
}

export class RefusalOfTask {
  @Text({ max: 60 }) code!: string;
  @Text({ max: 500 }) zh!: string;
  @Text({ max: 500 }) en!: string;
  @NestedList(() => UnmetOfTask, { atMost: 100 }) unmet!: UnmetOfTask[];
}

/** What became of one of them; each is judged alone, in the order of the request. */
export class TaskResult {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Code() stage!: string;
  @Flag() done!: boolean;
  /** Where it was not done. */
  @Optional() @Nested(() => RefusalOfTask) refusal?: RefusalOfTask;
  /** Where a decision was signed. */
  @Optional() @Text({ max: 60 }) decisionNumber?: string;
}

export class BatchReply {
  @NestedList(() => TaskResult, MOST) results!: TaskResult[];
}

export class AssigneeOfTasks {
  @Text({ max: 100 }) officer!: string;
  @Text({ max: 500 }) reason!: string;
}

export class ClaimTasksRequest {
  @NestedList(() => TaskRequest, MOST) tasks!: TaskRequest[];
  /** For the head: who gets them; absent: whoever asks claims them. */
  @Optional() @Nested(() => AssigneeOfTasks) assignTo?: AssigneeOfTasks;
}

export const ClaimTasksV1 = defineCommand({
  name: 'approval.claim-tasks',
  version: 1,
  callers: ['gateway'],
  permitted: WORKERS,
  request: ClaimTasksRequest,
  reply: BatchReply,
  http: { method: 'POST', path: '/tasks/claims' },
  summary: {
    zh: '批量领取或者指派任务，逐件判断',
    en: 'Claims or assigns many tasks at once, each judged alone',
  },
});

export class CompleteStagesRequest {
  @NestedList(() => TaskRequest, MOST) stages!: TaskRequest[];
  /** What came of them; a review recommends a grant and a decision grants, whatever stands here. */
  @Text({ max: 200 }) outcome!: string;
  @Optional() @Text({ max: 1000 }) remark?: string;
  /** Of reviews and decisions. */
  @Optional() @Texts({ atMost: 20, max: 1000 }) grounds?: string[];
  @Optional() @Texts({ atMost: 20, max: 300 }) legalBasis?: string[];
}

export const CompleteStagesV1 = defineCommand({
  name: 'approval.complete-stages',
  version: 1,
  callers: ['gateway'],
  permitted: WORKERS,
  request: CompleteStagesRequest,
  reply: BatchReply,
  http: { method: 'POST', path: '/tasks/completions' },
  summary: {
    zh: '批量办结环节，逐件判断；仅流程允许的形式审查可批量准予，不予许可须逐件说明理由',
    en: 'Ends many stages at once, each judged alone; grants only where the process allows it, refusals never',
  },
});
