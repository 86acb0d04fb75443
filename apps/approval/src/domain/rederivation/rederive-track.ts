import type { Change } from '@onewindow/kernel';
import { withStageTerms } from '../process/stage-terms.js';
import { datesAfter, type Counting, type TrackDates } from '../track/track-clock.js';
import { isEnded } from '../track/track-lifecycle.js';
import type { TrackEvent } from '../track/track-events.js';
import type { Track } from '../track/track.js';
import { isSame, type MovedBy } from './moved-dates.js';

/** The terms of a track on another calendar; what was decided, or recorded as missed, is not touched. */
export function rederiveTrack(
  track: Track,
  counting: Counting,
  { calendars }: MovedBy,
): Change<Track, TrackEvent> | undefined {
  if (isEnded(track.status) || track.missedAt !== undefined) return undefined;
  const dates = datesAfter(track, track.clock, counting);
  const { calendarVersion } = dates;
  const state = withStageTerms({ ...track, dates }, counting);
  if (isSame({ ...track.dates, calendarVersion }, dates)) {
    if (isSame(track.stages ?? [], state.stages ?? [])) return undefined;
    return { state, events: [{ type: 'stage-terms-moved' }] };
  }
  return {
    state,
    events: [
      { type: 'due-dates-moved', before: shown(track.dates), after: shown(dates), calendars },
    ],
  };
}

const shown = ({ statutory, promised }: TrackDates) => ({
  statutory,
  ...(promised && { promised }),
});
