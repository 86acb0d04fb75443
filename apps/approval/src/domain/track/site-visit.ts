import { unchanged, type Change } from '@onewindow/kernel';
import { passStages } from '../process/passing-stages.js';
import type { Counting } from './track-clock.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { SiteVisit } from './track-contents.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

/**
 * What an inspection found becomes part of the file of each inspected item; the newest one counts. A track that was decided
 * while it was being inspected stays as it is.
 */
export function completeSiteVisit(
  track: Track,
  visit: SiteVisit,
  counting: Counting,
): Change<Track, TrackEvent> {
  if (!trackLifecycle.allows(track.status, 'inspect')) return unchanged(track);
  const status = trackLifecycle.next(track.status, 'inspect');
  const { track: next, events } = passVisited({ ...track, visited: visit }, visit, counting);
  return {
    state: { ...next, status },
    events: [{ type: 'site-visit-completed', visit }, ...events],
  };
}

const passVisited = (track: Track, visit: SiteVisit, counting: Counting) =>
  passStages(
    track,
    ({ kind }) => kind === 'inspection',
    {
      by: { id: visit.inspectionId },
      at: visit.completedAt,
      outcome: visit.notMet.length === 0 ? 'met' : 'not-met',
    },
    counting,
  );
