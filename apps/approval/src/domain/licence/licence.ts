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
import { naturalDaysOf, years, type LegalEffect } from '@onewindow/statutory-clock';
import type { WarningLamp } from '../clock/warnings.js';
import type { DueDate } from '../due-date.js';
import type { Agency } from '../officers.js';
import { licenceNumber, type NumberedTrack } from '../paper-numbers.js';
import type { Applicant } from '../parties.js';
import type { Moved, MovedBy } from '../rederivation/moved-dates.js';
import type { Counting } from '../track/track-clock.js';
import {
  isLapsedOn,
  lapseDeadlineOf,
  useByFrom,
  type ItemLapse,
  type LapseClock,
  type LicenceUse,
} from './lapse-clock.js';
import {
  certificateClock,
  serviceDeadlinesOf,
  type CertificateClock,
} from './certificate-clock.js';
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
  /** What has to be done before work begins or the place opens. */
  readonly beforeStart?: string[];
}

/** The licence's own life after the decision. */
export interface Licence extends LicenceOnTrack, Agency, CertificateClock, LapseClock {
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly item: string;
  readonly holder: Applicant;
  readonly status: LicenceStatus;
  /** Since when it no longer stands: its decision was quashed. */
  readonly annulledAt?: Instant;
}

export type LicenceEvent =
  | { readonly type: 'licence-issued'; readonly licence: LicenceOnTrack; readonly serveBy: DueDate }
  | {
      readonly type: 'licence-served';
      readonly servedAt: Instant;
      /** What was recorded before the service was known. */
      readonly undoes?: 'service-overdue' | 'licence-served';
    }
  /** More is on record of a service, and it is that of the same moment. */
  | {
      readonly type: 'service-confirmed';
      readonly servedAt: Instant;
      readonly revision: number;
    }
  | { readonly type: 'service-warning'; readonly due: LegalDate; readonly lamp: WarningLamp }
  | {
      readonly type: 'service-overdue';
      readonly since: Instant;
      readonly due: LegalDate;
      readonly article: string;
    }
  | ({ readonly type: 'service-moved' | 'use-moved' } & MovedBy & Moved<DueDate>)
  | {
      readonly type: 'licence-used';
      readonly use: LicenceUse;
      readonly undoes?: LegalEffect['kind'];
    }
  | { readonly type: 'licence-lapsed'; readonly effect: LegalEffect }
  | {
      readonly type: 'licence-annulled';
      readonly annulledAt: Instant;
      readonly documentNumber: string;
    }
  | { readonly type: 'licence-expired'; readonly lastDay: LegalDate };

export const licenceKind = aggregateKind<Licence, LicenceEvent>('licence');

export const LICENCE_DEADLINES = [
  'service-warning',
  'service-due',
  'use-due',
  'validity-end',
] as const;
export type LicenceDeadline = (typeof LICENCE_DEADLINES)[number];

/** Valid from the day of the decision through the day before its anniversary. */
export function licenceOnTrack(
  track: NumberedTrack & {
    readonly resultName: string;
    readonly validityYears?: number;
    readonly beforeStart?: readonly string[];
  },
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
    ...(track.beforeStart && { beforeStart: [...track.beforeStart] }),
  };
}

export interface IssuedLicence extends Agency {
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly item: string;
  readonly licence: LicenceOnTrack;
  readonly serviceThresholds?: CertificateClock['serviceThresholds'];
  readonly lapse?: ItemLapse;
}

export interface IssuingTerms {
  readonly counting: Counting;
  readonly workingDaysToServe: number;
}

/** The clock to issue and serve the certificate starts with the decision (许可法 44). */
export function issueLicence(
  { licence, serviceThresholds, lapse, ...track }: IssuedLicence,
  holder: Applicant,
  decidedAt: Instant,
  { counting, workingDaysToServe: serveWithin }: IssuingTerms,
): Change<Licence, LicenceEvent> {
  const { applicationId, caseNumber, item, agency, agencyName } = track;
  const certificate = certificateClock(
    { decidedAt, serveWithin, ...(serviceThresholds && { serviceThresholds }) },
    counting,
  );
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
      ...certificate,
      ...(lapse && { lapse, ...useByFrom(lapse, 'decision', decidedAt, counting.calendar) }),
    },
    events: [{ type: 'licence-issued', licence, serveBy: certificate.serveBy }],
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

/** The decision that gave it was quashed (行政复议法 64, 行政诉讼法 70): nothing is served, used or awaited any more. */
export function annulLicence(
  licence: Licence,
  documentNumber: string,
  annulledAt: Instant,
): Change<Licence, LicenceEvent> {
  return {
    state: { ...licence, status: licenceLifecycle.next(licence.status, 'annul'), annulledAt },
    events: [{ type: 'licence-annulled', annulledAt, documentNumber }],
  };
}

export function licenceDeadlinesOf(
  licence: Licence,
): Readonly<Record<LicenceDeadline, Instant | undefined>> {
  if (licence.annulledAt !== undefined)
    return {
      'service-warning': undefined,
      'service-due': undefined,
      'use-due': undefined,
      'validity-end': undefined,
    };
  const ends = licenceLifecycle.allows(licence.status, 'expire') ? licence.validUntil : undefined;
  return {
    ...serviceDeadlinesOf(licence),
    'use-due': licenceLifecycle.allows(licence.status, 'lapse')
      ? lapseDeadlineOf(licence)
      : undefined,
    'validity-end': ends === undefined ? undefined : endOfDay(ends),
  };
}

/** What anybody sees at a moment: right on the day, whether or not the end was recorded yet. A lapse comes before the end. */
export function statusOn(
  licence: LicenceOnTrack & LapseClock & Pick<Licence, 'annulledAt'>,
  today: LegalDate,
): LicenceStatus {
  if (licence.annulledAt !== undefined) return 'annulled';
  if (isLapsedOn(licence, today)) return 'lapsed';
  return licence.validUntil !== undefined && licence.validUntil < today ? 'expired' : 'valid';
}
