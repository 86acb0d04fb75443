import type { Person } from '@onewindow/kernel';
import { inThisState, listed, refused } from '../walk/answer.js';
import type { Answer } from '../walk/game.js';
import { officerOf, type OfOfficer, type PeopleModel, type Scope } from './people-model.js';

/** What concerns an officer is for the head; an interest everybody declares, and of one's own post everybody delegates. */
export function refusalForOfficer(
  of: PeopleModel,
  act: OfOfficer,
  actor: Person,
): Answer | undefined {
  const officer = officerOf(of, act.account)!;
  const isHeadOfIt = actor.roles.includes('agency-head') && actor.department === of.agency;
  if (!isHeadOfIt && !isOwn(of, act, actor)) return refused('officer-not-found');
  const { inPost } = officer;
  switch (act.type) {
    case 'retire':
      return listed('officer-not-possible', { 'leaves-a-post': !inPost });
    case 'appoint':
    case 'hand-over':
      return undefined;
    case 'relate':
      return inPost ? undefined : inThisState;
    case 'revoke': {
      const isRevoked = officer.authorities.find(
        ({ document }) => document === act.document,
      )!.revoked;
      return inPost || isRevoked ? undefined : inThisState;
    }
    case 'leave':
      if (!inPost) return inThisState;
      return listed('officer-not-possible', { 'period-in-order': act.from > act.until });
    case 'authorise':
      if (!inPost) return inThisState;
      return listed('officer-not-possible', {
        'period-in-order': act.from > act.until,
        'within-own-authority': act.kind === 'delegation' && !mayDelegate(of, act, actor),
        'not-to-oneself': act.kind === 'delegation' && act.account === actor.id,
      });
  }
}

function isOwn(of: PeopleModel, act: OfOfficer, actor: Person): boolean {
  switch (act.type) {
    case 'relate':
      return actor.id === act.account;
    case 'authorise':
      return act.kind === 'delegation' && actor.department === of.agency;
    case 'revoke': {
      const { authorities } = officerOf(of, act.account)!;
      return authorities.some(({ document, by }) => document === act.document && by === actor.id);
    }
    case 'leave':
    case 'hand-over':
    case 'retire':
    case 'appoint':
      return false;
  }
}

/** What one’s own post gives, as long as one is in post; nothing that one has from others (许可法 24). */
function mayDelegate(of: PeopleModel, { acts, items }: Scope, { id }: Person): boolean {
  const delegator = officerOf(of, id);
  if (delegator?.inPost !== true) return false;
  const own = delegator.competence;
  const isWithinItems =
    own.items === undefined || items?.every((each) => own.items?.includes(each)) === true;
  return isWithinItems && acts.every((each) => own.acts.includes(each));
}
