import { defineCommand } from '../contract.js';
import { Account, CreditCode, DateOnly, InstantText, Optional, Text, Uuid } from '../fields.js';

export class DeclareRelationRequest {
  @Account() account!: string;
  /** Of an organisation; otherwise the person by name, and by account where it is known. */
  @Optional() @CreditCode() creditCode?: string;
  @Optional() @Text({ max: 100 }) personName?: string;
  @Optional() @Text({ max: 100 }) personAccount?: string;
  @Text({ max: 300 }) reason!: string;
  /** The last day of it, where it has ended. */
  @Optional() @DateOnly() until?: string;
}

export class DeclareRelationReply {
  @InstantText() declaredAt!: string;
  /** The officer’s tasks of this party go to others under this number. */
  @Optional() @Uuid() transferId?: string;
}

export const DeclareRelationV1 = defineCommand({
  name: 'approval.declare-relation',
  version: 1,
  callers: ['gateway'],
  permitted: ['agency-head', 'decision-officer', 'approver', 'inspector'],
  request: DeclareRelationRequest,
  reply: DeclareRelationReply,
  http: { method: 'POST', path: '/officers/{account}/relations' },
  summary: {
    zh: '申报应当回避的关系',
    en: 'Declares whose matters an officer stands back from; open ones go to others',
  },
});
