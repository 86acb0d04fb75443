import { defineQuery } from '../contract.js';
import {
  Code,
  Codes,
  DateOnly,
  Flag,
  InstantText,
  NestedList,
  OneOf,
  Optional,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../fields.js';
import { Page } from '../parts/index.js';
import { AUTHORISATION_KINDS } from './authorise-officer.v1.js';
import { OfficerCompetence } from './publish-officer.v1.js';

export class ListOfficersRequest extends Page {
  /** Absent: one’s own. */
  @Optional() @Code() agency?: string;
}

/** An authority beside the post that holds, or will: its number is what a revocation names. */
export class AuthorisationRow {
  @Uuid() authorisationId!: string;
  @OneOf(AUTHORISATION_KINDS) kind!: (typeof AUTHORISATION_KINDS)[number];
  @Text({ max: 60 }) documentNumber!: string;
  /** Absent: every item of the agency. */
  @Optional() @Codes({ atMost: 500 }) items?: string[];
  @Codes({ atMost: 3 }) acts!: string[];
  @DateOnly() from!: string;
  @DateOnly() until!: string;
  @Text({ max: 100 }) byName!: string;
  @Optional() @InstantText() grantedAt?: string;
  @Optional() @Text({ max: 500 }) reason?: string;
  /** Where it was taken back. */
  @Optional() @InstantText() revokedAt?: string;
  @Optional() @Text({ max: 100 }) revokedByName?: string;
  @Optional() @Text({ max: 500 }) revocationReason?: string;
  /** What the asking person may do about it. */
  @Optional() @Texts({ atMost: 2, max: 60 }) actions?: string[];
}

export class OfficerRow {
  @Text({ max: 100 }) account!: string;
  @Text({ max: 100 }) name!: string;
  @Code() agency!: string;
  @Flag() inPost!: boolean;
  @Flag() onLeave!: boolean;
  /** Of the post; absent: not published. */
  @Optional() @Codes({ atMost: 4 }) roles?: string[];
  /** By the post. */
  @Optional()
  @NestedList(() => OfficerCompetence, { atMost: 50 })
  competences?: OfficerCompetence[];
  /** Those that were not revoked and are not over, by their last day. */
  @Optional()
  @NestedList(() => AuthorisationRow, { atMost: 50 })
  authorisations?: AuthorisationRow[];
  /** Those that were revoked or are over, the newest first. */
  @Optional()
  @NestedList(() => AuthorisationRow, { atMost: 50 })
  endedAuthorisations?: AuthorisationRow[];
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
