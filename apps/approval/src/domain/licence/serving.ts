import { legalDateAt, unchanged, type Change, type Instant } from '@onewindow/kernel';
import { unmetForEvent, type ClockEvent } from '@onewindow/statutory-clock';
import { reachedWarning } from '../clock/warnings.js';
import { instantAfter } from '../due-date.js';
import type { Counting } from '../track/track-clock.js';
import { certificateRule, serviceEndOf, withDates } from './certificate-clock.js';
import { useByFrom } from './lapse-clock.js';
import { licenceLifecycle } from './licence-lifecycle.js';
import type { Licence, LicenceEvent } from './licence.js';

/** When a licence was served, and how much is on record of it: what is told with more counts. */
export interface LicenceService {
  readonly servedAt: Instant;
  readonly revision?: number;
}

/**
 * Service meets the certificate clock on its day, whenever that is told: what was recorded as overdue meanwhile is taken back where it
 * was served in time. The same news again changes nothing; a record that was corrected has everything derived anew.
 */
export function serveLicence(
  licence: Licence,
  { servedAt, revision }: LicenceService,
  counting: Counting,
): Change<Licence, LicenceEvent> {
  const { servedAt: before, serviceRevision = 0, serviceOverdueSince, lapsed } = licence;
  const isNews = before === undefined || (revision ?? 0) > serviceRevision;
  if (!isNews) return unchanged(licence);
  if (servedAt === before) return confirmed(licence, servedAt, revision ?? 0);
  const status = licenceLifecycle.next(licence.status, 'serve');
  const { servedAt: _, serviceOverdueSince: __, ...unserved } = licence;
  const clock = licence.clock.filter(({ type }) => type !== 'met' && type !== 'missed');
  const on = legalDateAt(servedAt);
  const met: ClockEvent = { type: 'met', on };
  const dated = serviceOverdueSince === undefined ? withDates(unserved, counting) : licence;
  const isLate = dated.serveBy.due !== undefined && on > dated.serveBy.due;
  const since = serviceOverdueSince ?? (before && instantAfter(dated.serveBy));
  const undoes = undoneBy(licence, isLate);
  return {
    state: {
      // What was missed keeps the date that was missed.
      ...(isLate && since !== undefined
        ? {
            ...dated,
            clock: [...clock, missedOn(licence, since), met],
            serviceOverdueSince: since,
          }
        : withDates({ ...unserved, clock: [...clock, met] }, counting)),
      status,
      servedAt,
      ...(revision !== undefined && { serviceRevision: revision }),
      // A licence that lapsed keeps the day on which it did.
      ...(lapsed === undefined && useByFrom(licence.lapse, 'service', servedAt, counting.calendar)),
    },
    events: [{ type: 'licence-served', servedAt, ...(undoes && { undoes }) }],
  };
}

/** No date moves, and news that is older than this and comes later does not count any more. */
const confirmed = (
  licence: Licence,
  servedAt: Instant,
  revision: number,
): Change<Licence, LicenceEvent> => ({
  state: { ...licence, serviceRevision: revision },
  events: [{ type: 'service-confirmed', servedAt, revision }],
});

const missedOn = ({ clock }: Licence, since: Instant): ClockEvent =>
  clock.find(({ type }) => type === 'missed') ?? { type: 'missed', on: legalDateAt(since) };

function undoneBy({ servedAt, serviceOverdueSince }: Licence, isLate: boolean) {
  if (serviceOverdueSince !== undefined && !isLate) return 'service-overdue' as const;
  return servedAt === undefined ? undefined : ('licence-served' as const);
}

/** The certificate is due soon and was not served: each lamp is recorded once. */
export function warnOfService(licence: Licence, now: Instant): Change<Licence, LicenceEvent> {
  const { serviceLamps, serveBy, serviceWarned } = licence;
  const awaited = serviceEndOf(licence) !== undefined;
  const reached = reachedWarning(serviceLamps, serveBy.due, serviceWarned, now);
  if (!awaited || reached === undefined) return unchanged(licence);
  const { due, lamp } = reached;
  return {
    state: { ...licence, serviceWarned: reached },
    events: [{ type: 'service-warning', due, lamp }],
  };
}

export function flagLateService(
  licence: Licence,
  now: Instant,
  counting: Counting,
): Change<Licence, LicenceEvent> {
  const dated = withDates(licence, counting);
  const since = serviceEndOf(dated);
  const { due } = dated.serveBy;
  if (since === undefined || due === undefined) return unchanged(licence);
  const missed: ClockEvent = { type: 'missed', on: legalDateAt(now) };
  const rule = certificateRule(licence);
  if (unmetForEvent(rule, licence.clock, missed, counting.calendar).length > 0) {
    return unchanged(licence);
  }
  const clock = [...licence.clock, missed];
  return {
    state: { ...dated, clock, serviceOverdueSince: since },
    events: [{ type: 'service-overdue', since, due, article: rule.article }],
  };
}
