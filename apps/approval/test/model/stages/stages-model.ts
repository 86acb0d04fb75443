import type { Answers, Instant, LegalDate, Person } from '@onewindow/kernel';
import { lastDayOf } from '../walk/days.js';
import type { PlannedEdge, PlannedStage, PlannedTrack } from './planned.js';
import { askedFor, type Stages } from './standing.js';

/** A case under definitions: what its stages have come to and what its tracks wait for, by the law alone. */
export interface StagesModel {
  readonly now: Instant;
  readonly status: 'open' | 'decided' | 'closed';
  readonly tracks: readonly TrackModel[];
  readonly edges: readonly PlannedEdge[];
  /** Of nodes that no track decides. */
  readonly results: Readonly<Record<string, 'done' | 'failed' | 'not-needed'>>;
  readonly told: Readonly<Record<Told, number>>;
}

export const TOLD = [
  'case-decided',
  'case-withdrawn',
  'track-decided',
  'stage-overdue',
  'term-missed',
] as const;
export type Told = (typeof TOLD)[number];

export interface TrackModel {
  readonly item: string;
  readonly node: string;
  readonly planned: PlannedTrack;
  /** The day from which its term is counted. */
  readonly from: LegalDate;
  readonly answers: Answers;
  readonly stages: Stages;
  /** On which day a stage began that is being done. */
  readonly since: Readonly<Record<string, LegalDate>>;
  readonly overdue: readonly string[];
  readonly reviewer?: string;
  /** Gave opinions that the track went back from. */
  readonly earlier: readonly string[];
  readonly outcome?: 'granted' | 'refused' | 'withdrawn';
  readonly missed: boolean;
}

export type Act =
  | { readonly type: 'opinion' }
  | { readonly type: 'complete'; readonly stage: string }
  | { readonly type: 'return'; readonly stage: string; readonly to: string }
  | { readonly type: 'answer'; readonly answers: Answers }
  | {
      readonly type: 'record';
      readonly node: string;
      readonly outcome: 'done' | 'failed' | 'not-needed';
    }
  | { readonly type: 'decide'; readonly outcome: 'granted' | 'refused' }
  | { readonly type: 'withdraw' }
  /** By an order that took effect on that day. */
  | { readonly type: 'reopen'; readonly on: LegalDate }
  /** Another version of the definition, of which no running track learns anything. */
  | { readonly type: 'publish'; readonly wrong: boolean };

export interface Bound {
  readonly act: Act;
  readonly item: string;
  readonly actor: Person;
}

export const isOpen = ({ outcome }: TrackModel): boolean => outcome === undefined;

export const statusOf = ({ outcome, reviewer }: TrackModel): string =>
  outcome ?? (reviewer === undefined ? 'in-review' : 'reviewed');

export const dueOn = ({ from }: TrackModel): LegalDate =>
  lastDayOf(from, { unit: 'working-day', days: 20 }, []);

export const activeOf = ({ planned, stages }: TrackModel): readonly PlannedStage[] =>
  planned.stages.filter(({ code }) => stages.get(code) === 'active');

/** The last day on which a stage is in time: its own, and never one after the end of the term. */
export function stageDueOn(
  track: TrackModel,
  { code, workingDays }: PlannedStage,
): LegalDate | undefined {
  const since = track.since[code];
  if (workingDays === undefined || since === undefined) return undefined;
  const own = lastDayOf(since, { unit: 'working-day', days: workingDays }, []);
  return own < dueOn(track) ? own : dueOn(track);
}

/** What a node has come to for those that wait for it. */
export function nodeStanding({ tracks, results }: StagesModel, node: string) {
  const track = tracks.find((each) => each.node === node && each.outcome !== 'withdrawn');
  if (track !== undefined) {
    return track.outcome === undefined
      ? 'pending'
      : track.outcome === 'granted'
        ? 'in-effect'
        : 'refused';
  }
  const result = results[node];
  return result === undefined ? 'pending' : result === 'failed' ? 'refused' : 'in-effect';
}

export const awaitedBy = (of: StagesModel, node: string) =>
  of.edges
    .filter(({ to, type }) => to === node && type === 'hard')
    .map(({ from }) => ({ node: from, standing: nodeStanding(of, from) }));

export const asked = ({ planned, stages, answers }: TrackModel): readonly string[] =>
  askedFor(planned.stages, stages, answers);
