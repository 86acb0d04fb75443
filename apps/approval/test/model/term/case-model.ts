import { endOfDay, type Instant, type LegalDate, type Person } from '@onewindow/kernel';
import type { Calendar, Notice } from '../walk/calendar.js';
import type { Days } from '../walk/calendar.js';
import { lastDayIn, type LastDay } from '../walk/days.js';
import type { PlannedTrack } from './case-plan.js';

/**
 * What a case is by the law, in as few words as it takes, and written without a look at how the service does it. It knows nothing
 * of rows, versions, journals and messages: those must not show.
 */
export interface CaseModel {
  readonly now: Instant;
  readonly status: 'open' | 'decided' | 'closed';
  readonly tracks: readonly TrackModel[];
  /** As far as it is published. */
  readonly calendar: Calendar;
  /** The term of joint handling, where there is one. */
  readonly joint?: JointModel;
}

/** A date moves with the calendar until what it is for was done, or was recorded as not done in time. */
export interface JointModel {
  readonly acceptedOn: LegalDate;
  readonly extendedBy?: number;
  /** Days of procedures of its tracks, each under its track; a procedure that began after the end stops nothing. */
  readonly stops: readonly Stop[];
  readonly missed: boolean;
  readonly kept?: LastDay;
  readonly isMet: boolean;
}

export interface Stop {
  readonly item: string;
  readonly procedure: number;
  readonly from: LegalDate;
  readonly until?: LegalDate;
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
  /** Dates that move no more. */
  readonly keptDue?: LastDay;
  readonly keptPromise?: LastDay;
  /** Of a grant. */
  readonly certificate?: Certificate;
}

/** The licence has to be issued and served within ten working days (许可法 44). */
export interface Certificate {
  readonly from: LegalDate;
  readonly overdue: boolean;
  readonly served: boolean;
  readonly kept?: LastDay;
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
  | { readonly type: 'withdraw' }
  /** The head of the government, for the joint term. */
  | { readonly type: 'extend-joint'; readonly days: number }
  /** Intake tells of a calendar. */
  | { readonly type: 'calendar'; readonly days: readonly [LegalDate, ...LegalDate[]] };

/** An attempt at a track that there is, by a person with a name. */
export interface Bound {
  readonly act: Act;
  readonly item: string;
  readonly agency: string;
  readonly actor: Person;
  /** Of a calendar: its days as they are now. */
  readonly notice?: Notice;
  /** Who fills in the checklist of a visit and signs it. */
  readonly inspectors: readonly [Person, Person];
}

// What follows from the facts.

export const running = ({ procedures }: TrackModel) =>
  procedures.filter(({ until }) => until === undefined);

const stopped = ({ procedures }: TrackModel): Days[] =>
  procedures.flatMap(({ from, until }) => (until === undefined ? [] : [{ from, to: until }]));

/** The statutory last day, as far as ended procedures say. */
export const dueOn = ({ calendar }: CaseModel, track: TrackModel): LastDay =>
  track.keptDue ??
  lastDayIn(
    calendar,
    track.acceptedOn,
    {
      ...track.planned.term,
      days: track.planned.term.days + (track.extendedBy ?? 0),
    },
    stopped(track),
  );

export const promisedOn = ({ calendar }: CaseModel, track: TrackModel): LastDay | undefined =>
  track.planned.promisedDays === undefined
    ? undefined
    : (track.keptPromise ??
      lastDayIn(
        calendar,
        track.acceptedOn,
        { unit: 'working-day', days: track.planned.promisedDays },
        stopped(track),
      ));

export const serveBy = ({ calendar }: CaseModel, { from, kept }: Certificate): LastDay =>
  kept ?? lastDayIn(calendar, from, { unit: 'working-day', days: 10 });

/** Forty-five working days, and what the head of the government added; the days of procedures count once. */
export const jointDueOn = ({ calendar }: CaseModel, joint: JointModel): LastDay =>
  joint.kept ??
  lastDayIn(
    calendar,
    joint.acceptedOn,
    { unit: 'working-day', days: 45 + (joint.extendedBy ?? 0) },
    joint.stops.flatMap(({ from, until }) => (until === undefined ? [] : [{ from, to: until }])),
  );

/** A clock that was not over when a procedure began stands still until it ends; for an item that was taken back it stays so on file. */
export const standsStill = (track: TrackModel, { day }: LastDay): boolean =>
  !isDecided(track) && isHalted(running(track), day);

export const jointStandsStill = (joint: JointModel, { day }: LastDay): boolean =>
  !joint.isMet &&
  isHalted(
    joint.stops.filter(({ until }) => until === undefined),
    day,
  );

const isHalted = (
  running: readonly { readonly from: LegalDate }[],
  day: LegalDate | undefined,
): boolean => running.some(({ from }) => day === undefined || from <= day);

export const isDecided = ({ outcome }: TrackModel): boolean =>
  outcome === 'granted' || outcome === 'refused';

/** The last day is known and over. */
export const isOver = ({ day }: LastDay, now: Instant): boolean =>
  day !== undefined && now >= endOfDay(day);

export function statusOf(track: TrackModel): string {
  if (track.outcome !== undefined) return track.outcome;
  if (running(track).length > 0) return 'suspended';
  return track.reviewer === undefined ? 'in-review' : 'reviewed';
}

export const promiseIsOver = (of: CaseModel, track: TrackModel): boolean => {
  const last = promisedOn(of, track);
  if (last === undefined) return false;
  return track.promiseMissed || (!standsStill(track, last) && isOver(last, of.now));
};

/** The term is over; a clock that stands still is not, and what was recorded as missed is. Of an open date only the days before it are sure. */
export const isPast = (of: CaseModel, track: TrackModel, today: LegalDate): boolean => {
  const last = dueOn(of, track);
  return track.missed || (!standsStill(track, last) && isAfter(today, last));
};

export const jointIsPast = (of: CaseModel, joint: JointModel, today: LegalDate): boolean => {
  const last = jointDueOn(of, joint);
  return joint.missed || (!jointStandsStill(joint, last) && isAfter(today, last));
};

const isAfter = (today: LegalDate, last: LastDay): boolean =>
  last.day === undefined ? today >= last.notBefore : today > last.day;
