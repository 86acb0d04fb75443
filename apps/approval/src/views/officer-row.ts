import type { ListOfficersReply } from '@onewindow/contracts';
import { legalDateAt, type Actor, type Instant } from '@onewindow/kernel';
import type { Authorisation } from '../domain/officers/authorisation.js';
import { isInForce } from '../domain/officers/authority.js';
import { mayRevoke } from '../domain/officers/authorising.js';
import { isOnLeave } from '../domain/officers/leave.js';
import type { Officer } from '../domain/officers/officer.js';

type Row = ListOfficersReply['officers'][number];

export interface OfficerLine {
  readonly officer: Officer;
  readonly openTasks: number;
}

/** As many as a page shows of one officer; whoever has more is asked for what ends first. */
const AUTHORISATIONS_SHOWN = 50;

/** An officer as colleagues see them; whose matters they stand back from is not theirs to know. */
export function officerRow({ officer, openTasks }: OfficerLine, now: Instant, actor: Actor): Row {
  const { account, name, agency, status, limit, roles, competences, authorisations } = officer;
  const isStanding = ({ until, revokedAt }: Authorisation) =>
    revokedAt === undefined && until >= legalDateAt(now);
  const standing = authorisations
    .filter(isStanding)
    .toSorted((one, other) => (one.until < other.until ? -1 : 1));
  const ended = authorisations.filter((each) => !isStanding(each)).toReversed();
  const authorisedUntil = standing.find((each) => isInForce(each, now))?.until;
  return {
    account,
    name,
    agency,
    inPost: status === 'in-post',
    onLeave: isOnLeave(officer, now),
    ...(roles && { roles: [...roles] }),
    competences: competences.map(({ items, acts, since }) => ({
      ...(items && { items: [...items] }),
      acts: [...acts],
      since,
    })),
    ...(standing.length > 0 && {
      authorisations: standing.slice(0, AUTHORISATIONS_SHOWN).map((each) => ({
        ...authorisationRow(each),
        actions: mayRevoke(each, agency, actor) ? ['revoke-authorisation'] : [],
      })),
    }),
    ...(ended.length > 0 && {
      endedAuthorisations: ended.slice(0, AUTHORISATIONS_SHOWN).map(authorisationRow),
    }),
    ...(limit !== undefined && { limit }),
    openTasks,
    ...(authorisedUntil !== undefined && { authorisedUntil }),
  };
}

const authorisationRow = (each: Authorisation): NonNullable<Row['authorisations']>[number] => ({
  authorisationId: each.authorisationId,
  kind: each.kind,
  documentNumber: each.documentNumber,
  ...(each.items && { items: [...each.items] }),
  acts: [...each.acts],
  from: each.from,
  until: each.until,
  byName: each.byName,
  grantedAt: each.grantedAt,
  ...(each.reason !== undefined && { reason: each.reason }),
  ...(each.revokedAt !== undefined && { revokedAt: each.revokedAt }),
  ...(each.revokedByName !== undefined && { revokedByName: each.revokedByName }),
  ...(each.revocationReason !== undefined && { revocationReason: each.revocationReason }),
});
