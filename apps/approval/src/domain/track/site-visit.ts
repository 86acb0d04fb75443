import type { Change } from '@onewindow/kernel';
import { isDecided } from './track-lifecycle.js';
import type { SiteVisit, Track, TrackEvent } from './track.js';

/** What an inspection found becomes part of the file of each inspected item; the newest one counts. */
export function completeSiteVisit(track: Track, visit: SiteVisit): Change<Track, TrackEvent> {
  if (isDecided(track.status)) return { state: track, events: [] };
  return {
    state: { ...track, visited: visit },
    events: [{ type: 'site-visit-completed', visit }],
  };
}
