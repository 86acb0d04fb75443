import { unchanged, type Change } from '@onewindow/kernel';
import { trackLifecycle } from './track-lifecycle.js';
import type { SiteVisit, Track, TrackEvent } from './track.js';

/**
 * What an inspection found becomes part of the file of each inspected item; the newest one counts. A track that was decided
 * while it was being inspected stays as it is.
 */
export function completeSiteVisit(track: Track, visit: SiteVisit): Change<Track, TrackEvent> {
  if (!trackLifecycle.allows(track.status, 'inspect')) return unchanged(track);
  const status = trackLifecycle.next(track.status, 'inspect');
  return {
    state: { ...track, status, visited: visit },
    events: [{ type: 'site-visit-completed', visit }],
  };
}
