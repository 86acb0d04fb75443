import type { Change } from '@onewindow/kernel';
import type { Counting } from '../track/track-clock.js';
import type { TrackEvent } from '../track/track-events.js';
import type { Track } from '../track/track.js';
import { waitingFor, type WaitingTracks } from './earlier-results.js';
import { awaitedByItem, type Planned } from './plan.js';

/** A track that is opened knows what it waits for, and what has to be done before work begins or a place opens. */
export function plannedTrack(
  { state, events }: Change<Track, TrackEvent>,
  of: Planned,
  rule: WaitingTracks,
  counting: Counting,
): Change<Track, TrackEvent> {
  const start = awaitedByItem(of, state.item, 'start');
  const marked =
    start.length === 0
      ? state
      : {
          ...state,
          beforeStart: start.map(({ name, basis }) =>
            basis === undefined ? name : `${name}（${basis}）`,
          ),
        };
  const track = waitingFor(marked, awaitedByItem(of, state.item, 'hard'), rule, counting);
  const { statutory, promised } = track.dates;
  return {
    state: track,
    events: events.map((event) =>
      event.type === 'track-opened'
        ? { type: 'track-opened', statutory, ...(promised && { promised }) }
        : event,
    ),
  };
}
