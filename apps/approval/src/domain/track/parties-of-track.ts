import type { Change } from '@onewindow/kernel';
import { trackLifecycle } from './track-lifecycle.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

/** The track knows that somebody is to be heard on it (许可法 36); its decision looks at what was said. Only until the decision. */
export const hearPartiesOn = (track: Track): Change<Track, TrackEvent> => ({
  state: { ...track, status: trackLifecycle.next(track.status, 'hear-party'), hearsParties: true },
  events: [{ type: 'party-to-be-heard' }],
});
