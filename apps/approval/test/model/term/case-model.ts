import { endOfDay, type Instant, type LegalDate, type Person } from '@onewindow/kernel';
import { lastDayOf, type Days } from '../walk/days.js';
import type { PlannedTrack } from './case-plan.js';

/**
 * What a case is by the law, in as few words as it takes, and written without a look at how the service does it. It knows nothing
 * of rows, versions, journals and messages: those must not show.
 */
export interface CaseModel {
  readonly now: Instant;
  readonly status: 'open' | 'decided' | 'closed';
  readonly tracks: readonly TrackModel[];
}

export interface TrackModel {
  readonly item: string;
  readonly planned: PlannedTrack;
  readonly acceptedOn: LegalDate;
  readonly procedures: readonly { readonly from: LegalDate; readonly until?: LegalDate }[];
  readonly extendedBy?: number;
  readonly reviewer?: string;
  readonly visit?: 'met' | 'not-met';
  /** Taken back counts among them: nothing more is owed. */
  readonly outcome?: 'granted' | 'refused' | 'withdrawn';
  readonly missed: boolean;
  readonly promiseMissed: boolean;
  readonly delayExplained: boolean;
}

/** What somebody tries on one track; whether he may is for the model to say. */
export type Act =
  | { readonly type: 'review'; readonly recommendation: 'grant' | 'refuse' }
  | {
      readonly type: 'decide';
      readonly outcome: 'granted' | 'refused';
      readonly reasons: boolean;
      readonly basis: boolean;
      readonly delayReason: boolean;
    }
  | { readonly type: 'start-procedure' }
  /** The procedure with this number of the track, from 0. */
  | { readonly type: 'end-procedure'; readonly procedure: number }
  | { readonly type: 'extend'; readonly days: number }
  | { readonly type: 'explain-delay' }
  | { readonly type: 'visit'; readonly met: boolean }
  | { readonly type: 'withdraw' };

/** An attempt at a track that there is, by a person with a name. */
export interface Bound {
  readonly act: Act;
  readonly item: string;
  readonly agency: string;
  readonly actor: Person;
  /** Who fills in the checklist of a visit and signs it. */
  readonly inspectors: readonly [Person, Person];
}

// What follows from the facts.

export const running = ({ procedures }: TrackModel) =>
  procedures.filter(({ until }) => until === undefined);

const stopped = ({ procedures }: TrackModel): Days[] =>
  procedures.flatMap(({ from, until }) => (until === undefined ? [] : [{ from, to: until }]));

/** The statutory last day, as far as ended procedures say. */
export const dueOn = (track: TrackModel): LegalDate =>
  lastDayOf(
    track.acceptedOn,
    {
      ...track.planned.term,
      days: track.planned.term.days + (track.extendedBy ?? 0),
    },
    stopped(track),
  );

export const promisedOn = (track: TrackModel): LegalDate | undefined =>
  track.planned.promisedDays === undefined
    ? undefined
    : lastDayOf(
        track.acceptedOn,
        { unit: 'working-day', days: track.planned.promisedDays },
        stopped(track),
      );

/** A clock that was not over when a procedure began stands still until it ends; for an item that was taken back it stays so on file. */
export const standsStill = (track: TrackModel, lastDay: LegalDate): boolean =>
  !isDecided(track) && running(track).some(({ from }) => from <= lastDay);

export const isDecided = ({ outcome }: TrackModel): boolean =>
  outcome === 'granted' || outcome === 'refused';

export const isOver = (track: TrackModel, lastDay: LegalDate | undefined, now: Instant): boolean =>
  lastDay !== undefined && !standsStill(track, lastDay) && now >= endOfDay(lastDay);

export function statusOf(track: TrackModel): string {
  if (track.outcome !== undefined) return track.outcome;
  if (running(track).length > 0) return 'suspended';
  return track.reviewer === undefined ? 'in-review' : 'reviewed';
}

export const promiseIsOver = (track: TrackModel, now: Instant): boolean =>
  track.promiseMissed || isOver(track, promisedOn(track), now);

/** The term is over; a clock that stands still is not. */
export const isPast = (track: TrackModel, today: LegalDate): boolean => {
  const last = dueOn(track);
  return !standsStill(track, last) && today > last;
};
