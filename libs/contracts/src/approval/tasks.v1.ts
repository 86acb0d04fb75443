import { defineCommand, defineQuery } from '../contract.js';
import {
  CaseNumber,
  Code,
  DateOnly,
  Flag,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Texts,
  Whole,
} from '../fields.js';
import { Page, STAGE_KINDS } from '../parts/index.js';
import { LAMPS, TRACK_STATUSES, WithheldActions } from './find-case.v1.js';

export class TaskRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Code() stage!: string;
}

/** Who has the task from now on; absent: it is in the pool. */
export class TaskReply {
  @Optional() @Text({ max: 100 }) officer?: string;
  @Optional() @Text({ max: 100 }) officerName?: string;
  @Optional() @InstantText() since?: string;
}

const WORKERS = ['approver', 'decision-officer', 'inspector', 'agency-head'] as const;
const TASK_PATH = '/cases/{caseNumber}/tracks/{item}/stages/{stage}';

export const ClaimTaskV1 = defineCommand({
  name: 'approval.claim-task',
  version: 1,
  callers: ['gateway'],
  permitted: WORKERS,
  request: TaskRequest,
  reply: TaskReply,
  http: { method: 'POST', path: `${TASK_PATH}/claim` },
  summary: { zh: '领取任务', en: 'Claims a task from the pool; of two at once one has it' },
});

export class ReleaseTaskRequest extends TaskRequest {
  @Text({ max: 500 }) reason!: string;
}

export const ReleaseTaskV1 = defineCommand({
  name: 'approval.release-task',
  version: 1,
  callers: ['gateway'],
  permitted: WORKERS,
  request: ReleaseTaskRequest,
  reply: TaskReply,
  http: { method: 'POST', path: `${TASK_PATH}/release` },
  summary: { zh: '退回任务', en: 'Gives a task back to the pool, with the reason' },
});

export class AssignTaskRequest extends TaskRequest {
  @Text({ max: 100 }) officer!: string;
  @Text({ max: 500 }) reason!: string;
}

export const AssignTaskV1 = defineCommand({
  name: 'approval.assign-task',
  version: 1,
  callers: ['gateway'],
  permitted: ['agency-head'],
  request: AssignTaskRequest,
  reply: TaskReply,
  http: { method: 'POST', path: `${TASK_PATH}/assignment` },
  summary: { zh: '指派任务', en: 'Assigns a task to an officer who may have it' },
});

export class MarkGreenLaneRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 500 }) reason!: string;
  /** Until when the agency wants to be done; no effect in law. */
  @Optional() @DateOnly() internalDue?: string;
}

export class MarkGreenLaneReply {
  @InstantText() markedAt!: string;
}

export const MarkGreenLaneV1 = defineCommand({
  name: 'approval.mark-green-lane',
  version: 1,
  callers: ['gateway'],
  permitted: ['agency-head'],
  request: MarkGreenLaneRequest,
  reply: MarkGreenLaneReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/green-lane' },
  summary: {
    zh: '列入绿色通道',
    en: 'Puts a track first in the lists of its agency, with the reason',
  },
});

export const TASKS_OF = ['mine', 'pool', 'agency'] as const;

export class ListTasksRequest extends Page {
  /** One’s own, those that nobody has, or all of the agency; absent: one’s own. */
  @Optional() @OneOf(TASKS_OF) of?: (typeof TASKS_OF)[number];
  @Optional() @Code() item?: string;
  @Optional() @Code() stage?: string;
  @Optional() @OneOf(LAMPS) lamp?: (typeof LAMPS)[number];
  /** Part of the applicant’s name, of the case number or of the address. */
  @Optional() @Text({ max: 100 }) text?: string;
}

export class TaskRow {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Code() stage!: string;
  @Text({ max: 100 }) stageName!: string;
  @Text({ max: 40 }) role!: string;
  @Optional() @OneOf(STAGE_KINDS) kind?: (typeof STAGE_KINDS)[number];
  @OneOf(TRACK_STATUSES) status!: (typeof TRACK_STATUSES)[number];
  @Text({ max: 200 }) applicantName!: string;
  @Text({ max: 200 }) premisesName!: string;
  @Text({ min: 0, max: 300 }) address!: string;
  @Optional() @Text({ max: 100 }) officer?: string;
  @Optional() @Text({ max: 100 }) officerName?: string;
  @Flag() greenLane!: boolean;
  /** The earliest date of the stage, the promise, the statute and the green lane; absent while none runs. */
  @Optional() @DateOnly() dueOn?: string;
  @Optional() @OneOf(LAMPS) lamp?: (typeof LAMPS)[number];
  /** What the asking person may do about the task itself, and whether it may be ended with others. */
  @Texts({ atMost: 5, max: 60 }) actions!: string[];
  /** Why other actions of the asking person’s office are not among them. */
  @Optional() @NestedList(() => WithheldActions, { atMost: 20 }) withheld?: WithheldActions[];
}

/** Counted among the 1000 most urgent: where they come to 1000 together, there may be more. */
export class TasksByLamp {
  @Whole() red!: number;
  @Whole() yellow!: number;
  @Whole() blue!: number;
  @Whole() none!: number;
}

export class ListTasksReply {
  @NestedList(() => TaskRow, { atMost: 200 }) tasks!: TaskRow[];
  @Nested(() => TasksByLamp) lamps!: TasksByLamp;
  @Optional() @Text({ max: 300 }) nextCursor?: string;
}

export const ListTasksV1 = defineQuery({
  name: 'approval.list-tasks',
  version: 1,
  callers: ['gateway'],
  permitted: WORKERS,
  request: ListTasksRequest,
  reply: ListTasksReply,
  http: { method: 'GET', path: '/tasks' },
  summary: { zh: '任务列表', en: 'Lists what is to be done, most urgent first' },
});
