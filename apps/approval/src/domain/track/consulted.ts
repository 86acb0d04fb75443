import type { Change } from '@onewindow/kernel';
import { trackLifecycle } from './track-lifecycle.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

/**
 * The track knows that departments were asked, so that its decision looks at what they said, and so that an asking and a decision
 * at the same moment cannot both pass. Its clock runs on (许可法 45).
 */
export const consultOn = (
  track: Track,
  departments: readonly string[],
): Change<Track, TrackEvent> => ({
  state: { ...track, status: trackLifecycle.next(track.status, 'consult'), consulted: true },
  events: [{ type: 'departments-consulted', departments }],
});
