import { legalDateAt, type Instant, type LegalDate } from '@onewindow/kernel';
import type { Officer } from './officer.js';

/** What an officer may be empowered to do on a track: to review it, to decide it, to decide it on the spot at the window. */
export const KINDS_OF_ACT = ['review', 'decide', 'decide-at-window'] as const;
export type KindOfAct = (typeof KINDS_OF_ACT)[number];

/** Items and acts together; without items every item of the agency. */
export interface Scope {
  readonly items?: readonly string[];
  readonly acts: readonly KindOfAct[];
}

/** A chief representative 首席代表 has it from the head of the agency; a delegate 委托 from another officer, and no further (许可法 24). */
export type AuthorisationKind = 'chief-representative' | 'delegation';

/** An authority beside that of one's post, in writing and for a period. Days in Asia/Shanghai, both inclusive. */
export interface Authorisation extends Scope {
  readonly authorisationId: string;
  readonly kind: AuthorisationKind;
  readonly documentNumber: string;
  readonly from: LegalDate;
  readonly until: LegalDate;
  readonly by: string;
  readonly byName: string;
  readonly grantedAt: Instant;
  readonly revokedAt?: Instant;
}

/** Under which authority somebody acted; it stands with what was decided. */
export interface AuthorityUsed {
  readonly kind: 'post' | AuthorisationKind;
  readonly documentNumber?: string;
  readonly by?: string;
  readonly byName?: string;
  readonly until?: LegalDate;
}

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
