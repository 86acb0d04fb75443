import type { Change } from '@onewindow/kernel';
import { withDates } from '../licence/certificate-clock.js';
import type { Licence, LicenceEvent } from '../licence/licence.js';
import type { Counting } from '../track/track-clock.js';
import { isSame, type MovedBy } from './moved-dates.js';

/** The term to issue and serve a certificate; a service that was done, or was recorded as overdue, is not touched. */
export function rederiveLicence(
  licence: Licence,
  counting: Counting,
  { calendars }: MovedBy,
): Change<Licence, LicenceEvent> | undefined {
  if (licence.servedAt !== undefined || licence.serviceOverdueSince !== undefined) return undefined;
  const state = withDates(licence, counting);
  if (isSame(licence, state)) return undefined;
  const { serveBy } = state;
  return {
    state,
    events: [{ type: 'service-moved', before: licence.serveBy, after: serveBy, calendars }],
  };
}
