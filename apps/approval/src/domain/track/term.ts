import {
  legalDateAt,
  unchanged,
  type Change,
  type Instant,
  type LegalDate,
} from '@onewindow/kernel';
import { unmetForEvent, type ClockEvent } from '@onewindow/statutory-clock';
import { nextWarning, reachedWarning, type WarningLamp } from '../clock/warnings.js';
import { instantAfter } from '../due-date.js';
import { stageDueOf } from '../process/stage-terms.js';
import {
  datesAfter,
  lampOn,
  promiseOf,
  statutoryRule,
  type ClockOfTrack,
  type Counting,
} from './track-clock.js';
import { isEnded } from './track-lifecycle.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

/** The deadlines of a track: at most one of each kind is armed. The warning is the next one of either clock. */
export const TRACK_DEADLINES = ['term-warning', 'term-end', 'promised-end', 'stage-due'] as const;
export type TrackDeadline = (typeof TRACK_DEADLINES)[number];

const CLOCKS: readonly ClockOfTrack[] = ['statutory', 'promised'];

/** When something has to happen to the clocks of a track; never on a date that is open or stands still. */
export function deadlinesOf(track: Track): Readonly<Record<TrackDeadline, Instant | undefined>> {
  const warnings = CLOCKS.flatMap((name) => warningOf(track, name) ?? []);
  return {
    'term-warning': warnings.toSorted()[0],
    'term-end': endOf(track, 'statutory'),
    'promised-end': endOf(track, 'promised'),
    'stage-due': stageDueOf(track),
  };
}

/** The first instant after the last day, while it is awaited. */
function endOf({ status, dates, ...track }: Track, name: ClockOfTrack): Instant | undefined {
  const due = dates[name];
  const missedAt = name === 'statutory' ? track.missedAt : track.promisedMissedAt;
  if (due === undefined || isEnded(status) || missedAt !== undefined) return undefined;
  return instantAfter(due);
}

const warningOf = (track: Track, name: ClockOfTrack): Instant | undefined =>
  endOf(track, name) === undefined
    ? undefined
    : nextWarning(track.dates.lamps[name] ?? [], track.dates[name]?.due, track.warned?.[name]);

/** A term runs low and nobody has decided: each lamp is recorded once for each due date. */
export const warnOfTerm = (track: Track, now: Instant): Change<Track, TrackEvent> =>
  CLOCKS.reduce<Change<Track, TrackEvent>>(({ state, events }, name) => {
    const next = warnOf(state, name, now);
    return { state: next.state, events: [...events, ...next.events] };
  }, unchanged(track));

function warnOf(track: Track, name: ClockOfTrack, now: Instant): Change<Track, TrackEvent> {
  if (endOf(track, name) === undefined) return unchanged(track);
  const { dates, warned } = track;
  const reached = reachedWarning(dates.lamps[name] ?? [], dates[name]?.due, warned?.[name], now);
  if (reached === undefined) return unchanged(track);
  const { due, lamp } = reached;
  return {
    state: { ...track, warned: { ...warned, [name]: reached } },
    events: [{ type: name === 'statutory' ? 'term-warning' : 'promised-warning', due, lamp }],
  };
}

/** The statutory term passed without a decision (许可法 42); the duty to decide stays. */
export function missTerm(
  track: Track,
  now: Instant,
  counting: Counting,
): Change<Track, TrackEvent> {
  const missed = recordMissed(track, 'statutory', now, counting);
  if (missed === undefined) return unchanged(track);
  const { state, due, missedAt } = missed;
  return {
    state: { ...state, missedAt },
    events: [{ type: 'term-missed', due, missedAt }],
  };
}

/** The promised term passed without a decision: the agency owes a published reason (优化营商环境条例 36). */
export function missPromise(
  track: Track,
  now: Instant,
  counting: Counting,
): Change<Track, TrackEvent> {
  const missed = recordMissed(track, 'promised', now, counting);
  if (missed === undefined) return unchanged(track);
  const { state, due, missedAt } = missed;
  return {
    state: { ...state, promisedMissedAt: missedAt },
    events: [{ type: 'promised-missed', due, missedAt }],
  };
}

interface Missed {
  readonly state: Track;
  readonly due: LegalDate;
  readonly missedAt: Instant;
}

/**
 * A firing may be late or early, and the calendar another one than when it was armed: the clock itself says whether its term is over,
 * and when it was.
 */
function recordMissed(
  track: Track,
  name: ClockOfTrack,
  now: Instant,
  counting: Counting,
): Missed | undefined {
  const { terms } = track;
  const dates = datesAfter(track, track.clock, counting);
  const missedAt = endOf({ ...track, dates }, name);
  const due = dates[name]?.due;
  const rule = name === 'statutory' ? statutoryRule(terms.statutory) : promiseOf(terms);
  if (missedAt === undefined || due === undefined || rule === undefined) return undefined;
  const missed: ClockEvent = { type: 'missed', on: legalDateAt(now), basis: name };
  if (unmetForEvent(rule, track.clock, missed, counting.calendar).length > 0) return undefined;
  const clock = [...track.clock, missed];
  return { state: { ...track, clock, dates }, due, missedAt };
}

/** Red stays: a decision that came late does not undo that the term passed. */
export const lampOf = (
  track: Track,
  today: LegalDate,
  counting: Counting,
  name: ClockOfTrack = 'statutory',
): WarningLamp | undefined => {
  const missedAt = name === 'statutory' ? track.missedAt : track.promisedMissedAt;
  if (missedAt !== undefined) return 'red';
  return track.status === 'withdrawn' ? undefined : lampOn(track, today, counting, name);
};
