import type { Person, Role } from '@onewindow/kernel';
import { inThisState, listed, refused } from '../walk/answer.js';
import type { Answer } from '../walk/game.js';
import { refusalForOfficer } from './who-may-change.js';
import {
  authorityOf,
  isAway,
  isOpen,
  KIND,
  mayHave,
  officerOf,
  ROLE,
  stageOf,
  type Act,
  type Bound,
  type KindOfAct,
  type Matter,
  type PeopleModel,
} from './people-model.js';

/** Why it is not done, with every rule that is not met; none: it is done. */
export function refusalOf(of: PeopleModel, bound: Bound, inBatch = false): Answer | undefined {
  const { act, caseNumber, actor } = bound;
  const matter = of.matters.find((each) => each.caseNumber === caseNumber)!;
  switch (act.type) {
    case 'leave':
    case 'authorise':
    case 'revoke':
    case 'relate':
    case 'hand-over':
    case 'retire':
    case 'appoint':
      return refusalForOfficer(of, act, actor);
    case 'claim-many':
    case 'complete-many':
      throw new TypeError('each of many is answered by itself');
    case 'opinion':
    case 'decide':
    case 'claim':
    case 'release':
    case 'assign':
    case 'reopen':
      if (actor.department !== of.agency) return refused('track-not-found');
      if (inBatch && act.type === 'decide') {
        return notTogether(matter) ?? ofMatter(of, matter, { ...bound, act });
      }
      return ofMatter(of, matter, { ...bound, act });
  }
}

/** Grants are signed together where the process says so, and where nothing is weighed on the spot (许可法 34). */
const notTogether = ({ inBatch, siteVisit }: Matter): Answer | undefined =>
  listed('not-in-batch', {
    'batch-allowed-by-the-process': !inBatch,
    'nothing-to-weigh': siteVisit,
  });

export const isHead = ({ roles }: Person): boolean => roles.includes('agency-head');

type OfMatter = Extract<
  Act,
  { readonly type: 'opinion' | 'decide' | 'claim' | 'release' | 'assign' | 'reopen' }
>;
type Tried = Omit<Bound, 'act'> & { readonly act: OfMatter };

function ofMatter(
  of: PeopleModel,
  matter: Matter,
  { act, stage, actor }: Tried,
): Answer | undefined {
  const isToDo = isOpen(matter) && stageOf(matter) === stage;
  const { holder } = matter;
  const guard = (
    kind: KindOfAct,
    roles: readonly Role[],
    asksTask: boolean,
    also: Readonly<Record<string, boolean>> = {},
  ) => guarded(of, matter, { actor, kind, roles, asksTask, also });
  switch (act.type) {
    case 'claim':
      if (!isToDo) return refused('task-not-open');
      return (
        guard(KIND[stage], [ROLE[stage]], false, {
          'decided-by-another-than-the-reviewer': matter.reviewer === actor.id,
        }) ?? listed('task-held', { 'task-free': holder !== undefined && holder !== actor.id })
      );
    case 'release':
      if (!isToDo) return refused('task-not-open');
      return holder === actor.id || isHead(actor) ? undefined : refused('task-held');
    case 'assign':
      if (!isToDo) return refused('task-not-open');
      if (!isHead(actor)) return refused('officer-not-found');
      return listed('assignment-not-possible', {
        'officer-may-have-it': !mayHave(of, matter, officerOf(of, act.to)!),
      });
    case 'opinion': {
      const isReview = isOpen(matter) && stageOf(matter) === 'review';
      return guard('review', ['approver'], isReview) ?? (isReview ? undefined : inThisState);
    }
    case 'decide':
      return (
        guard('decide', ['decision-officer'], isOpen(matter) && stageOf(matter) === 'decision') ??
        (isOpen(matter)
          ? listed('decision-not-possible', unmetByDecision(matter, actor))
          : inThisState)
      );
    case 'reopen':
      return (
        guard(
          'decide',
          ['decision-officer', 'agency-head'],
          isOpen(matter) && stageOf(matter) === 'decision',
        ) ?? (isOpen(matter) ? inThisState : undefined)
      );
  }
}

const unmetByDecision = ({ reviewer, siteVisit }: Matter, { id }: Person) => ({
  'opinion-recorded': reviewer === undefined,
  'decided-by-another-than-the-reviewer': reviewer === id,
  'site-visit-completed': siteVisit,
});

interface Guarded {
  readonly actor: Person;
  readonly kind: KindOfAct;
  readonly roles: readonly Role[];
  /** Whether it ends a task that somebody has. */
  readonly asksTask: boolean;
  readonly also: Readonly<Record<string, boolean>>;
}

/** Nobody acts on a matter that he may not, or beyond his authority; a head acts by the office where one may. */
function guarded(
  of: PeopleModel,
  matter: Matter,
  { actor, kind, roles, asksTask, also }: Guarded,
): Answer | undefined {
  if (!roles.some((role) => actor.roles.includes(role))) {
    return refused('not-the-deciding-agency', 'officer-of-the-deciding-agency');
  }
  const { claimByActing, quashedByAnother } = of.place;
  const officer = officerOf(of, actor.id);
  const byOffice = roles.includes('agency-head') && isHead(actor);
  const { holder } = matter;
  const hasTask = holder === undefined ? claimByActing : holder === actor.id;
  return listed('may-not-act', {
    'officer-in-post': !byOffice && officer?.inPost !== true,
    'not-recused': officer?.relations.includes(matter.applicant) === true,
    'not-of-the-quashed-decision': quashedByAnother && matter.before.includes(actor.id),
    'within-authority':
      !byOffice && (officer === undefined || authorityOf(of, officer, kind, matter) === undefined),
    'not-on-leave': officer !== undefined && isAway(officer, of.now),
    'holds-the-task': asksTask && !byOffice && !hasTask,
    ...also,
  });
}
