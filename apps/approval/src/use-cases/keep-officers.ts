import { holds, type Instant, type LegalDate, type Person } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import { isOfficerOf } from '../domain/officers.js';
import {
  authoriseOfficer as authorise,
  mayRevoke,
  revokeAuthorisation as revoke,
  type AuthorisationRequest,
} from '../domain/officers/authorising.js';
import { officerKind, rosterKind, type RelatedParty } from '../domain/officers/officer.js';
import {
  enrol,
  publishOfficer as publish,
  type Publication,
} from '../domain/officers/publishing.js';
import {
  declareRelation as declare,
  recordLeave as record,
} from '../domain/officers/standing-back.js';
import { headOf, officerFor } from './officers-of-agency.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { transferWork } from './transfer-work.js';

/** By an administrator, or by the head for the own agency. Whoever leaves hands everything over. */
export const publishOfficer =
  (deps: ApprovalDependencies) =>
  (request: Publication, { actor }: Asking): Promise<{ publishedAt: Instant }> =>
    deps.transact(async (changes) => {
      const { account, agency, left } = request;
      const byHead = isOfficerOf(actor, agency, 'agency-head');
      if (!byHead && !holds(actor, 'administrator')) {
        throw approvalRefusals.refuse('officer-not-found');
      }
      const publishedAt = deps.now();
      const before = await changes.find(officerKind, account);
      const change = publish(before, request);
      if (before === undefined) changes.create(officerKind, account, change);
      else changes.save(officerKind, account, change);
      const roster = await changes.find(rosterKind, agency);
      const enrolled = enrol(roster, agency, account);
      if (roster === undefined) changes.create(rosterKind, agency, enrolled);
      else changes.save(rosterKind, agency, enrolled);
      if (left === true) {
        transferWork(deps, changes, { agency, account, reason: LEFT, begunBy: actor.id });
      }
      return { publishedAt };
    });

const LEFT = '离岗移交';
const RECUSED = '申报回避';

export interface AuthoriseOfficer extends AuthorisationRequest {
  readonly account: string;
}

export const authoriseOfficer =
  (deps: ApprovalDependencies) =>
  (
    { account, ...request }: AuthoriseOfficer,
    { actor }: Asking,
  ): Promise<{ authorisationId: string; grantedAt: Instant }> =>
    deps.transact(async (changes) => {
      const isDelegation = request.kind === 'delegation';
      const person = requirePerson(actor);
      const officer = isDelegation
        ? await officerFor(changes, account, ({ agency }) => agency === person.department)
        : (await headOf(changes, account, actor)).officer;
      const delegator = isDelegation ? await changes.find(officerKind, person.id) : undefined;
      const id = deps.newId();
      const grantedAt = deps.now();
      const granting = { person, id, ...(delegator && { delegator }) };
      const change = authorise(officer, request, granting, grantedAt);
      changes.save(officerKind, account, change);
      return { authorisationId: id, grantedAt };
    });

export interface RevokeAuthorisation {
  readonly account: string;
  readonly authorisationId: string;
  readonly reason?: string;
}

export const revokeAuthorisation =
  ({ transact, now }: ApprovalDependencies) =>
  (
    { account, authorisationId, reason }: RevokeAuthorisation,
    { actor }: Asking,
  ): Promise<{ revokedAt: Instant }> =>
    transact(async (changes) => {
      const person = requirePerson(actor);
      const officer = await officerFor(changes, account, ({ agency, authorisations }) =>
        authorisations.some(
          (each) => each.authorisationId === authorisationId && mayRevoke(each, agency, person),
        ),
      );
      const revokedAt = now();
      const revoking = { person, ...(reason !== undefined && { reason }) };
      changes.save(officerKind, account, revoke(officer, authorisationId, revoking, revokedAt));
      return { revokedAt };
    });

export interface RecordLeave {
  readonly account: string;
  readonly from: LegalDate;
  readonly until: LegalDate;
  readonly reason: string;
}

export const recordLeave =
  ({ transact, now }: ApprovalDependencies) =>
  ({ account, ...leave }: RecordLeave, { actor }: Asking): Promise<{ recordedAt: Instant }> =>
    transact(async (changes) => {
      const officer = await officerFor(
        changes,
        account,
        ({ agency }) => isOfficerOf(actor, agency, 'agency-head') || holds(actor, 'administrator'),
      );
      changes.save(officerKind, account, record(officer, { ...leave, recordedBy: actor.id }));
      return { recordedAt: now() };
    });

export interface DeclareRelation {
  readonly account: string;
  readonly with: RelatedParty;
  readonly reason: string;
  readonly until?: LegalDate;
}

/** One's own, or what the head was told (公务员法 77); the officer's open tasks of that party go to others by themselves. */
export const declareRelation =
  (deps: ApprovalDependencies) =>
  (
    { account, ...relation }: DeclareRelation,
    { actor }: Asking,
  ): Promise<{ declaredAt: Instant; transferId?: string }> =>
    deps.transact(async (changes) => {
      const officer = await officerFor(
        changes,
        account,
        ({ agency }) => actor.id === account || isOfficerOf(actor, agency, 'agency-head'),
      );
      const declaredAt = deps.now();
      const declared = { ...relation, declaredAt, declaredBy: actor.id };
      changes.save(officerKind, account, declare(officer, declared));
      if (relation.until !== undefined) return { declaredAt };
      const transferId = transferWork(deps, changes, {
        agency: officer.agency,
        account,
        reason: RECUSED,
        begunBy: actor.id,
        party: relation.with,
      });
      return { declaredAt, transferId };
    });

function requirePerson(actor: Asking['actor']): Person {
  if (actor.kind !== 'person') throw approvalRefusals.refuse('officer-not-found');
  return actor;
}
