import { unchanged, type Change } from '@onewindow/kernel';
import { serviceEndIsAwaited, withDates } from '../licence/certificate-clock.js';
import { useByOn } from '../licence/lapse-clock.js';
import type { Licence, LicenceEvent } from '../licence/licence.js';
import type { Counting } from '../track/track-clock.js';
import { isSame, type MovedBy } from './moved-dates.js';

/** The terms of a licence on another calendar: to serve its certificate, and to use it. What was done, or recorded, is not touched. */
export function rederiveLicence(
  licence: Licence,
  counting: Counting,
  by: MovedBy,
): Change<Licence, LicenceEvent> | undefined {
  if (licence.annulledAt !== undefined) return undefined;
  const service = rederiveService(licence, counting, by);
  const use = rederiveUse(service.state, counting, by);
  const events = [...service.events, ...use.events];
  return events.length === 0 ? undefined : { state: use.state, events };
}

function rederiveService(
  licence: Licence,
  counting: Counting,
  { calendars }: MovedBy,
): Change<Licence, LicenceEvent> {
  if (!serviceEndIsAwaited(licence)) return unchanged(licence);
  const state = withDates(licence, counting);
  if (isSame(licence, state)) return unchanged(licence);
  const { serveBy } = state;
  return {
    state,
    events: [{ type: 'service-moved', before: licence.serveBy, after: serveBy, calendars }],
  };
}

function rederiveUse(
  licence: Licence,
  { calendar }: Counting,
  { calendars }: MovedBy,
): Change<Licence, LicenceEvent> {
  const { useBy: before, validFrom: decidedOn, servedAt } = licence;
  const after = useByOn(licence, { decidedOn, ...(servedAt && { servedAt }) }, calendar);
  if (before === undefined || after === undefined || isSame(before, after)) {
    return unchanged(licence);
  }
  return {
    state: { ...licence, useBy: after },
    events: [{ type: 'use-moved', before, after, calendars }],
  };
}
