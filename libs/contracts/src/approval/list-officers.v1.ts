import { defineQuery } from '../contract.js';
import { Code, DateOnly, Flag, NestedList, Optional, Text, Whole } from '../fields.js';
import { Page } from '../parts/index.js';

export class ListOfficersRequest extends Page {
  /** Absent: one’s own. */
  @Optional() @Code() agency?: string;
}

export class OfficerRow {
  @Text({ max: 100 }) account!: string;
  @Text({ max: 100 }) name!: string;
  @Code() agency!: string;
  @Flag() inPost!: boolean;
  @Flag() onLeave!: boolean;
  @Optional() @Whole() limit?: number;
  /** Tasks at hand, not weighted. */
  @Whole() openTasks!: number;
  /** The last day of the authorisation that ends first, of those in force. */
  @Optional() @DateOnly() authorisedUntil?: string;
}

export class ListOfficersReply {
  @NestedList(() => OfficerRow, { atMost: 200 }) officers!: OfficerRow[];
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListOfficersV1 = defineQuery({
  name: 'approval.list-officers',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator', 'agency-head', 'auditor', 'approver', 'decision-officer'],
  request: ListOfficersRequest,
  reply: ListOfficersReply,
  http: { method: 'GET', path: '/officers' },
  summary: { zh: '承办人员名册', en: 'Lists the officers of an agency with their work' },
});
