import {
  addDays,
  aggregateKind,
  endOfDay,
  legalDateAt,
  unchanged,
  type Change,
  type Instant,
  type LegalDate,
} from '@onewindow/kernel';
import {
  countForward,
  naturalDaysOf,
  workingDays,
  years,
  type WorkingCalendar,
} from '@onewindow/statutory-clock';
import { instantAfter, plainDueDate, type DueDate } from '../due-date.js';
import type { Agency } from '../officers.js';
import { licenceNumber, type NumberedTrack } from '../paper-numbers.js';
import type { Applicant } from '../parties.js';
import { licenceLifecycle, type LicenceStatus } from './licence-lifecycle.js';

/** A licence 证照 as its track and its papers name it. */
export interface LicenceOnTrack {
  readonly number: string;
  readonly name: string;
  readonly validFrom: LegalDate;
  /** Last day of validity; absent: without an end. */
  readonly validUntil?: LegalDate;
  /** Unguessable; printed on the licence as part of its verification link. */
  readonly verificationCode: string;
}

/** The licence's own life after the decision. */
export interface Licence extends LicenceOnTrack, Agency {
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly item: string;
  readonly holder: Applicant;
  readonly status: LicenceStatus;
  /** Until when it has to be issued and served (许可法 44). */
  readonly serveBy: DueDate;
  readonly servedAt?: Instant;
  readonly serviceOverdueSince?: Instant;
}

export type LicenceEvent =
  | { readonly type: 'licence-issued'; readonly licence: LicenceOnTrack; readonly serveBy: DueDate }
  | { readonly type: 'licence-served'; readonly servedAt: Instant }
  | { readonly type: 'service-overdue'; readonly since: Instant }
  | { readonly type: 'licence-expired'; readonly lastDay: LegalDate };

export const licenceKind = aggregateKind<Licence, LicenceEvent>('licence');

export const LICENCE_DEADLINES = ['service-due', 'validity-end'] as const;
export type LicenceDeadline = (typeof LICENCE_DEADLINES)[number];

/** Valid from the day of the decision through the day before its anniversary. */
export function licenceOnTrack(
  track: NumberedTrack & { readonly resultName: string; readonly validityYears?: number },
  decidedAt: Instant,
  verificationCode: string,
): LicenceOnTrack {
  const validFrom = legalDateAt(decidedAt);
  return {
    number: licenceNumber(track),
    name: track.resultName,
    validFrom,
    ...(track.validityYears !== undefined && {
      validUntil: addDays(validFrom, naturalDaysOf(validFrom, years(track.validityYears)) - 1),
    }),
    verificationCode,
  };
}

export interface IssuedLicence extends Agency {
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly item: string;
  readonly licence: LicenceOnTrack;
}

/** The term to issue and serve the certificate runs from the decision, beside every other clock (许可法 44). */
export function issueLicence(
  { licence, ...track }: IssuedLicence,
  holder: Applicant,
  decidedAt: Instant,
  { calendar, workingDaysToServe }: { calendar: WorkingCalendar; workingDaysToServe: number },
): Change<Licence, LicenceEvent> {
  const { due } = countForward(legalDateAt(decidedAt), workingDays(workingDaysToServe), calendar);
  const serveBy = plainDueDate(due);
  const { applicationId, caseNumber, item, agency, agencyName } = track;
  return {
    state: {
      ...licence,
      applicationId,
      caseNumber,
      item,
      agency,
      agencyName,
      holder,
      status: licenceLifecycle.initial,
      serveBy,
    },
    events: [{ type: 'licence-issued', licence, serveBy }],
  };
}

/** Dispatch meets the certificate clock; a second dispatch changes nothing. */
export function serveLicence(licence: Licence, servedAt: Instant): Change<Licence, LicenceEvent> {
  if (licence.servedAt !== undefined) return unchanged(licence);
  const status = licenceLifecycle.next(licence.status, 'serve');
  return {
    state: { ...licence, status, servedAt },
    events: [{ type: 'licence-served', servedAt }],
  };
}

export function flagLateService(licence: Licence, now: Instant): Change<Licence, LicenceEvent> {
  const since = licenceDeadlinesOf(licence)['service-due'];
  if (since === undefined || since > now) return unchanged(licence);
  return {
    state: { ...licence, serviceOverdueSince: since },
    events: [{ type: 'service-overdue', since }],
  };
}

export function expireLicence(licence: Licence, now: Instant): Change<Licence, LicenceEvent> {
  const end = licenceDeadlinesOf(licence)['validity-end'];
  if (end === undefined || end > now || licence.validUntil === undefined) return unchanged(licence);
  return {
    state: { ...licence, status: licenceLifecycle.next(licence.status, 'expire') },
    events: [{ type: 'licence-expired', lastDay: licence.validUntil }],
  };
}

export function licenceDeadlinesOf(
  licence: Licence,
): Readonly<Record<LicenceDeadline, Instant | undefined>> {
  const served = licence.servedAt !== undefined || licence.serviceOverdueSince !== undefined;
  const ends = licenceLifecycle.allows(licence.status, 'expire') ? licence.validUntil : undefined;
  return {
    'service-due': served ? undefined : instantAfter(licence.serveBy),
    'validity-end': ends === undefined ? undefined : endOfDay(ends),
  };
}

/** What anybody sees at a moment: right on the day, whether or not the end was recorded yet. */
export const statusOn = (licence: LicenceOnTrack, today: LegalDate): LicenceStatus =>
  licence.validUntil !== undefined && licence.validUntil < today ? 'expired' : 'valid';
