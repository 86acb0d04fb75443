import {
  legalDateAt,
  unchanged,
  type Change,
  type Instant,
  type LegalDate,
  type UnmetRule,
} from '@onewindow/kernel';
import type { ClockEvent } from '@onewindow/statutory-clock';
import type { Outcome } from '../parties.js';
import { datesAfter, type Counting, type TermsOfTrack } from '../track/track-clock.js';
import { isEnded } from '../track/track-lifecycle.js';
import type { TrackEvent } from '../track/track-events.js';
import type { Track } from '../track/track.js';
import { awaitedByItem, type AwaitedResult, type Planned, type Standing } from './plan.js';

/**
 * Whether the clocks of a track run while it waits for the result of another agency. The statutory one does: article 45 of
 * 许可法 lists what stops it, and that is not on the list. A place may exclude the wait from its own promise (滨州 16, 19).
 */
export type WaitingTracks = 'clocks-run' | 'promise-waits';

const WAIT = 'awaiting-earlier-result';

/** A track that waits, with its promise standing still from the beginning where the place says so. */
export function waitingFor(
  track: Track,
  awaits: readonly AwaitedResult[],
  rule: WaitingTracks,
  counting: Counting,
): Track {
  if (awaits.length === 0) return track;
  const waiting = { ...track, awaits };
  const { promised } = track.terms;
  const [started] = track.clock;
  if (rule === 'clocks-run' || promised === undefined || started?.type !== 'started')
    return waiting;
  if (!isWaiting(waiting)) return waiting;
  const terms: TermsOfTrack = {
    ...track.terms,
    promised: { ...promised, exclusions: [...(promised.exclusions ?? []), EXCLUSION] },
  };
  return withClock({ ...waiting, terms }, paused(track, started.on), counting);
}

const EXCLUSION = {
  procedure: WAIT,
  name: '等待前置结果',
  nameEn: 'waiting for an earlier result',
  article: '地方规定：等待前置结果不计入承诺时限',
};

/** Its number stands for no paper: a promise is the place’s own, and nobody has to be told that it waits (许可法 45 is not in question). */
const paused = (track: Track, from: LegalDate): ClockEvent => ({
  type: 'suspended',
  procedure: WAIT,
  from,
  notice: waitOf(track),
  expectedUntil: from,
});

const waitOf = ({ caseNumber, item }: Track): string => `${caseNumber}:${item}:wait`;

export const isWaiting = ({ awaits = [] }: Pick<Track, 'awaits'>): boolean =>
  awaits.some(({ standing }) => standing !== 'in-effect');

/** An earlier result arrived, was refused, or no longer stands: the track that waits for it knows at once. A decision stands. */
export function takeEarlierResult(
  track: Track,
  node: string,
  standing: Standing,
  now: Instant,
  counting: Counting,
): Change<Track, TrackEvent> {
  const { awaits = [], status } = track;
  const known = awaits.find((each) => each.node === node);
  if (known === undefined || known.standing === standing || isEnded(status)) {
    return unchanged(track);
  }
  const next = {
    ...track,
    awaits: awaits.map((each) => (each.node === node ? { ...each, standing } : each)),
  };
  return {
    state: ended(next, now, counting),
    events: [{ type: 'earlier-result', node, name: known.name, standing, ready: !isWaiting(next) }],
  };
}

/** Decided anew, a track rests on the earlier results as they stand now: those that changed after its first decision did not tell it. */
export const takeEarlierResultsAnew = (track: Track, of: Planned): Track =>
  track.awaits === undefined ? track : { ...track, awaits: awaitedByItem(of, track.item, 'hard') };

/** With the last result the promise runs on; the day of the arrival does not count. */
function ended(track: Track, now: Instant, counting: Counting): Track {
  const notice = waitOf(track);
  const began = track.clock.some((each) => each.type === 'suspended' && each.notice === notice);
  const over = track.clock.some((each) => each.type === 'resumed' && each.notice === notice);
  if (!began || over || isWaiting(track)) return track;
  return withClock(track, { type: 'resumed', notice, on: legalDateAt(now) }, counting);
}

function withClock(track: Track, event: ClockEvent, counting: Counting): Track {
  const clock = [...track.clock, event];
  return { ...track, clock, dates: datesAfter(track, clock, counting) };
}

/** Nothing is decided before an earlier result is in effect; where one was refused, only a refusal can follow. */
export const earlierResultsMissing = (
  { awaits = [] }: Pick<Track, 'awaits'>,
  outcome: Outcome,
): readonly UnmetRule[] =>
  awaits.flatMap((awaited) => {
    if (awaited.standing === 'pending') return [pending(awaited)];
    return awaited.standing === 'refused' && outcome === 'granted' ? [refused(awaited)] : [];
  });

const pending = ({ node, name, basis }: AwaitedResult): UnmetRule => ({
  rule: 'earlier-result-in-effect',
  path: `nodes.${node}`,
  ...(basis !== undefined && { source: basis }),
  message: {
    zh: `前置的“${name}”尚无结果：可以先行审查，结果到达后再作决定。`,
    en: `"${name}" comes first and has no result yet; review beforehand and decide when it arrives.`,
  },
});

const refused = ({ node, name, basis }: AwaitedResult): UnmetRule => ({
  rule: 'earlier-result-granted',
  path: `nodes.${node}`,
  ...(basis !== undefined && { source: basis }),
  message: {
    zh: `前置的“${name}”未获准：可以不予许可，或者等其重新办理。`,
    en: `"${name}" was refused: refuse this track too, or wait until it is decided anew.`,
  },
});
