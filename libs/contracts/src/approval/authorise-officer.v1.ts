import { defineCommand } from '../contract.js';
import { Account, Codes, DateOnly, InstantText, OneOf, Optional, Text, Uuid } from '../fields.js';

/** By the head to a chief representative 首席代表, or by an officer to another one, who delegates it no further (许可法 24). */
export const AUTHORISATION_KINDS = ['chief-representative', 'delegation'] as const;

export class AuthoriseOfficerRequest {
  @Account() account!: string;
  @OneOf(AUTHORISATION_KINDS) kind!: (typeof AUTHORISATION_KINDS)[number];
  @Text({ max: 60 }) documentNumber!: string;
  /** Absent: every item of the agency. */
  @Optional() @Codes({ atMost: 500 }) items?: string[];
  @Codes({ atMost: 3 }) acts!: string[];
  /** First and last day. */
  @DateOnly() from!: string;
  @DateOnly() until!: string;
  @Optional() @Text({ max: 500 }) reason?: string;
}

export class AuthoriseOfficerReply {
  @Uuid() authorisationId!: string;
  @InstantText() grantedAt!: string;
}

export const AuthoriseOfficerV1 = defineCommand({
  name: 'approval.authorise-officer',
  version: 1,
  callers: ['gateway'],
  permitted: ['agency-head', 'decision-officer', 'approver'],
  request: AuthoriseOfficerRequest,
  reply: AuthoriseOfficerReply,
  http: { method: 'POST', path: '/officers/{account}/authorisations' },
  summary: {
    zh: '授权首席代表，或者委托其他承办人员',
    en: 'Authorises a chief representative, or delegates one’s own authority for a period',
  },
});

export class RevokeAuthorisationRequest {
  @Account() account!: string;
  @Uuid() authorisationId!: string;
  @Optional() @Text({ max: 500 }) reason?: string;
}

export class RevokeAuthorisationReply {
  @InstantText() revokedAt!: string;
}

export const RevokeAuthorisationV1 = defineCommand({
  name: 'approval.revoke-authorisation',
  version: 1,
  callers: ['gateway'],
  permitted: ['agency-head', 'decision-officer', 'approver'],
  request: RevokeAuthorisationRequest,
  reply: RevokeAuthorisationReply,
  http: { method: 'POST', path: '/officers/{account}/authorisations/{authorisationId}/revocation' },
  summary: { zh: '撤销授权或者委托', en: 'Revokes an authorisation or a delegation' },
});
