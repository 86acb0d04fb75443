import { holds, type Actor, type Changes, type Instant, type LegalDate } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import type { Case } from '../domain/case/case.js';
import { isApplicantOf, isVisible, visibleTo } from '../domain/case/visible-to.js';
import {
  declineParty,
  nameParty,
  recordStatement as decideStatement,
  tellParty,
  type PartyNamed,
  type TellingOfParty,
} from '../domain/interest/hearing-parties.js';
import {
  interestKind,
  stateBy,
  type InterestedParties,
  type Statement,
} from '../domain/interest/interested-parties.js';
import type { DueDate } from '../domain/due-date.js';
import { isOfficerOf } from '../domain/officers.js';
import { hearPartiesOn } from '../domain/track/parties-of-track.js';
import { trackId, type Track } from '../domain/track/track.js';
import { actingOn, REVIEWING } from './acting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { caseOf, saveTrack, trackOf, type TrackReference } from './records.js';

/** An approver names a party, or somebody names himself: whoever does so need not be able to see the case. */
export const nameInterestedParty =
  (deps: ApprovalDependencies) =>
  (
    { caseNumber, item, ...named }: TrackReference & PartyNamed,
    { actor }: Asking,
  ): Promise<{ readonly partyId: string; readonly namedAt: Instant }> =>
    deps.transact(async (changes) => {
      const found = await trackOf(changes, { caseNumber, item });
      const of = await caseOf(changes, caseNumber);
      const self = selfNamed(of, found, actor);
      const { track } = self
        ? { track: found }
        : await actingOn(deps, changes, { caseNumber, item }, actor, REVIEWING);
      const before = await startHearing(changes, of, track);
      const namedAt = deps.now();
      const partyId = deps.newId();
      const change = nameParty(before.state, named, {
        partyId,
        ...(self && { self }),
        now: namedAt,
      });
      saveHearing(changes, before, change);
      return { partyId, namedAt };
    });

/** Undefined for the agency's own officer. An applicant is heard anyway; nobody else names parties. */
function selfNamed(of: Case, track: Track, actor: Actor) {
  if (actor.kind === 'person' && isOfficerOf(actor, track.agency, 'approver')) return undefined;
  const isOwn = isVisible(of, visibleTo(actor));
  if (actor.kind === 'person' && holds(actor, 'applicant') && !isOwn) return actor;
  throw approvalRefusals.refuse(isOwn ? 'not-the-deciding-agency' : 'track-not-found');
}

export type TellInterestedParty = TrackReference &
  Omit<TellingOfParty, 'within' | 'servedOn'> & { readonly servedOn: LegalDate };

/** The approver records how the notice reached the party; its term runs from there. */
export const tellInterestedParty =
  (deps: ApprovalDependencies) =>
  (
    { caseNumber, item, ...request }: TellInterestedParty,
    { actor }: Asking,
  ): Promise<{ readonly noticeNumber: string; readonly stateBy: DueDate }> =>
    deps.transact(async (changes) => {
      const acting = await actingOn(deps, changes, { caseNumber, item }, actor, REVIEWING);
      const { track, person: officer } = acting;
      const before = await hearingOf(changes, track);
      const telling = { ...request, within: deps.place.workingDaysToState };
      const change = tellParty(before.state, telling, officer, deps.now());
      saveHearing(changes, before, change);
      const told = change.state.parties.find(({ partyId }) => partyId === request.partyId)?.told;
      if (told === undefined) throw new TypeError('a party that was told has its notice');
      return { noticeNumber: told.noticeNumber, stateBy: stateBy(told, deps.calendar()) };
    });

export const declineInterestedParty =
  (deps: ApprovalDependencies) =>
  (
    {
      caseNumber,
      item,
      ...request
    }: TrackReference & { readonly partyId: string; readonly reason: string },
    { actor }: Asking,
  ): Promise<{ readonly declinedAt: Instant }> =>
    deps.transact(async (changes) => {
      const { track } = await actingOn(deps, changes, { caseNumber, item }, actor, REVIEWING);
      const before = await hearingOf(changes, track);
      const declinedAt = deps.now();
      saveHearing(changes, before, declineParty(before.state, request, declinedAt));
      return { declinedAt };
    });

export type RecordStatement = TrackReference & Pick<Statement, 'partyId' | 'kind' | 'text'>;

/** A party or the applicant states its case itself, or an approver records what was said. */
export const recordStatement =
  (deps: ApprovalDependencies) =>
  (
    { caseNumber, item, ...request }: RecordStatement,
    { actor }: Asking,
  ): Promise<{ readonly statedAt: Instant }> =>
    deps.transact(async (changes) => {
      const found = await trackOf(changes, { caseNumber, item });
      const of = await caseOf(changes, caseNumber);
      const byAgency = isOfficerOf(actor, found.agency, 'approver');
      if (!byAgency) {
        const heard = await changes.find(interestKind, trackId(caseNumber, item));
        requireSpeaker(of, heard?.parties ?? [], request.partyId, actor);
      }
      const { track } = byAgency
        ? await actingOn(deps, changes, { caseNumber, item }, actor, REVIEWING)
        : { track: found };
      const before = await startHearing(changes, of, track);
      const statedAt = deps.now();
      saveHearing(changes, before, decideStatement(before.state, request, actor, statedAt));
      return { statedAt };
    });

function requireSpeaker(
  of: Case,
  parties: InterestedParties['parties'],
  partyId: string | undefined,
  actor: Actor,
): void {
  const isApplicant = isApplicantOf(of, actor);
  const mine =
    partyId === undefined
      ? isApplicant
      : parties.some((each) => each.partyId === partyId && each.account === actor.id);
  if (mine) return;
  throw approvalRefusals.refuse(isApplicant ? 'party-not-found' : 'track-not-found');
}

interface Before {
  readonly id: string;
  readonly isNew: boolean;
  readonly state: InterestedParties;
}

async function hearingOf(changes: Changes, { caseNumber, item }: Track): Promise<Before> {
  const id = trackId(caseNumber, item);
  const state = await changes.find(interestKind, id);
  if (state === undefined) throw approvalRefusals.refuse('party-not-found');
  return { id, isNew: false, state };
}

/** With the first word the track knows that somebody has to be heard, so that no decision passes it by. */
async function startHearing(changes: Changes, of: Case, track: Track): Promise<Before> {
  const id = trackId(track.caseNumber, track.item);
  saveTrack(changes, track, hearPartiesOn(track));
  const found = await changes.find(interestKind, id);
  if (found !== undefined) return { id, isNew: false, state: found };
  const { applicationId, caseNumber, ordinal, item, itemName, agency, agencyName } = track;
  const state = { applicationId, caseNumber, ordinal, item, itemName, agency, agencyName };
  return {
    id,
    isNew: true,
    state: { ...state, region: of.region, parties: [], statements: [] },
  };
}

function saveHearing(
  changes: Changes,
  { id, isNew }: Before,
  change: ReturnType<typeof nameParty>,
): void {
  if (isNew) changes.create(interestKind, id, change);
  else changes.save(interestKind, id, change);
}
