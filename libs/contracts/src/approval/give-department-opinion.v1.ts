import { defineCommand } from '../contract.js';
import { CaseNumber, Code, Flag, InstantText, OneOf, Texts, Whole } from '../fields.js';

export const POSITIONS = ['agree', 'agree-with-conditions', 'disagree'] as const;

export class GiveDepartmentOpinionRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @OneOf(POSITIONS) position!: (typeof POSITIONS)[number];
  /** Required for an agreement with conditions. */
  @Texts({ atMost: 20, max: 1000 }) conditions!: string[];
  /** Required for a disagreement, with the provisions it rests on. */
  @Texts({ atMost: 20, max: 1000 }) reasons!: string[];
  @Texts({ atMost: 20, max: 300 }) legalBasis!: string[];
}

export class GiveDepartmentOpinionReply {
  @InstantText() answeredAt!: string;
  /** It came after the term of the department. */
  @Flag() late!: boolean;
  /** Of the departments that were asked, how many nobody waits for any more. */
  @Whole() settled!: number;
  @Whole() asked!: number;
}

export const GiveDepartmentOpinionV1 = defineCommand({
  name: 'approval.give-department-opinion',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'supervisor'],
  request: GiveDepartmentOpinionRequest,
  reply: GiveDepartmentOpinionReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/consultation/opinion' },
  summary: {
    zh: '被征求意见部门答复（同意、附条件同意、不同意）',
    en: 'Answers for a department that was asked: agrees, agrees with conditions, or disagrees',
  },
});
