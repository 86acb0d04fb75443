import type { Person, Role } from '@onewindow/kernel';
import { inThisState, listed, refused } from '../walk/answer.js';
import type { Answer } from '../walk/game.js';
import {
  agencyOf,
  agencyOfStage,
  holderOf,
  isEnded,
  isPast,
  officerOf,
  placeOf,
  reviewersOf,
  roleOf,
  running,
  stageAt,
  statusOf,
  type Act,
  type Bound,
  type Outcome,
  type UpwardModel,
} from './upward-model.js';

/** Why it is not done, with every rule that is not met; none: it is done. */
export function refusalOf(of: UpwardModel, { act, actor }: Bound): Answer | undefined {
  if (act.type === 'relate') {
    const { agency } = officerOf(of, act.account)!;
    const may = actor.id === act.account || isHeadOf(actor, agency);
    return may ? undefined : refused('officer-not-found');
  }
  if (!sees(of, actor)) {
    return refused(act.type === 'withdraw' ? 'case-not-found' : 'track-not-found');
  }
  if (act.type === 'withdraw') {
    if (!actor.roles.includes('applicant')) return refused('not-the-applicant');
    return listed('withdrawal-not-possible', { 'item-not-decided': isEnded(of) });
  }
  if (act.type === 'extend') return ofExtension(of, act.days, actor);
  return guarded(of, actor, guardOf(of, act)) ?? obstacle(of, act, actor);
}

/** The lower agency goes on reading what it reported; the higher one sees nothing before. */
const sees = (of: UpwardModel, { roles, department }: Person): boolean =>
  roles.includes('applicant') ||
  roles.includes('government-head') ||
  department === of.lower ||
  (of.report !== undefined && department === of.higher);

const isHeadOf = ({ roles, department }: Person, agency: string): boolean =>
  roles.includes('agency-head') && department === agency;

interface Guard {
  readonly agency: string;
  readonly roles: readonly Role[];
  /** Absent: whatever the post is for. */
  readonly kind?: 'review' | 'decide';
  /** Of which the task is asked for; absent: of what the roles have to do. */
  readonly stage?: string;
  readonly withoutTask?: true;
}

function guardOf(of: UpwardModel, act: Act): Guard {
  const agency = agencyOf(of);
  const isAt = (code: string) => !isEnded(of) && stageAt(of).code === code;
  const ending = (code: string) => (isAt(code) ? { stage: code } : {});
  const reviewing = { agency, roles: ['approver'], kind: 'review' } as const;
  switch (act.type) {
    case 'complete':
    case 'return': {
      const { stage } = act;
      const kind = stage === 'decision' ? 'decide' : 'review';
      return { agency: agencyOfStage(of, stage), roles: [roleOf(of, stage)], kind, stage };
    }
    case 'report':
      return { ...reviewing, ...ending('first') };
    case 'opinion':
      return { ...reviewing, ...ending('review') };
    case 'decide':
      return { agency, roles: ['decision-officer'], kind: 'decide', ...ending('decision') };
    case 'reopen':
      return { agency, roles: ['decision-officer', 'agency-head'], kind: 'decide' };
    case 'review-draft':
      return { agency, roles: ['approver', 'decision-officer', 'agency-head'], withoutTask: true };
    case 'draft':
    case 'start-procedure':
    case 'end-procedure':
      return reviewing;
    case 'extend':
    case 'withdraw':
    case 'relate':
      throw new TypeError('these have no stage and no task');
  }
}

/** At either level nobody acts with an interest, beyond his post, or with what somebody else has to do. */
function guarded(
  of: UpwardModel,
  actor: Person,
  { agency, roles, kind, stage, withoutTask }: Guard,
): Answer | undefined {
  if (actor.department !== agency || !roles.some((role) => actor.roles.includes(role))) {
    return refused('not-the-deciding-agency', 'officer-of-the-deciding-agency');
  }
  const byOffice = roles.includes('agency-head') && isHeadOf(actor, agency);
  const officer = officerOf(of, actor.id);
  const now = stageAt(of);
  const isTask =
    !isEnded(of) &&
    withoutTask !== true &&
    (stage === undefined ? roles.includes(now.role) : stage === now.code);
  const holder = holderOf(of);
  const kindOfPost = officer?.role === 'approver' ? 'review' : 'decide';
  return listed('may-not-act', {
    'officer-in-post': !byOffice && officer === undefined,
    'not-recused': officer?.related === true,
    'not-of-the-quashed-decision': of.before.includes(actor.id),
    'within-authority':
      !byOffice && (officer === undefined || (kind !== undefined && kind !== kindOfPost)),
    'holds-the-task': isTask && !byOffice && holder !== undefined && holder !== actor.id,
  });
}

function obstacle(of: UpwardModel, act: Act, actor: Person): Answer | undefined {
  const status = statusOf(of);
  const isReviewed = status === 'reviewed';
  const isOpen = !isEnded(of);
  const isAt = (code: string) => isOpen && stageAt(of).code === code;
  switch (act.type) {
    case 'complete':
      if (!isOpen) return inThisState;
      return listed('stage-not-possible', {
        'stage-active': !isAt(act.stage),
        'ended-by-its-own-act': !['check', 'council'].includes(act.stage),
      });
    case 'return':
      if (!isOpen || status === 'suspended') return inThisState;
      return listed('stage-not-possible', {
        'stage-active': !isAt(act.stage),
        'return-declared': !of.plan.returns.some(
          ({ from, to }) => from === act.stage && to === act.to,
        ),
      });
    case 'report':
      if (status !== 'in-review') return inThisState;
      return listed('transfer-not-possible', {
        'reported-once': of.report !== undefined,
        'stage-active': of.report === undefined && !isAt('first'),
        'grounds-given': !act.grounds,
      });
    case 'opinion':
      if (status !== 'in-review') return inThisState;
      return listed('opinion-not-possible', { 'stage-active': !isAt('review') });
    case 'start-procedure':
      if (status !== 'in-review' && status !== 'suspended') return inThisState;
      return listed('special-procedure-not-possible', { 'suspended-within-term': isPast(of) });
    case 'end-procedure': {
      if (status !== 'suspended') return inThisState;
      const procedure = of.clock.procedures[act.procedure];
      return listed('special-procedure-not-possible', {
        'procedure-is-running': procedure === undefined || procedure.until !== undefined,
      });
    }
    case 'draft':
      return isReviewed ? undefined : inThisState;
    case 'review-draft':
      return isReviewed ? ofDraftReview(of, act.outcome, actor) : inThisState;
    case 'decide':
      return isOpen
        ? listed('decision-not-possible', unmetByDecision(of, act.outcome, actor))
        : inThisState;
    case 'reopen':
      return of.decided === undefined ? inThisState : undefined;
    case 'extend':
    case 'withdraw':
    case 'relate':
      throw new TypeError('these have no stage and no task');
  }
}

function ofDraftReview({ draft }: UpwardModel, outcome: Outcome, { id }: Person) {
  if (draft === undefined) return refused('draft-not-possible', 'decision-drafted');
  return listed('draft-not-possible', {
    'reviewed-by-another-than-the-author': draft.by === id,
    'reviewed-as-drafted': draft.outcome !== outcome,
    'reviewed-once': draft.review !== undefined,
  });
}

/** Decided by the higher agency alone, after its own review; what was drafted before an opinion that was given anew does not bind. */
function unmetByDecision(of: UpwardModel, outcome: Outcome, { id }: Person) {
  const draft = of.draft?.current === true ? of.draft : undefined;
  const before = of.plan.stages.slice(0, placeOf(of, 'decision'));
  return {
    'clock-not-suspended': running(of.clock).length > 0,
    'opinion-recorded': of.reviewer === undefined,
    'decided-by-another-than-the-reviewer': reviewersOf(of).includes(id),
    'stages-completed': before.filter(({ kind }, index) => kind !== 'review' && index >= of.at)
      .length,
    'draft-reviewed': draft !== undefined && draft.review !== 'approved',
    'signed-as-reviewed': draft !== undefined && draft.outcome !== outcome,
    'signed-by-another-than-the-author': draft?.by === id,
  };
}

/** The head extends the term of the decision, once; that of the first review nobody does (许可法 42, 43). */
function ofExtension(of: UpwardModel, days: number, actor: Person): Answer | undefined {
  const isHead = isHeadOf(actor, agencyOf(of));
  const isGovernment = actor.roles.includes('government-head');
  if (!isHead && !isGovernment) {
    return refused('not-the-deciding-agency', 'head-approves-the-extension');
  }
  if (isEnded(of)) return inThisState;
  const isFirst = of.report === undefined;
  return listed('extension-not-possible', {
    'extension-allowed': isFirst,
    'extended-once': of.clock.extendedBy !== undefined,
    'extension-approved-in-time': isPast(of),
    'extension-approved-by-the-right-head': !isFirst && isGovernment,
    'extension-within-maximum': days < 1 || (!isFirst && days > 10),
  });
}
