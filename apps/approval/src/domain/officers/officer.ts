import { aggregateKind, type Instant, type LegalDate } from '@onewindow/kernel';
import type { AGENCY_ROLES } from '../case/visible-to.js';
import type { Authorisation, Scope } from './authorisation.js';
import type { OfficerStatus } from './officer-lifecycle.js';

/** Somebody who handles and decides tracks of an agency: what for, how much at a time, and for whom not. Plain JSON. */
export interface Officer {
  readonly account: string;
  readonly name: string;
  readonly agency: string;
  readonly status: OfficerStatus;
  /** By the post. */
  readonly competences: readonly Competence[];
  /** Those of the post, of which a task asks for one; absent: not published, and no task is kept from the officer for it. */
  readonly roles?: readonly OfficeRole[];
  /** The most open work at a time, weighted as the place weighs it; absent: no limit. */
  readonly limit?: number;
  readonly authorisations: readonly Authorisation[];
  readonly leaves: readonly Leave[];
  readonly relations: readonly Relation[];
}

/** What an account of an agency signs in as; a stage says which of them it takes. */
export type OfficeRole = (typeof AGENCY_ROLES)[number];

export interface Competence extends Scope {
  /** Since when, for the rotation of posts 轮岗. */
  readonly since: LegalDate;
}

/** Days in Asia/Shanghai, both inclusive. */
export interface Leave {
  readonly from: LegalDate;
  readonly until: LegalDate;
  readonly reason: string;
  readonly recordedBy: string;
}

/** An interest in the matters of somebody, for which the officer stands back 回避 (公务员法 76). */
export interface Relation {
  readonly with: RelatedParty;
  readonly reason: string;
  readonly declaredAt: Instant;
  readonly declaredBy: string;
  /** The last day of it, where it has ended. */
  readonly until?: LegalDate;
}

export type RelatedParty =
  | { readonly kind: 'organisation'; readonly creditCode: string }
  | { readonly kind: 'person'; readonly name: string; readonly account?: string };

export type OfficerEvent =
  | {
      readonly type: 'officer-published';
      readonly agency: string;
      readonly competences: readonly Competence[];
      readonly roles?: readonly OfficeRole[];
      readonly limit?: number;
    }
  | { readonly type: 'officer-left'; readonly agency: string }
  | { readonly type: 'officer-authorised'; readonly authorisation: Authorisation }
  | {
      readonly type: 'authorisation-revoked';
      readonly authorisationId: string;
      readonly revokedAt: Instant;
      readonly revokedBy: string;
      readonly reason?: string;
    }
  | { readonly type: 'leave-recorded'; readonly leave: Leave }
  | { readonly type: 'relation-declared'; readonly relation: Relation };

/** An officer is found by the account that they sign in with. */
export const officerKind = aggregateKind<Officer, OfficerEvent>('officer');

/** The officers of one agency by account: where there is none, whoever has the role acts, and nobody is assigned. */
export interface Roster {
  readonly agency: string;
  readonly accounts: readonly string[];
}

export type RosterEvent = { readonly type: 'roster-changed'; readonly accounts: readonly string[] };

export const rosterKind = aggregateKind<Roster, RosterEvent>('roster');
