import { legalDateAt, type Instant } from '@onewindow/kernel';
import type { Authorisation, AuthorityUsed, KindOfAct, Scope } from './authorisation.js';
import type { Officer } from './officer.js';

/** Without an act: whether the scope has anything to do with the item. */
export const covers = ({ items, acts }: Scope, item: string, act: KindOfAct | undefined): boolean =>
  (act === undefined || acts.includes(act)) && (items === undefined || items.includes(item));

/** By one's own post, whatever anybody has granted beside it. */
export const competentByPost = (
  { competences }: Officer,
  item: string,
  act: KindOfAct | undefined,
): boolean => competences.some((each) => covers(each, item, act));

export const isInForce = ({ from, until, revokedAt }: Authorisation, now: Instant): boolean => {
  const today = legalDateAt(now);
  return revokedAt === undefined && from <= today && today <= until;
};

/** Who has delegated something to this officer that is in force: their own authority bounds it. */
export const delegatorsOf = ({ authorisations }: Officer, now: Instant): string[] =>
  authorisations
    .filter((each) => each.kind === 'delegation' && isInForce(each, now))
    .map(({ by }) => by);

/**
 * The authority under which an officer does this, the one of the post first; none: it is beyond the officer. A delegation gives
 * no more than the delegator's post still does.
 */
export function authorityFor(
  officer: Officer,
  { item, act }: { readonly item: string; readonly act: KindOfAct | undefined },
  now: Instant,
  delegators: ReadonlyMap<string, Officer>,
): AuthorityUsed | undefined {
  if (competentByPost(officer, item, act)) return { kind: 'post' };
  const granted = officer.authorisations.find((each) => {
    if (!isInForce(each, now) || !covers(each, item, act)) return false;
    if (each.kind !== 'delegation') return true;
    const delegator = delegators.get(each.by);
    return delegator?.status === 'in-post' && competentByPost(delegator, item, act);
  });
  if (granted === undefined) return undefined;
  const { kind, documentNumber, by, byName, until } = granted;
  return { kind, documentNumber, by, byName, until };
}
