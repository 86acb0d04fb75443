import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, OneOf, Optional, Sha256, Texts } from '../fields.js';
import { OUTCOMES } from '../parts/index.js';

export class DraftDecisionRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @OneOf(OUTCOMES) outcome!: (typeof OUTCOMES)[number];
  /** Required for a refusal (许可法 38). */
  @Texts({ atMost: 20, max: 1000 }) reasons!: string[];
  /** Provisions the decision rests on. */
  @Texts({ atLeast: 1, atMost: 20, max: 300 }) legalBasis!: string[];
  /** Under which the permit is granted 附条件准予. */
  @Optional() @Texts({ atMost: 20, max: 1000 }) conditions?: string[];
}

export class DraftDecisionReply {
  @InstantText() draftedAt!: string;
  /** Of what the draft says: the reviewer names it, and what is signed has to have it. */
  @Sha256() hash!: string;
}

export const DraftDecisionV1 = defineCommand({
  name: 'approval.draft-decision',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver'],
  request: DraftDecisionRequest,
  reply: DraftDecisionReply,
  http: { method: 'PUT', path: '/cases/{caseNumber}/tracks/{item}/draft' },
  summary: { zh: '拟定决定文稿', en: 'Drafts the decision of a track' },
});
