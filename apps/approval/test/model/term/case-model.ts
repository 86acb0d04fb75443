import {
  endOfDay,
  legalDateAt,
  type Instant,
  type LegalDate,
  type Person,
  type Role,
} from '@onewindow/kernel';
import { RIGHT, type Act, type Attempt } from './acts.js';
import { itemOf, type CasePlan, type PlannedTrack } from './case-plan.js';
import { lastDayOf, type Days } from '../walk/days.js';
import { inThisState, listed, refused } from '../walk/answer.js';
import type { Answer } from '../walk/game.js';
import { inspectorsOf, personOf, REGION } from '../walk/officials.js';

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

/** An attempt at a track that there is, by a person with a name. */
export interface Bound {
  readonly act: Act;
  readonly item: string;
  readonly agency: string;
  readonly actor: Person;
  /** Who fills in the checklist of a visit and signs it. */
  readonly inspectors: readonly [Person, Person];
}

export const openedCase = (plan: CasePlan): CaseModel => ({
  now: plan.acceptedAt,
  status: 'open',
  tracks: plan.tracks.map((planned, index) => ({
    item: itemOf(index),
    planned,
    acceptedOn: legalDateAt(plan.acceptedAt),
    procedures: [],
    missed: false,
    promiseMissed: false,
    delayExplained: false,
  })),
});

export function bound(of: CaseModel, { track: index, by, act: tried }: Attempt): Bound {
  const undecided = of.tracks.filter(({ outcome }) => outcome === undefined);
  const among = tried.type === 'next' && undecided.length > 0 ? undecided : of.tracks;
  const track = among[index % among.length]!;
  const { item, planned } = track;
  const { agency } = planned;
  const others = of.tracks.map((each) => each.planned.agency).filter((each) => each !== agency);
  const act = tried.type === 'next' ? nextOf(track, tried.which) : tried;
  const actor = personOf(by ?? RIGHT[act.type], agency, others[0] ?? 'tobacco');
  return { act, item, agency, actor, inspectors: inspectorsOf(agency) };
}

/** What brings a track further. */
function nextOf(track: TrackModel, which: number): Act {
  const outcome = track.visit === 'not-met' || which === 0 ? 'refused' : 'granted';
  const decide: Act = { type: 'decide', outcome, reasons: true, basis: true, delayReason: true };
  switch (statusOf(track)) {
    case 'in-review':
      return which === 0
        ? { type: 'start-procedure' }
        : { type: 'review', recommendation: 'grant' };
    case 'suspended':
      if (which === 5) return { type: 'withdraw' };
      return {
        type: 'end-procedure',
        procedure: track.procedures.findIndex(({ until }) => until === undefined),
      };
    case 'reviewed':
      return which === 1 && track.extendedBy === undefined ? { type: 'extend', days: 5 } : decide;
    default:
      return decide;
  }
}

// ── What follows from the facts ──

const running = ({ procedures }: TrackModel) =>
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

const isOver = (track: TrackModel, lastDay: LegalDate | undefined, now: Instant): boolean =>
  lastDay !== undefined && !standsStill(track, lastDay) && now >= endOfDay(lastDay);

export function statusOf(track: TrackModel): string {
  if (track.outcome !== undefined) return track.outcome;
  if (running(track).length > 0) return 'suspended';
  return track.reviewer === undefined ? 'in-review' : 'reviewed';
}

// ── What happens ──

/** Time passes, and what it makes of undecided tracks. */
export const timePasses = (of: CaseModel, now: Instant): CaseModel => ({
  ...of,
  now,
  tracks: of.tracks.map((track) =>
    track.outcome !== undefined
      ? track
      : {
          ...track,
          missed: track.missed || isOver(track, dueOn(track), now),
          promiseMissed: track.promiseMissed || isOver(track, promisedOn(track), now),
        },
  ),
});

/** Everything was handed out. */
export const dispatched = (of: CaseModel): CaseModel =>
  of.status === 'decided' ? { ...of, status: 'closed' } : of;

/** Somebody acts on a track. */
export function acted(of: CaseModel, attempt: Bound): { of: CaseModel; answer: Answer } {
  const track = of.tracks.find(({ item }) => item === attempt.item)!;
  const refusal = refusalOf(of, track, attempt);
  if (refusal !== undefined) return { of, answer: refusal };
  const changed = { ...track, ...effectOf(of, track, attempt) };
  const tracks = of.tracks.map((each) => (each === track ? changed : each));
  const isLast = tracks.every(({ outcome }) => outcome !== undefined);
  const ended = tracks.some(isDecided) ? 'decided' : 'closed';
  const status = of.status === 'open' && isLast ? ended : of.status;
  return { of: { ...of, tracks, status }, answer: 'done' };
}

function effectOf(
  { now }: CaseModel,
  track: TrackModel,
  { act, actor }: Bound,
): Partial<TrackModel> {
  const today = legalDateAt(now);
  switch (act.type) {
    case 'review':
      return { reviewer: actor.id };
    case 'decide':
      return {
        outcome: act.outcome,
        delayExplained: track.delayExplained || (act.delayReason && promiseIsOver(track, now)),
      };
    case 'start-procedure':
      return { procedures: [...track.procedures, { from: today }] };
    case 'end-procedure':
      return {
        procedures: track.procedures.map((each, index) =>
          index === act.procedure ? { ...each, until: today } : each,
        ),
      };
    case 'extend':
      return { extendedBy: act.days };
    case 'explain-delay':
      return { delayExplained: true };
    case 'visit':
      return { visit: act.met ? 'met' : 'not-met' };
    case 'withdraw':
      return { outcome: 'withdrawn' };
  }
}

const promiseIsOver = (track: TrackModel, now: Instant): boolean =>
  track.promiseMissed || isOver(track, promisedOn(track), now);

// ── Who may, and when ──

const ROLES: Readonly<Partial<Record<Act['type'], readonly Role[]>>> = {
  review: ['approver'],
  decide: ['decision-officer'],
  'start-procedure': ['approver'],
  'end-procedure': ['approver'],
  'explain-delay': ['approver', 'decision-officer', 'agency-head'],
  visit: ['approver'],
};

function refusalOf(of: CaseModel, track: TrackModel, attempt: Bound): Answer | undefined {
  const { act, actor } = attempt;
  const ofCase = act.type === 'visit' || act.type === 'withdraw';
  if (!sees(of, actor)) return refused(ofCase ? 'case-not-found' : 'track-not-found');
  if (act.type === 'withdraw') return unlessApplicant(track, actor);
  if (!isResponsible(track, attempt)) {
    const rules = act.type === 'visit' ? [] : [RESPONSIBLE[act.type] ?? OF_THE_AGENCY];
    return refused('not-the-deciding-agency', ...rules);
  }
  return obstacle(of, track, attempt);
}

function unlessApplicant(track: TrackModel, { roles }: Person): Answer | undefined {
  if (!roles.includes('applicant')) return refused('not-the-applicant');
  return listed('withdrawal-not-possible', { 'item-not-decided': track.outcome !== undefined });
}

const OF_THE_AGENCY = 'officer-of-the-deciding-agency';
const RESPONSIBLE: Readonly<Partial<Record<Act['type'], string>>> = {
  extend: 'head-approves-the-extension',
};

const sees = ({ tracks }: CaseModel, { roles, region, department, id }: Person): boolean =>
  (roles.includes('applicant') && id === 'chen') ||
  (region === REGION &&
    (roles.includes('government-head') ||
      tracks.some(({ planned }) => planned.agency === department)));

function isResponsible({ planned }: TrackModel, { act, actor }: Bound): boolean {
  const isOfAgency = actor.department === planned.agency && actor.region === REGION;
  if (act.type === 'extend') {
    return (
      actor.roles.includes('government-head') || (isOfAgency && actor.roles.includes('agency-head'))
    );
  }
  return isOfAgency && (ROLES[act.type] ?? []).some((role) => actor.roles.includes(role));
}

function obstacle(of: CaseModel, track: TrackModel, { act, actor }: Bound): Answer | undefined {
  const status = statusOf(track);
  const isEnded = track.outcome !== undefined;
  const today = legalDateAt(of.now);
  switch (act.type) {
    case 'review':
      return status === 'in-review' ? undefined : inThisState;
    case 'decide':
      return isEnded
        ? inThisState
        : listed('decision-not-possible', unmetByDecision(of, track, { act, actor }));
    case 'start-procedure':
      if (status !== 'in-review' && status !== 'suspended') return inThisState;
      return listed('special-procedure-not-possible', {
        'suspended-within-term': isPast(track, today),
      });
    case 'end-procedure': {
      if (status !== 'suspended') return inThisState;
      const procedure = track.procedures[act.procedure];
      return listed('special-procedure-not-possible', {
        'procedure-is-running': procedure === undefined || procedure.until !== undefined,
      });
    }
    case 'extend':
      return isEnded
        ? inThisState
        : listed('extension-not-possible', {
            'extended-once': track.extendedBy !== undefined,
            'extension-approved-in-time': isPast(track, today),
            'extension-approved-by-the-right-head': actor.roles.includes('government-head'),
            'extension-within-maximum': act.days < 1 || act.days > 10,
          });
    case 'explain-delay':
      return isEnded
        ? inThisState
        : listed('delay-reason-not-possible', {
            'promise-is-over': !promiseIsOver(track, of.now),
          });
    case 'visit':
      return isEnded ? refused('inspection-not-possible', 'track-not-decided') : undefined;
    case 'withdraw':
      throw new TypeError('who withdraws is no officer');
  }
}

/** The term is over; a clock that stands still is not. */
const isPast = (track: TrackModel, today: LegalDate): boolean => {
  const last = dueOn(track);
  return !standsStill(track, last) && today > last;
};

type Deciding = Pick<Bound, 'actor'> & { readonly act: Extract<Act, { type: 'decide' }> };

const unmetByDecision = (of: CaseModel, track: TrackModel, { act, actor }: Deciding) => ({
  'clock-not-suspended': running(track).length > 0,
  'opinion-recorded': track.reviewer === undefined,
  'decided-by-another-than-the-reviewer': track.reviewer === actor.id,
  'site-visit-completed': track.planned.siteVisit && track.visit === undefined,
  'inspected-points-met': act.outcome === 'granted' && track.visit === 'not-met',
  'delay-reason-given': promiseIsOver(track, of.now) && !track.delayExplained && !act.delayReason,
  'refusal-gives-reasons': act.outcome === 'refused' && !act.reasons,
  'legal-basis-given': !act.basis,
});
