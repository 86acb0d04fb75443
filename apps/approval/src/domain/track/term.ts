import {
  legalDateAt,
  unchanged,
  type Change,
  type Instant,
  type LegalDate,
} from '@onewindow/kernel';
import { unmetForEvent, type ClockEvent } from '@onewindow/statutory-clock';
import { instantAfter } from '../due-date.js';
import { datesOf, lampOn, statutoryRule, type Counting } from './track-clock.js';
import { isDecided } from './track-lifecycle.js';
import type { Track, TrackEvent } from './track.js';

/** The deadlines of a track: at most one of each kind is armed. */
export const TRACK_DEADLINES = ['term-warning', 'term-end'] as const;
export type TrackDeadline = (typeof TRACK_DEADLINES)[number];

/** When something has to happen to the clock of a track; never on a date that is open or stands still. */
export function deadlinesOf(track: Track): Readonly<Record<TrackDeadline, Instant | undefined>> {
  const { statutory, warnFrom } = track.dates;
  const end = instantAfter(statutory);
  const running = !isDecided(track.status) && end !== undefined && track.missedAt === undefined;
  return {
    'term-warning': running && track.warnedOf !== statutory.due ? warnFrom : undefined,
    'term-end': running ? end : undefined,
  };
}

/** The term runs low and nobody has decided: recorded once for each due date. */
export function warnOfTerm(track: Track, now: Instant): Change<Track, TrackEvent> {
  const armed = deadlinesOf(track)['term-warning'];
  const { due } = track.dates.statutory;
  if (armed === undefined || armed > now || due === undefined) return unchanged(track);
  return {
    state: { ...track, warnedOf: due },
    events: [{ type: 'term-warning', due }],
  };
}

/** The statutory term passed without a decision (许可法 42); the duty to decide stays. */
export function missTerm(
  track: Track,
  now: Instant,
  counting: Counting,
): Change<Track, TrackEvent> {
  const missedAt = deadlinesOf(track)['term-end'];
  const { due } = track.dates.statutory;
  if (missedAt === undefined || due === undefined) return unchanged(track);
  const missed: ClockEvent = { type: 'missed', on: legalDateAt(now) };
  const rule = statutoryRule(track.terms.statutory);
  if (unmetForEvent(rule, track.clock, missed, counting.calendar).length > 0) {
    return unchanged(track);
  }
  const clock = [...track.clock, missed];
  return {
    state: { ...track, clock, dates: datesOf(track.terms, clock, counting), missedAt },
    events: [{ type: 'term-missed', due, missedAt }],
  };
}

/** Red stays: a decision that came late does not undo that the term passed. */
export const lampOf = (track: Track, today: LegalDate, counting: Counting) =>
  track.missedAt !== undefined ? 'red' : lampOn(track, today, counting);
