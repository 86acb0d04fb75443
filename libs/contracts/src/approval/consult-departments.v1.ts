import { defineCommand } from '../contract.js';
import {
  CaseNumber,
  Code,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Uuid,
  Whole,
} from '../fields.js';
import { DueDate } from '../parts/index.js';

/** What it means that a department lets its term pass: the rule of the place. */
export const SILENCES = ['agreement', 'no-objection', 'awaited'] as const;

export class DepartmentToAsk {
  @Code() department!: string;
  @Optional() @Text({ max: 200 }) name?: string;
  /** Working days to answer; the place's where it is absent. */
  @Optional() @Whole({ min: 1, max: 30 }) workingDays?: number;
}

export class ConsultDepartmentsRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @NestedList(() => DepartmentToAsk, { atLeast: 1, atMost: 20 }) departments!: DepartmentToAsk[];
  @Text({ max: 2000 }) question!: string;
  /** Required where a department is asked again. */
  @Optional() @Text({ max: 1000 }) reason?: string;
}

export class DepartmentAsked {
  @Uuid() requestId!: string;
  @Code() department!: string;
  @Whole({ min: 1 }) round!: number;
  @Nested(() => DueDate) answerBy!: DueDate;
  @OneOf(SILENCES) silence!: (typeof SILENCES)[number];
}

export class ConsultDepartmentsReply {
  @InstantText() askedAt!: string;
  @NestedList(() => DepartmentAsked, { atMost: 20 }) requests!: DepartmentAsked[];
}

export const ConsultDepartmentsV1 = defineCommand({
  name: 'approval.consult-departments',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver'],
  request: ConsultDepartmentsRequest,
  reply: ConsultDepartmentsReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/consultation' },
  summary: {
    zh: '征求部门意见（不停止法定计时）',
    en: 'Asks departments for their opinion on a track; the statutory clock runs on',
  },
});
