import type { Change, Instant } from '@onewindow/kernel';
import { agencyLifecycle, type AgencyStatus } from './agency-lifecycle.js';
import type { Scores } from './rating.js';

export interface Organisation {
  readonly name: string;
  readonly creditCode: string;
}

export interface Contact {
  readonly name: string;
  readonly phone: string;
}

export interface Qualification {
  readonly code: string;
  readonly number: string;
  readonly scope: string;
  readonly validFrom: string;
  readonly validUntil?: string;
}

/** An organisation that an agency is related to, by its own word: one owner, one head, one administers the other. */
export interface RelatedOrganisation extends Organisation {
  readonly relation: string;
}

/** What an agency declares of itself. */
export interface AgencyDeclaration extends Organisation {
  /** Agencies of the administration that it belongs to, or whose institution founded it (营商条例 43). */
  readonly affiliatedWith: readonly string[];
  readonly relatedTo?: readonly RelatedOrganisation[];
  readonly qualifications: readonly Qualification[];
  readonly contact: Contact;
}

export type AgencyRecordKind = 'award-given-up' | 'contract-overdue' | 'report-late';

export interface AgencyRecord {
  readonly kind: AgencyRecordKind;
  readonly projectNumber: string;
  readonly at: Instant;
}

/** An agency 中介服务机构 of the market. */
export interface Agency extends AgencyDeclaration {
  readonly id: string;
  readonly edition: number;
  readonly status: AgencyStatus;
  readonly registeredAt: Instant;
  readonly suspension?: { readonly reason: string; readonly since: Instant };
  readonly records: readonly AgencyRecord[];
  /** Sums of what owners gave it. */
  readonly scores: Scores & { readonly count: number };
}

export type AgencyEvent =
  | { readonly type: 'agency-registered'; readonly edition: number }
  | { readonly type: 'agency-suspended'; readonly reason: string }
  | { readonly type: 'agency-reinstated'; readonly reason: string }
  | { readonly type: 'agency-recorded'; readonly record: AgencyRecord }
  | { readonly type: 'agency-rated'; readonly projectNumber: string; readonly scores: Scores };

/** Takes a declaration in; what is on record stays, and a suspension as well. */
export function register(
  before: Agency | undefined,
  declared: AgencyDeclaration,
  now: Instant,
): Change<Agency, AgencyEvent> {
  const edition = (before?.edition ?? 0) + 1;
  const status =
    before === undefined ? agencyLifecycle.initial : agencyLifecycle.next(before.status, 'renew');
  // What is declared anew replaces all that was declared: a relation that is not named any more is over.
  const { registeredAt = now, records = [], scores = NO_SCORES, suspension } = before ?? {};
  const kept = { registeredAt, records, scores, ...(suspension && { suspension }) };
  return {
    state: { ...declared, ...kept, id: declared.creditCode, edition, status },
    events: [{ type: 'agency-registered', edition }],
  };
}

const NO_SCORES: Agency['scores'] = { count: 0, quality: 0, timeliness: 0, attitude: 0, price: 0 };

export const suspend = (
  agency: Agency,
  reason: string,
  now: Instant,
): Change<Agency, AgencyEvent> => ({
  state: {
    ...agency,
    status: agencyLifecycle.next(agency.status, 'suspend'),
    suspension: { reason, since: now },
  },
  events: [{ type: 'agency-suspended', reason }],
});

export function reinstate(agency: Agency, reason: string): Change<Agency, AgencyEvent> {
  const { suspension: _, ...rest } = agency;
  return {
    state: { ...rest, status: agencyLifecycle.next(agency.status, 'reinstate') },
    events: [{ type: 'agency-reinstated', reason }],
  };
}

/** Something that counts against the agency: it stays on record whatever follows. */
export const note = (agency: Agency, record: AgencyRecord): Change<Agency, AgencyEvent> => ({
  state: { ...agency, records: [...agency.records, record] },
  events: [{ type: 'agency-recorded', record }],
});

export const takeRating = (
  agency: Agency,
  projectNumber: string,
  scores: Scores,
): Change<Agency, AgencyEvent> => ({
  state: {
    ...agency,
    scores: {
      count: agency.scores.count + 1,
      quality: agency.scores.quality + scores.quality,
      timeliness: agency.scores.timeliness + scores.timeliness,
      attitude: agency.scores.attitude + scores.attitude,
      price: agency.scores.price + scores.price,
    },
  },
  events: [{ type: 'agency-rated', projectNumber, scores }],
});

export const organisationOf = ({ name, creditCode }: Organisation): Organisation => ({
  name,
  creditCode,
});
