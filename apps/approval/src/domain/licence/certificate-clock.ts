import { legalDateAt, type Instant, type LegalDate } from '@onewindow/kernel';
import {
  deriveClock,
  STATUTORY,
  workingDays,
  type ClockEvent,
  type ClockRule,
  type WarningThreshold,
} from '@onewindow/statutory-clock';
import {
  lampsOf,
  litLamp,
  nextWarning,
  type LitFrom,
  type Warned,
  type WarningLamp,
} from '../clock/warnings.js';
import { instantAfter, plainDueDate, type DueDate } from '../due-date.js';
import type { Counting } from '../track/track-clock.js';

/** The clock to issue and serve the certificate: from the decision, beside every other clock (许可法 44). */
export interface CertificateClock {
  readonly clock: readonly ClockEvent[];
  /** The law gives ten working days; a place may give itself fewer. */
  readonly serveWithin: number;
  /** Where the item sets other lamps than the place. */
  readonly serviceThresholds?: readonly WarningThreshold[];
  /** Until when it has to be issued and served. */
  readonly serveBy: DueDate;
  readonly serviceLamps: readonly LitFrom[];
  readonly serviceWarned?: Warned;
  readonly servedAt?: Instant;
  /** How much was on record of its service when that was told. */
  readonly serviceRevision?: number;
  readonly serviceOverdueSince?: Instant;
}

export const certificateRule = ({
  serveWithin,
}: Pick<CertificateClock, 'serveWithin'>): ClockRule => ({
  ...STATUTORY.certificate,
  term: workingDays(serveWithin),
});

type Kept = Pick<CertificateClock, 'clock' | 'serveWithin' | 'serviceThresholds'>;

export const certificateClock = (
  { decidedAt, ...kept }: Omit<Kept, 'clock'> & { readonly decidedAt: Instant },
  counting: Counting,
): CertificateClock => withDates({ ...kept, clock: [startedAt(decidedAt)] }, counting);

const startedAt = (at: Instant): ClockEvent => ({ type: 'started', on: legalDateAt(at) });

/** The same clock with the dates that follow from its events. */
export function withDates<Of extends Kept>(of: Of, counting: Counting) {
  const { calendar, thresholds } = counting;
  const clock = deriveClock(certificateRule(of), of.clock, calendar);
  return {
    ...of,
    serveBy: plainDueDate(clock.due),
    serviceLamps: lampsOf(clock, of.serviceThresholds ?? thresholds.certificate, calendar),
  };
}

export const serviceDeadlinesOf = (licence: CertificateClock) => {
  const end = serviceEndOf(licence);
  const { serviceLamps, serveBy, serviceWarned } = licence;
  return {
    'service-warning':
      end === undefined ? undefined : nextWarning(serviceLamps, serveBy.due, serviceWarned),
    'service-due': end,
  };
};

/** The first instant that is too late, while it is awaited. */
export const serviceEndOf = (of: CertificateClock): Instant | undefined =>
  serviceEndIsAwaited(of) ? instantAfter(of.serveBy) : undefined;

export const serviceEndIsAwaited = ({ servedAt, serviceOverdueSince }: CertificateClock): boolean =>
  servedAt === undefined && serviceOverdueSince === undefined;

/** Red stays after a late service. */
export function serviceLamp(
  licence: CertificateClock,
  today: LegalDate,
  { calendar, thresholds }: Counting,
): WarningLamp | undefined {
  if (licence.serviceOverdueSince !== undefined) return 'red';
  const clock = deriveClock(certificateRule(licence), licence.clock, calendar);
  return litLamp(clock, today, calendar, licence.serviceThresholds ?? thresholds.certificate);
}
