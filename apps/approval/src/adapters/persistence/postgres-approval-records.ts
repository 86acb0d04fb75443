import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { containingText, listTotal } from '@onewindow/service';
import type { Case } from '../../domain/case/case.js';
import type { CaseStatus } from '../../domain/case/case-lifecycle.js';
import type { Licence } from '../../domain/licence/licence.js';
import type { WaitingHandovers } from '../../use-cases/ports.js';
import type {
  ActingFacts,
  ApprovalRecords,
  CaseFile,
  CaseLine,
  CasePage,
  CaseQuery,
  Place,
} from '../../views/records.js';
import type { VisibleCases } from '../../domain/case/visible-to.js';
import { CaseRow } from './case.row.js';
import { HandoverRow } from './handover.row.js';
import { LicenceRow } from './licence.row.js';
import { TrackRow } from './track.row.js';

const NEWEST_FIRST = { acceptedAt: 'desc', id: 'desc' } as const;

/** Everything of one case as it was at one moment: one statement sees one moment, and asks only once. */
const CASE_FILE = `
select c.state as "of",
  (select coalesce(json_agg(t.state order by (t.state->>'ordinal')::int), '[]')
    from track t where t.case_number = c.id) as tracks,
  (select coalesce(json_agg(i.state order by i.id), '[]')
    from inspection i where i.case_number = c.id) as inspections,
  (select coalesce(json_agg(o.state order by o.id), '[]')
    from consultation o where o.case_number = c.id) as consultations,
  (select coalesce(json_agg(h.state order by h.id), '[]')
    from handover h where h.case_number = c.id) as handovers,
  (select coalesce(json_agg(l.state order by l.id), '[]')
    from licence l where l.id = any(array(
      select t->>'licenceNumber' from jsonb_array_elements(c.state->'tracks') t))) as licences,
  (select json_build_object(
    'officer', (select o.state from officer o where o.id = a.account),
    'delegators', (select coalesce(json_agg(d.state), '[]') from officer d where d.id in (
      select g->>'by' from officer o, jsonb_array_elements(o.state->'authorisations') g
      where o.id = a.account and g->>'kind' = 'delegation')),
    'published', (select coalesce(json_agg(r.id), '[]') from roster r where r.id = any(c.agencies)))
    from (select ?::text as account) a where a.account is not null) as acting
from "case" c where c.id = ?`;

type CaseFileRow = Omit<CaseFile, 'acting'> & { readonly acting: ActingFacts | null };

/** Reads for the views: state where one case is shown, derived columns where many are. */
export class PostgresApprovalRecords implements ApprovalRecords, WaitingHandovers {
  constructor(private readonly em: EntityManager) {}

  async case(caseNumber: string): Promise<Case | undefined> {
    const em = this.em.fork();
    const row = await em.findOne(CaseRow, { id: caseNumber }, { populate: ['state'] });
    return row?.state;
  }

  async caseFile(caseNumber: string, account?: string): Promise<CaseFile | undefined> {
    const [row] = await this.em
      .fork()
      .execute<CaseFileRow[]>(CASE_FILE, [account ?? null, caseNumber]);
    if (row === undefined) return undefined;
    const { acting, ...file } = row;
    return { ...file, ...(acting && { acting }) };
  }

  async cases(query: CaseQuery, limit: number, after?: Place): Promise<CasePage> {
    if (query.visibility.length === 0) return { lines: [], total: 0 };
    const em = this.em.fork();
    const where = conditions(query);
    if (query.text !== undefined) {
      const list = { rows: CaseRow, where: { $and: [...where] }, orderBy: NEWEST_FIRST };
      where.push(await containingText(em, list, query.text));
    }
    const [rows, total] = await Promise.all([
      em.find(CaseRow, { $and: [...where, ...behind(after)] }, { orderBy: NEWEST_FIRST, limit }),
      listTotal(em.fork(), CaseRow, { $and: where }),
    ]);
    const awaited = await em.find(TrackRow, {
      caseNumber: { $in: rows.map(({ id }) => id) },
      dueOn: { $ne: null },
    });
    return { lines: rows.map((row) => caseLine(row, awaited)), total };
  }

  async licence(number: string): Promise<Licence | undefined> {
    return (await this.em.fork().findOne(LicenceRow, { id: number }))?.state;
  }

  async ids(): Promise<readonly string[]> {
    const rows = await this.em
      .fork()
      .find(HandoverRow, { status: 'waiting' }, { orderBy: { id: 'asc' } });
    return rows.map(({ id }) => id);
  }
}

function conditions({ visibility, status, agency }: CaseQuery): FilterQuery<CaseRow>[] {
  return [
    { $or: visibility.map(visible) },
    ...(status === undefined ? [] : [{ status }]),
    ...(agency === undefined ? [] : [{ agencies: { $contains: [agency] } }]),
  ];
}

function visible(cases: VisibleCases): FilterQuery<CaseRow> {
  switch (cases.kind) {
    case 'region':
      return { region: cases.region };
    case 'agency':
      return { region: cases.region, agencies: { $contains: [cases.agency] } };
    case 'account':
      return { applicantAccount: cases.account };
    case 'organisation':
      return { creditCode: cases.creditCode };
  }
}

const behind = (after: Place | undefined): FilterQuery<CaseRow>[] =>
  after === undefined
    ? []
    : [
        {
          // The first condition alone bounds the index; the second only chooses among equals.
          acceptedAt: { $lte: after.acceptedAt },
          $or: [{ acceptedAt: { $lt: after.acceptedAt } }, { id: { $lt: after.caseNumber } }],
        },
      ];

function caseLine(row: CaseRow, awaited: readonly TrackRow[]): CaseLine {
  const [nextDue] = awaited
    .filter(({ caseNumber }) => caseNumber === row.id)
    .flatMap(({ dueOn }) => (typeof dueOn === 'string' ? [dueOn] : []))
    .sort();
  return {
    caseNumber: row.id,
    status: row.status as CaseStatus,
    applicantName: row.applicantName,
    acceptedAt: row.acceptedAt,
    ...(nextDue !== undefined && { nextDue }),
  };
}
