import { legalDateAt, type Instant } from '@onewindow/kernel';
import { OF_2026, withNotice } from '../walk/calendar.js';
import type { Acted } from '../walk/game.js';
import {
  dueOn,
  isDecided,
  isOver,
  jointDueOn,
  jointIsPast,
  jointStandsStill,
  promisedOn,
  promiseIsOver,
  serveBy,
  standsStill,
  type Bound,
  type CaseModel,
  type JointModel,
  type TrackModel,
} from './case-model.js';
import { itemOf, type CasePlan } from './case-plan.js';
import { refusalOf } from './who-may.js';

export const openedCase = (plan: CasePlan): CaseModel => ({
  now: plan.acceptedAt,
  status: 'open',
  calendar: OF_2026,
  tracks: plan.tracks.map((planned, index) => ({
    item: itemOf(index),
    planned,
    acceptedOn: legalDateAt(plan.acceptedAt),
    procedures: [],
    missed: false,
    promiseMissed: false,
    delayExplained: false,
  })),
  // A single item leaves nothing to be handled together.
  ...(plan.joint &&
    plan.tracks.length > 1 && {
      joint: { acceptedOn: legalDateAt(plan.acceptedAt), stops: [], missed: false, isMet: false },
    }),
});

/** Time passes, and what it makes of what is not done yet. */
export function timePasses(before: CaseModel, now: Instant): CaseModel {
  const of = { ...before, now };
  const { joint } = of;
  return {
    ...of,
    tracks: of.tracks.map((track) => withCertificate(of, withTerms(of, track))),
    ...(joint && { joint: withJointTerm(of, joint) }),
  };
}

function withTerms(of: CaseModel, track: TrackModel): TrackModel {
  if (track.outcome !== undefined) return track;
  const [due, promised] = [dueOn(of, track), promisedOn(of, track)];
  const missed = track.missed || (!standsStill(track, due) && isOver(due, of.now));
  const promiseMissed = promiseIsOver(of, track);
  return {
    ...track,
    missed,
    promiseMissed,
    ...(missed && { keptDue: due }),
    ...((missed || promiseMissed) && promised && { keptPromise: promised }),
  };
}

function withCertificate(of: CaseModel, track: TrackModel): TrackModel {
  const { certificate } = track;
  if (certificate === undefined || certificate.served) return track;
  const last = serveBy(of, certificate);
  if (!isOver(last, of.now)) return track;
  return { ...track, certificate: { ...certificate, overdue: true, kept: last } };
}

function withJointTerm(of: CaseModel, joint: JointModel): JointModel {
  const last = jointDueOn(of, joint);
  if (joint.isMet || joint.missed || jointStandsStill(joint, last) || !isOver(last, of.now)) {
    return joint;
  }
  return { ...joint, missed: true, kept: last };
}

/** Everything was handed out. */
export const dispatched = (of: CaseModel): CaseModel =>
  of.status === 'decided'
    ? {
        ...of,
        status: 'closed',
        tracks: of.tracks.map((track) => {
          const { certificate } = track;
          if (certificate === undefined) return track;
          const kept = serveBy(of, certificate);
          return { ...track, certificate: { ...certificate, served: true, kept } };
        }),
      }
    : of;

/** Somebody acts, and what is over by now is noticed at once. */
export function acted(of: CaseModel, attempt: Bound): Acted<CaseModel> {
  const { act } = attempt;
  if (act.type === 'calendar') {
    const calendar = withNotice(of.calendar, attempt.notice!);
    return { of: timePasses({ ...of, calendar }, of.now), answer: 'done' };
  }
  const track = of.tracks.find(({ item }) => item === attempt.item)!;
  const refusal = refusalOf(of, track, attempt);
  if (refusal !== undefined) return { of, answer: refusal };
  if (act.type === 'extend-joint') {
    return { of: { ...of, joint: { ...of.joint!, extendedBy: act.days } }, answer: 'done' };
  }
  const changed = settled(of, { ...track, ...effectOf(of, track, attempt) });
  const tracks = of.tracks.map((each) => (each === track ? changed : each));
  const isLast = tracks.every(({ outcome }) => outcome !== undefined);
  const ended = tracks.some(isDecided) ? 'decided' : 'closed';
  const status = of.status === 'open' && isLast ? ended : of.status;
  const joint = of.joint && jointAfter(of, of.joint, { track, attempt, isLast });
  return { of: { ...of, tracks, status, ...(joint && { joint }) }, answer: 'done' };
}

/** Nothing is owed any more: the dates stay as they are, whatever the calendar becomes. */
function settled(of: CaseModel, track: TrackModel): TrackModel {
  if (track.outcome === undefined) return track;
  const [keptDue, keptPromise] = [dueOn(of, track), promisedOn(of, track)];
  return { ...track, keptDue, ...(keptPromise && { keptPromise }) };
}

/** What an act on a track does to the joint term. */
function jointAfter(
  of: CaseModel,
  joint: JointModel,
  {
    track: { item, procedures },
    attempt: { act },
    isLast,
  }: { readonly track: TrackModel; readonly attempt: Bound; readonly isLast: boolean },
): JointModel {
  const today = legalDateAt(of.now);
  const ended = (is: (procedure: number) => boolean) =>
    joint.stops.map((each) =>
      each.item === item && each.until === undefined && is(each.procedure)
        ? { ...each, until: today }
        : each,
    );
  const after = ((): JointModel => {
    if (act.type === 'start-procedure' && !jointIsPast(of, joint, today)) {
      const stop = { item, procedure: procedures.length, from: today };
      return { ...joint, stops: [...joint.stops, stop] };
    }
    if (act.type === 'withdraw') return { ...joint, stops: ended(() => true) };
    if (act.type !== 'end-procedure') return joint;
    return { ...joint, stops: ended((procedure) => procedure === act.procedure) };
  })();
  return isLast ? { ...after, isMet: true, kept: jointDueOn(of, after) } : after;
}

function effectOf(of: CaseModel, track: TrackModel, { act, actor }: Bound): Partial<TrackModel> {
  const today = legalDateAt(of.now);
  switch (act.type) {
    case 'review':
      return { reviewer: actor.id };
    case 'decide':
      return {
        outcome: act.outcome,
        delayExplained: track.delayExplained || (act.delayReason && promiseIsOver(of, track)),
        ...(act.outcome === 'granted' && {
          certificate: { from: today, overdue: false, served: false },
        }),
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
    case 'extend-joint':
    case 'calendar':
      throw new TypeError('this is no act on a track');
  }
}
