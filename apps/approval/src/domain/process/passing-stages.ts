import type { Answers, Instant, Person } from '@onewindow/kernel';
import type { Counting } from '../track/track-clock.js';
import type { TrackEvent } from '../track/track-events.js';
import type { Track } from '../track/track.js';
import { fieldsOfCondition } from '@onewindow/kernel';
import type { Process } from './definition.js';
import { firstLevelOf } from './first-review.js';
import { advance, beginStages, untouched, type Course } from './running.js';
import { withStageTerms } from './stage-terms.js';
import type { StageKind, StageOfTrack } from './stage.js';

/** A track with the stages that follow, and what was recorded of them. */
export interface Passing {
  readonly track: Track;
  readonly events: readonly TrackEvent[];
}

/** What a track keeps of the definition that it is opened under, whatever is published later. */
export function underProcess(
  { code, version, definition }: Process,
  answers: Answers = {},
): Pick<Track, 'process'> {
  const { stages, returns } = definition;
  const asked = stages.flatMap(({ when }) => (when === undefined ? [] : fieldsOfCondition(when)));
  const known = Object.entries(answers).filter(([field]) => asked.includes(field));
  return { process: { code, version, stages, returns, answers: Object.fromEntries(known) } };
}

/** The stages of a track from their beginning; none without a definition. */
export function beginTrackStages(track: Track, now: Instant, counting: Counting): Track {
  const { process } = track;
  if (process === undefined) return track;
  return withStageTerms({ ...track, stages: beginStages(process, now) }, counting);
}

/**
 * The stages of a track that is decided anew. What was reported stays reported: the agency that decides begins behind the first
 * review, and asks nobody for it again (许可法 35).
 */
export function beginStagesAnew(track: Track, now: Instant, counting: Counting): Track {
  const { process, stages = [], transferredUp } = track;
  if (process === undefined || transferredUp === undefined) {
    return beginTrackStages(track, now, counting);
  }
  const below = firstLevelOf(process.stages);
  const kept = untouched(process).map((stage) =>
    below.has(stage.code) ? (stages.find(({ code }) => code === stage.code) ?? stage) : stage,
  );
  return advanced({ ...track, stages: kept }, process, now, counting);
}

export interface Passed {
  readonly by: Pick<Person, 'id'>;
  readonly at: Instant;
  readonly outcome: string;
  readonly remark?: string;
}

/** Ends every active stage that this act ends, and begins what follows. Without a definition there is nothing to follow. */
export function passStages(
  track: Track,
  ends: (stage: StageOfTrack) => boolean,
  { by, at, outcome, remark }: Passed,
  counting: Counting,
): Passing {
  const { stages, process } = track;
  const ended = (stages ?? []).filter((stage) => stage.status === 'active' && ends(stage));
  if (stages === undefined || process === undefined || ended.length === 0) {
    return { track, events: [] };
  }
  const done = stages.map((stage) =>
    ended.includes(stage)
      ? {
          ...stage,
          status: 'done' as const,
          doneAt: at,
          doneBy: by.id,
          outcome,
          ...(remark !== undefined && { remark }),
        }
      : stage,
  );
  const next = advanced({ ...track, stages: done }, process, at, counting);
  return {
    track: next,
    events: ended.map(({ code }) => ({
      type: 'stage-completed',
      stage: code,
      outcome,
      by: by.id,
      ...changesOf(stages, next.stages ?? []),
    })),
  };
}

export const advanced = (track: Track, course: Course, now: Instant, counting: Counting): Track =>
  withStageTerms({ ...track, stages: advance(course, track.stages ?? [], now) }, counting);

/** Which stages began and which are left out. */
export const changesOf = (before: readonly StageOfTrack[], after: readonly StageOfTrack[]) => ({
  begun: becoming(before, after, 'active'),
  skipped: becoming(before, after, 'skipped'),
});

const becoming = (
  before: readonly StageOfTrack[],
  after: readonly StageOfTrack[],
  status: StageOfTrack['status'],
): readonly string[] =>
  after
    .filter((stage, index) => stage.status === status && before[index]?.status !== status)
    .map(({ code }) => code);

/** Whether the law or the definition asks for the opinion of a reviewer before the decision. */
export const needsOpinion = ({ stages }: Pick<Track, 'stages'>): boolean =>
  stages === undefined ||
  stages.some(({ kind, status }) => kind === 'review' && status !== 'skipped');

/** Of which role the decision is: the head's where the definition says so. */
export const decidingRole = ({ stages }: Pick<Track, 'stages'>) =>
  ofKind(stages, 'decision')?.role ?? 'decision-officer';

const ofKind = (stages: Track['stages'], kind: StageKind): StageOfTrack | undefined =>
  stages?.find((stage) => stage.kind === kind);
