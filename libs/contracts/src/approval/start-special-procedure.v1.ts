import { defineCommand } from '../contract.js';
import {
  CaseNumber,
  Code,
  DateOnly,
  Nested,
  OneOf,
  Optional,
  Text,
  Uuid,
  Whole,
} from '../fields.js';
import { DueDate } from '../parts/index.js';

/** The eight procedures whose time does not count (许可法 45). */
export const SPECIAL_PROCEDURES = [
  'hearing', // 听证
  'tendering', // 招标
  'auction', // 拍卖
  'inspection-of-goods', // 检验
  'testing', // 检测
  'quarantine', // 检疫
  'appraisal', // 鉴定
  'expert-review', // 专家评审
] as const;

/** Any other has to be named by the item, with its article; which one, `ownProcedure` says. */
export const STOPPING_PROCEDURES = [...SPECIAL_PROCEDURES, 'of-the-item'] as const;

export class StartSpecialProcedureRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @OneOf(STOPPING_PROCEDURES) procedure!: (typeof STOPPING_PROCEDURES)[number];
  /** With `of-the-item`: the exclusion of the item's terms. */
  @Optional() @Code() ownProcedure?: string;
  @Text({ max: 1000 }) reason!: string;
  /** How long it is expected to take; the applicant is told in writing (许可法 45). */
  @Whole({ min: 1, max: 365 }) expectedWorkingDays!: number;
  /** Who carries it out. */
  @Text({ max: 200 }) carriedOutBy!: string;
  /** What the agency pays for it, in fen: a test that the agency needs is the agency's to pay (营商条例 43). */
  @Optional() @Whole() costFen?: number;
}

export class StartSpecialProcedureReply {
  @Uuid() procedureId!: string;
  /** Number of the written notice, without which the clock would not stand still. */
  @Text({ max: 60 }) noticeNumber!: string;
  @DateOnly() suspendedFrom!: string;
  /** The due date if the procedure ends as expected. */
  @Nested(() => DueDate) expectedDue!: DueDate;
}

export const StartSpecialProcedureV1 = defineCommand({
  name: 'approval.start-special-procedure',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver'],
  request: StartSpecialProcedureRequest,
  reply: StartSpecialProcedureReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/special-procedures' },
  summary: {
    zh: '启动特别程序',
    en: 'Starts a special procedure with its written notice; the clock of the track stands still',
  },
});
