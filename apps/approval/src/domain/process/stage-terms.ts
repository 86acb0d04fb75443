import { legalDateAt, unchanged, type Change, type Instant } from '@onewindow/kernel';
import {
  deriveClock,
  workingDays,
  type ClockEvent,
  type ClockRule,
} from '@onewindow/statutory-clock';
import { instantAfter, plainDueDate, type DueDate } from '../due-date.js';
import { statutoryRule, type Counting } from '../track/track-clock.js';
import { isEnded } from '../track/track-lifecycle.js';
import type { TrackEvent } from '../track/track-events.js';
import type { Track } from '../track/track.js';
import type { StageOfTrack } from './stage.js';

/**
 * The dates of the stages that are being done, in working days from the day on which each began, its own not counted. What stops
 * the clock of the track stops them, and none is later than the statutory date: they warn, and have no effect of their own.
 */
export function withStageTerms(track: Track, counting: Counting): Track {
  const { stages, process } = track;
  if (stages === undefined || process === undefined) return track;
  const dated = stages.map((stage) => {
    const days = process.stages.find(({ code }) => code === stage.code)?.workingDays;
    if (stage.status !== 'active' || stage.since === undefined || days === undefined) return stage;
    return { ...stage, due: dueOf(track, stage, days, counting) };
  });
  return { ...track, stages: dated };
}

function dueOf(
  { terms, clock, dates }: Track,
  { since }: StageOfTrack,
  days: number,
  { calendar }: Counting,
): DueDate {
  if (since === undefined) return dates.statutory;
  const rule: ClockRule = {
    ...statutoryRule(terms.statutory),
    term: workingDays(days),
    extension: null,
  };
  const events: ClockEvent[] = [
    { type: 'started', on: legalDateAt(since) },
    ...clock.filter(({ type }) => type === 'suspended' || type === 'resumed'),
  ];
  return earlier(plainDueDate(deriveClock(rule, events, calendar).due), dates.statutory);
}

const earlier = (own: DueDate, law: DueDate): DueDate =>
  own.due !== undefined && law.due !== undefined && law.due < own.due ? law : own;

/** When the next stage is due and nobody has said so yet. */
export function stageDueOf({ status, stages = [] }: Track): Instant | undefined {
  if (isEnded(status)) return undefined;
  return stages.flatMap((stage) => (isAwaited(stage) && endOf(stage)) || []).toSorted()[0];
}

const isAwaited = ({ status, overdueSince }: StageOfTrack): boolean =>
  status === 'active' && overdueSince === undefined;

const endOf = ({ due }: StageOfTrack): Instant | undefined => due && instantAfter(due);

/** A stage took longer than the place wants: whoever does it is warned, and nothing else follows. */
export function warnOfStages(track: Track, now: Instant): Change<Track, TrackEvent> {
  const { stages = [], status } = track;
  const overdue = stages.filter((stage) => {
    const end = endOf(stage);
    return isAwaited(stage) && end !== undefined && end <= now;
  });
  if (isEnded(status) || overdue.length === 0) return unchanged(track);
  return {
    state: {
      ...track,
      stages: stages.map((stage) => {
        const since = overdue.includes(stage) ? endOf(stage) : undefined;
        return since === undefined ? stage : { ...stage, overdueSince: since };
      }),
    },
    events: overdue.map(({ code, due }) => ({
      type: 'stage-overdue',
      stage: code,
      ...(due?.due !== undefined && { due: due.due }),
    })),
  };
}
