import type { ListOfficersReply } from '@onewindow/contracts';
import { legalDateAt, type Instant } from '@onewindow/kernel';
import type { Authorisation } from '../domain/officers/authorisation.js';
import { isInForce } from '../domain/officers/authority.js';
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
export function officerRow({ officer, openTasks }: OfficerLine, now: Instant): Row {
  const { account, name, agency, status, limit, roles, competences, authorisations } = officer;
  const standing = authorisations
    .filter(({ until, revokedAt }) => revokedAt === undefined && until >= legalDateAt(now))
    .toSorted((one, other) => (one.until < other.until ? -1 : 1));
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
      authorisations: standing.slice(0, AUTHORISATIONS_SHOWN).map(authorisationRow),
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
});
