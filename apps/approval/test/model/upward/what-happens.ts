import { legalDateAt, type Instant, type LegalDate } from '@onewindow/kernel';
import type { Acted } from '../walk/game.js';
import type { Effect as EffectOf } from '../walk/ways-at-once.js';
import type { UpwardPlan } from './planned.js';
import {
  agencyOf,
  dueOn,
  holderOf,
  isEnded,
  isOver,
  mayHave,
  officerOf,
  placeOf,
  reviewersOf,
  stageAt,
  whoGets,
  type Bound,
  type OfficerModel,
  type UpwardModel,
} from './upward-model.js';
import { refusalOf } from './who-may.js';

export function opened(
  plan: UpwardPlan,
  agencies: Pick<UpwardModel, 'lower' | 'higher' | 'serial'>,
  officers: readonly OfficerModel[],
): UpwardModel {
  const from = legalDateAt(plan.acceptedAt);
  const of: UpwardModel = {
    ...agencies,
    now: plan.acceptedAt,
    plan,
    officers,
    at: 0,
    since: from,
    had: {},
    clock: { from, term: plan.within, procedures: [] },
    missed: false,
    earlierReviewers: [],
    withdrawn: false,
    before: [],
    told: {},
  };
  return begun(of, undefined);
}

export function timePasses(of: UpwardModel, now: Instant): UpwardModel {
  const later = { ...of, now };
  const isMissed = !isEnded(of) && !of.missed && isOver(later);
  return isMissed ? told({ ...later, missed: true }, 'term-missed') : later;
}

/** Somebody acts, and work that has to go to others has gone. */
export function acted(of: UpwardModel, bound: Bound): Acted<UpwardModel> {
  const { of: after, answer, moves } = effectOf(of, bound, of);
  return { of: moves === undefined ? after : moved(after, moves, after), answer };
}

type Effect = EffectOf<UpwardModel, string>;

/** `counted`: when it was looked who has something to do. */
export function effectOf(of: UpwardModel, bound: Bound, counted: UpwardModel): Effect {
  const answer = refusalOf(of, bound);
  if (answer !== undefined) return { of, answer };
  const { act } = bound;
  const after = doneBy(of, bound, holderOf(counted));
  return { of: after, answer: 'done', ...(act.type === 'relate' && { moves: act.account }) };
}

/** The task of somebody who stands back goes to somebody else, or to nobody. */
export function moved(of: UpwardModel, account: string, counted: UpwardModel): UpwardModel {
  if (holderOf(of) !== account || officerOf(of, account)?.related !== true) return of;
  return withHolder(of, whoGets(of, holderOf(counted), account));
}

function doneBy(of: UpwardModel, { act, actor }: Bound, busy: string | undefined): UpwardModel {
  const today = legalDateAt(of.now);
  const { clock } = of;
  switch (act.type) {
    case 'complete':
      return passed(of, actor.id, busy);
    case 'report': {
      const { missed } = of;
      const report = { on: today, reviewer: actor.id, due: dueOn(of), missed };
      const first = taken(of, actor.id);
      return told(
        begun(
          {
            ...first,
            report,
            missed: false,
            clock: { from: today, term: of.plan.term, procedures: [] },
            at: of.at + 1,
            since: today,
          },
          busy,
        ),
        'track-transferred',
      );
    }
    case 'return':
      return returned(of, act.to, busy);
    case 'opinion': {
      // In one and the same instant nobody tells which was first.
      const left = of.draft && { draft: { ...of.draft, current: of.draft.at === of.now } };
      return told(
        passed({ ...of, ...left, reviewer: actor.id }, actor.id, busy),
        'opinion-recorded',
      );
    }
    case 'start-procedure':
      return {
        ...takenByActing(of, actor.id),
        clock: { ...clock, procedures: [...clock.procedures, { from: today }] },
      };
    case 'end-procedure': {
      const procedures = clock.procedures.map((each, index) =>
        index === act.procedure ? { ...each, until: today } : each,
      );
      return { ...takenByActing(of, actor.id), clock: { ...clock, procedures } };
    }
    case 'draft':
      return told(
        { ...of, draft: { outcome: act.outcome, by: actor.id, at: of.now, current: true } },
        'decision-drafted',
      );
    case 'review-draft':
      return { ...of, draft: { ...of.draft!, review: act.result } };
    case 'decide':
      return told(
        { ...taken(of, actor.id), decided: { by: actor.id, outcome: act.outcome } },
        'track-decided',
      );
    case 'extend':
      return { ...of, clock: { ...clock, extendedBy: act.days } };
    case 'withdraw':
      return { ...of, withdrawn: true };
    case 'relate':
      return {
        ...of,
        officers: of.officers.map((each) =>
          each.account === act.account ? { ...each, related: true } : each,
        ),
      };
    case 'reopen':
      // The order may have been in effect for so long that the new term is over as well.
      return timePasses(madeAnew(of, act.on, busy), of.now);
  }
}

/** Decided anew by the agency that decided, from the day of the order; nobody is asked for the first review again. */
function madeAnew(of: UpwardModel, on: LegalDate, busy: string | undefined): UpwardModel {
  const { decided, draft: _, reviewer: _r, ...rest } = of;
  return told(
    begun(
      {
        ...rest,
        had: {},
        before: [...of.before, decided!.by, ...reviewersOf(of)],
        earlierReviewers: [],
        clock: { from: on, term: of.plan.term, procedures: [] },
        missed: false,
        at: placeOf(of, 'review'),
        since: legalDateAt(of.now),
      },
      busy,
    ),
    'track-reopened',
  );
}

function returned(of: UpwardModel, to: string, busy: string | undefined): UpwardModel {
  const at = placeOf(of, to);
  const { reviewer: _, ...rest } = of;
  const isReviewLost = at <= placeOf(of, 'review') && of.reviewer !== undefined;
  const kept = isReviewLost ? { ...rest, earlierReviewers: [...new Set(reviewersOf(of))] } : of;
  return told(begun({ ...kept, at, since: legalDateAt(of.now) }, busy), 'stage-returned');
}

/** The stage is done, and the next one begins. */
function passed(of: UpwardModel, by: string, busy: string | undefined): UpwardModel {
  const done = taken(of, by);
  return begun({ ...done, at: of.at + 1, since: legalDateAt(of.now) }, busy);
}

/** Whoever had a stage that is to be done again has it again, while he may; in one and the same instant nobody tells it from the first time. */
function begun(of: UpwardModel, busy: string | undefined): UpwardModel {
  const had = of.had[stageAt(of).code];
  if (had !== undefined && (had.since === of.now || mayHave(of, officerOf(of, had.account)!))) {
    return of;
  }
  return withHolder(of, whoGets(of, busy));
}

function withHolder(of: UpwardModel, account: string | undefined): UpwardModel {
  const { [stageAt(of).code]: _, ...others } = of.had;
  return {
    ...of,
    had:
      account === undefined
        ? others
        : { ...others, [stageAt(of).code]: { account, since: of.now } },
  };
}

/** By acting somebody takes from the pool what nobody has; a head acts by the office. */
const taken = (of: UpwardModel, by: string): UpwardModel =>
  officerOf(of, by) === undefined || holderOf(of) === by ? of : withHolder(of, by);

/** As much as belongs to an approver: what another one does at that moment is not his. */
const takenByActing = (of: UpwardModel, by: string): UpwardModel =>
  !isEnded(of) && stageAt(of).role === 'approver' && officerOf(of, by)?.agency === agencyOf(of)
    ? taken(of, by)
    : of;

const told = (of: UpwardModel, fact: string): UpwardModel => ({
  ...of,
  told: { ...of.told, [fact]: (of.told[fact] ?? 0) + 1 },
});
