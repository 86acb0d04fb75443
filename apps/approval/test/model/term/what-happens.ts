import { legalDateAt, type Instant } from '@onewindow/kernel';
import type { Acted } from '../walk/game.js';
import {
  dueOn,
  isDecided,
  isOver,
  promisedOn,
  promiseIsOver,
  type Bound,
  type CaseModel,
  type TrackModel,
} from './case-model.js';
import { itemOf, type CasePlan } from './case-plan.js';
import { refusalOf } from './who-may.js';

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
export function acted(of: CaseModel, attempt: Bound): Acted<CaseModel> {
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
