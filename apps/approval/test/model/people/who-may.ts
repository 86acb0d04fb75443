import type { Person, Role } from '@onewindow/kernel';
import { inThisState, listed, refused } from '../walk/answer.js';
import type { Answer } from '../walk/game.js';
import {
  authorityOf,
  isAway,
  isOpen,
  KIND,
  mayHave,
  ROLE,
  stageOf,
  type Act,
  type Bound,
  type KindOfAct,
  type Matter,
  type PeopleModel,
} from './people-model.js';

/** Why it is not done, with every rule that is not met; none: it is done. */
export function refusalOf(of: PeopleModel, bound: Bound): Answer | undefined {
  const { act, caseNumber, actor } = bound;
  const matter = of.matters.find((each) => each.caseNumber === caseNumber)!;
  switch (act.type) {
    case 'leave':
    case 'authorise':
    case 'relate':
    case 'hand-over':
    case 'retire':
    case 'appoint':
      return ofOfficer(of, act, actor);
    case 'opinion':
    case 'decide':
    case 'claim':
    case 'release':
    case 'assign':
    case 'reopen':
      return actor.department === of.agency
        ? ofMatter(of, matter, { ...bound, act })
        : refused('track-not-found');
  }
}

const isHead = ({ roles }: Person): boolean => roles.includes('agency-head');

type OfOfficer = Extract<Act, { readonly account: string }>;

/** What concerns an officer is for the head; an interest everybody declares for himself. */
function ofOfficer(of: PeopleModel, act: OfOfficer, actor: Person): Answer | undefined {
  const isOwn = act.type === 'relate' && actor.id === act.account;
  const isHeadOfIt = isHead(actor) && actor.department === of.agency;
  if (!isHeadOfIt && !isOwn) return refused('officer-not-found');
  const { inPost } = of.officers.find(({ account }) => account === act.account)!;
  if (act.type === 'retire') return listed('officer-not-possible', { 'leaves-a-post': !inPost });
  if (act.type === 'appoint' || act.type === 'hand-over') return undefined;
  return inPost ? undefined : inThisState;
}

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
  const [holder] = matter.holder;
  const guard = (kind: KindOfAct, roles: readonly Role[], asksTask: boolean) =>
    guarded(of, matter, { actor, kind, roles, asksTask });
  switch (act.type) {
    case 'claim':
      if (!isToDo) return refused('task-not-open');
      return (
        guard(KIND[stage], [ROLE[stage]], false) ??
        listed('may-not-act', {
          'decided-by-another-than-the-reviewer': matter.reviewer === actor.id,
        }) ??
        listed('task-held', { 'task-free': holder !== undefined && holder !== actor.id })
      );
    case 'release':
      if (!isToDo) return refused('task-not-open');
      return holder === actor.id || isHead(actor) ? undefined : refused('task-held');
    case 'assign': {
      if (!isToDo) return refused('task-not-open');
      if (!isHead(actor)) return refused('officer-not-found');
      const officer = of.officers.find(({ account }) => account === act.to)!;
      return listed('assignment-not-possible', {
        'officer-may-have-it': !mayHave(of, matter, officer),
      });
    }
    case 'opinion':
      return (
        guard('review', ['approver'], isOpen(matter) && stageOf(matter) === 'review') ??
        (isOpen(matter) && stageOf(matter) === 'review' ? undefined : inThisState)
      );
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

const unmetByDecision = ({ reviewer }: Matter, { id }: Person) => ({
  'opinion-recorded': reviewer === undefined,
  'decided-by-another-than-the-reviewer': reviewer === id,
});

interface Guarded {
  readonly actor: Person;
  readonly kind: KindOfAct;
  readonly roles: readonly Role[];
  /** Whether it ends a task that somebody has. */
  readonly asksTask: boolean;
}

/** Nobody acts on a matter that he may not, or beyond his authority; a head acts by the office where one may. */
function guarded(
  of: PeopleModel,
  matter: Matter,
  { actor, kind, roles, asksTask }: Guarded,
): Answer | undefined {
  if (!roles.some((role) => actor.roles.includes(role))) {
    return refused('not-the-deciding-agency', 'officer-of-the-deciding-agency');
  }
  const officer = of.officers.find(({ account }) => account === actor.id);
  const byOffice = roles.includes('agency-head') && isHead(actor);
  const [holder] = matter.holder;
  return listed('may-not-act', {
    'officer-in-post': !byOffice && officer?.inPost !== true,
    'not-recused': officer?.relations.includes(matter.applicant) === true,
    'not-of-the-quashed-decision': matter.before.includes(actor.id),
    'within-authority':
      !byOffice &&
      (officer === undefined || authorityOf(officer, kind, matter, of.now) === undefined),
    'not-on-leave': officer !== undefined && isAway(officer, of.now),
    'holds-the-task': asksTask && !byOffice && holder !== undefined && holder !== actor.id,
  });
}
