import {
  refuseWhenUnmet,
  type Actor,
  type Change,
  type Instant,
  type Person,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { isOfficerOf } from '../officers.js';
import { unmetOf, type Requirement } from '../requirement.js';
import { KINDS_OF_ACT, type Authorisation, type Scope } from './authorisation.js';
import { competentByPost } from './authority.js';
import { officerLifecycle } from './officer-lifecycle.js';
import type { Officer, OfficerEvent } from './officer.js';

export type AuthorisationRequest = Scope &
  Pick<Authorisation, 'kind' | 'documentNumber' | 'from' | 'until' | 'reason'>;

/** Gives an authority beside the post: the head to a chief representative, an officer within their own post to a colleague (许可法 24). */
export function authoriseOfficer(
  officer: Officer,
  request: AuthorisationRequest,
  granting: { readonly person: Person; readonly delegator?: Officer; readonly id: string },
  now: Instant,
): Change<Officer, OfficerEvent> {
  const status = officerLifecycle.next(officer.status, 'authorise');
  const { delegator, person, id } = granting;
  refuseWhenUnmet(
    unmetOf(requirements, { officer, request, ...(delegator && { delegator }) }),
    (unmet) => approvalRefusals.refuse('officer-not-possible', unmet),
  );
  const authorisation: Authorisation = {
    ...request,
    authorisationId: id,
    by: person.id,
    byName: person.name,
    grantedAt: now,
  };
  return {
    state: { ...officer, status, authorisations: [...officer.authorisations, authorisation] },
    events: [{ type: 'officer-authorised', authorisation }],
  };
}

/** Whoever gave it, and the head of the agency. */
export const mayRevoke = (
  { by }: Pick<Authorisation, 'by'>,
  agency: string,
  actor: Actor,
): boolean => by === actor.id || isOfficerOf(actor, agency, 'agency-head');

export interface Revoking {
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly reason?: string;
}

/** Whoever gave it takes it back, or the head; taken back again it stays as it is. */
export function revokeAuthorisation(
  officer: Officer,
  authorisationId: string,
  { person, reason }: Revoking,
  now: Instant,
): Change<Officer, OfficerEvent> {
  const found = officer.authorisations.find((each) => each.authorisationId === authorisationId);
  if (found === undefined) throw approvalRefusals.refuse('officer-not-found');
  if (found.revokedAt !== undefined) return { state: officer, events: [] };
  const status = officerLifecycle.next(officer.status, 'revoke-authorisation');
  const authorisations = officer.authorisations.map((each) =>
    each === found
      ? {
          ...each,
          revokedAt: now,
          revokedBy: person.id,
          revokedByName: person.name,
          ...(reason !== undefined && { revocationReason: reason }),
        }
      : each,
  );
  return {
    state: { ...officer, status, authorisations },
    events: [
      {
        type: 'authorisation-revoked',
        authorisationId,
        revokedAt: now,
        revokedBy: person.id,
        ...(reason !== undefined && { reason }),
      },
    ],
  };
}

interface Situation {
  readonly officer: Officer;
  readonly request: AuthorisationRequest;
  readonly delegator?: Officer;
}

const requirements: readonly Requirement<Situation>[] = [
  {
    rule: 'period-in-order',
    path: 'until',
    message: {
      zh: '授权的截止日期不能早于起始日期。',
      en: 'An authorisation ends on its first day or later.',
    },
    holds: ({ request: { from, until } }) => from <= until,
  },
  {
    rule: 'acts-known',
    path: 'acts',
    message: {
      zh: `职权只能是 ${KINDS_OF_ACT.join('、')}。`,
      en: `Acts are ${KINDS_OF_ACT.join(', ')} and no others.`,
    },
    holds: ({ request: { acts } }) => acts.every((act) => KINDS_OF_ACT.includes(act)),
  },
  {
    rule: 'within-own-authority',
    path: 'acts',
    source: '行政许可法 24',
    message: {
      zh: '只能由在岗人员在本人岗位职权之内委托，受托取得的职权不得再委托；请缩小事项或者职权的范围。',
      en: 'Only what one’s own post gives is delegated, while one is in it, and nothing that was delegated to oneself; narrow the items or the acts.',
    },
    holds: ({ request: { kind, items, acts }, delegator }) =>
      kind !== 'delegation' ||
      (delegator?.status === 'in-post' &&
        acts.every((act) =>
          items === undefined
            ? delegator.competences.some(
                (each) => each.items === undefined && each.acts.includes(act),
              )
            : items.every((item) => competentByPost(delegator, item, act)),
        )),
  },
  {
    rule: 'not-to-oneself',
    path: 'account',
    message: { zh: '不能委托给本人。', en: 'Nobody delegates to themselves.' },
    holds: ({ officer, delegator }) => officer.account !== delegator?.account,
  },
  {
    rule: 'within-the-agency',
    path: 'account',
    message: {
      zh: '只能委托给本机关的人员。',
      en: 'Only officers of the same agency are delegated to.',
    },
    holds: ({ officer, delegator }) =>
      delegator === undefined || officer.agency === delegator.agency,
  },
];
