import { legalDateAt, unchanged, type Change, type Instant } from '@onewindow/kernel';
import { unmetForEvent, type ClockEvent } from '@onewindow/statutory-clock';
import { reachedWarning } from '../clock/warnings.js';
import type { Counting } from '../track/track-clock.js';
import { certificateRule, serviceEndOf, withDates } from './certificate-clock.js';
import { useByFrom } from './lapse-clock.js';
import { licenceLifecycle } from './licence-lifecycle.js';
import type { Licence, LicenceEvent } from './licence.js';

/** Dispatch meets the certificate clock; a second dispatch changes nothing. */
export function serveLicence(
  licence: Licence,
  servedAt: Instant,
  counting: Counting,
): Change<Licence, LicenceEvent> {
  if (licence.servedAt !== undefined) return unchanged(licence);
  const status = licenceLifecycle.next(licence.status, 'serve');
  const clock: ClockEvent[] = [...licence.clock, { type: 'met', on: legalDateAt(servedAt) }];
  const served = { ...licence, status, servedAt, clock };
  return {
    state: {
      // What was recorded as overdue keeps the date that was missed.
      ...(licence.serviceOverdueSince === undefined ? withDates(served, counting) : served),
      ...useByFrom(licence.lapse, 'service', servedAt, counting.calendar),
    },
    events: [{ type: 'licence-served', servedAt }],
  };
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
