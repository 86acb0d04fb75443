import { defineQuery } from '../contract.js';
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
  Uuid,
} from '../fields.js';
import { DueDate } from '../parts/index.js';
import { STATEMENT_KINDS } from './record-statement.v1.js';
import { NOTICE_METHODS } from './tell-interested-party.v1.js';

export const NAMED_BY = ['agency', 'self'] as const;

export class PartyToldView {
  @Text({ max: 60 }) noticeNumber!: string;
  @OneOf(NOTICE_METHODS) method!: (typeof NOTICE_METHODS)[number];
  @Text({ max: 200 }) receivedBy!: string;
  @DateOnly() servedOn!: string;
  @Nested(() => DueDate) stateBy!: DueDate;
  @Flag() hearing!: boolean;
}

export class InterestedPartyView {
  @Uuid() partyId!: string;
  @Text({ max: 200 }) name!: string;
  @Text({ max: 1000 }) interest!: string;
  @OneOf(NAMED_BY) namedBy!: (typeof NAMED_BY)[number];
  @InstantText() namedAt!: string;
  @Optional() @Nested(() => PartyToldView) told?: PartyToldView;
  @Optional() @Text({ max: 1000 }) declinedBecause?: string;
}

export class StatementView {
  @Optional() @Uuid() partyId?: string;
  @OneOf(STATEMENT_KINDS) kind!: (typeof STATEMENT_KINDS)[number];
  @Text({ max: 4000 }) text!: string;
  @InstantText() statedAt!: string;
}

export class FindInterestedPartiesRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
}

export class FindInterestedPartiesReply {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Text({ max: 200 }) agencyName!: string;
  @NestedList(() => InterestedPartyView, { atMost: 200 }) parties!: InterestedPartyView[];
  @NestedList(() => StatementView, { atMost: 500 }) statements!: StatementView[];
}

export const FindInterestedPartiesV1 = defineQuery({
  name: 'approval.find-interested-parties',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'inspector', 'decision-officer', 'agency-head', 'auditor', 'applicant'],
  request: FindInterestedPartiesRequest,
  reply: FindInterestedPartiesReply,
  http: { method: 'GET', path: '/cases/{caseNumber}/tracks/{item}/interested-parties' },
  summary: {
    zh: '查看利害关系人和陈述申辩',
    en: 'Shows the interested parties of a track and what was stated',
  },
});
