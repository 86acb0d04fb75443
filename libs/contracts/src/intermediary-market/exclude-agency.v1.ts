import { defineCommand } from '../contract.js';
import { CreditCode, Nested, NestedList, Optional } from '../fields.js';
import { ListReason, ProjectNumber, PublicList } from './market-parts.js';

export class ExcludeAgencyRequest {
  @ProjectNumber() projectNumber!: string;
  @CreditCode() creditCode!: string;
  @NestedList(() => ListReason, { atLeast: 1, atMost: 20 }) reasons!: ListReason[];
}

export class ExcludeAgencyReply {
  /** Absent where too few are left and the project failed. */
  @Optional() @Nested(() => PublicList) list?: PublicList;
}

export const ExcludeAgencyV1 = defineCommand({
  name: 'intermediary-market.exclude-agency',
  version: 1,
  callers: ['gateway'],
  permitted: ['market-operator'],
  request: ExcludeAgencyRequest,
  reply: ExcludeAgencyReply,
  http: { method: 'POST', path: '/market/projects/{projectNumber}/exclusions' },
  summary: {
    zh: '排除已报名机构并公布理由',
    en: 'Takes an agency off the frozen list, with reasons, before the public value can be known',
  },
});
