import type { FindInterestedPartiesReply } from '@onewindow/contracts';
import { holds, type Actor } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import { AGENCY_ROLES } from '../domain/case/visible-to.js';
import {
  stateBy,
  type InterestedParties,
  type InterestedParty,
  type Statement,
} from '../domain/interest/interested-parties.js';
import { isOfficerOf } from '../domain/officers.js';

/** Who is heard on a track, as far as it is the asking person's to know; undefined where nothing is. */
export function partiesView(
  of: InterestedParties,
  actor: Actor,
  calendar: WorkingCalendar,
): FindInterestedPartiesReply | undefined {
  const inRegion = actor.kind === 'person' && actor.region === of.region;
  const whole =
    inRegion && (isOfficerOf(actor, of.agency, ...AGENCY_ROLES) || holds(actor, 'auditor'));
  const parties = of.parties.filter(({ account }) => whole || account === actor.id);
  if (!whole && parties.length === 0) return undefined;
  const shown = new Set(parties.map(({ partyId }) => partyId));
  return {
    caseNumber: of.caseNumber,
    item: of.item,
    itemName: of.itemName,
    agencyName: of.agencyName,
    parties: parties.map((party) => partyView(party, calendar)),
    statements: of.statements
      .filter(({ partyId }) => whole || (partyId !== undefined && shown.has(partyId)))
      .map(statementView),
  };
}

const partyView = (
  { partyId, name, interest, namedBy, namedAt, told, declined }: InterestedParty,
  calendar: WorkingCalendar,
): FindInterestedPartiesReply['parties'][number] => ({
  partyId,
  name,
  interest,
  namedBy,
  namedAt,
  ...(told && {
    told: {
      noticeNumber: told.noticeNumber,
      method: told.method,
      receivedBy: told.receivedBy,
      servedOn: told.servedOn,
      stateBy: stateBy(told, calendar),
      hearing: told.hearing,
    },
  }),
  ...(declined && { declinedBecause: declined.reason }),
});

const statementView = ({ partyId, kind, text, statedAt }: Statement) => ({
  ...(partyId !== undefined && { partyId }),
  kind,
  text,
  statedAt,
});
