import type { Change, Instant, Person } from '@onewindow/kernel';
import { trackLifecycle } from '../track/track-lifecycle.js';
import type { TrackEvent } from '../track/track-events.js';
import type { Track } from '../track/track.js';
import type { GreenLane } from './task.js';

/** 绿色通道: the agency hurries by its own choice. Terms, lamps and effects of the law stay as they are. */
export function markGreenLane(
  track: Track,
  marked: Pick<GreenLane, 'reason' | 'internalDue'>,
  by: Person,
  now: Instant,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(track.status, 'mark-green-lane');
  const greenLane: GreenLane = {
    ...marked,
    markedAt: now,
    markedBy: by.id,
    markedByName: by.name,
  };
  return {
    state: { ...track, status, greenLane },
    events: [{ type: 'green-lane-marked', greenLane }],
  };
}
