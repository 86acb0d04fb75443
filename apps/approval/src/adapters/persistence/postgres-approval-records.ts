import type { EntityManager } from '@mikro-orm/postgresql';
import type { Case } from '../../domain/case/case.js';
import type { Licence } from '../../domain/licence/licence.js';
import type { WaitingHandovers } from '../../use-cases/ports.js';
import type {
  ActingFacts,
  ApprovalRecords,
  CaseFile,
  CasePage,
  CaseQuery,
  Place,
} from '../../views/records.js';
import { actingFacts } from './acting-facts.js';
import { CaseRow } from './case.row.js';
import { HandoverRow } from './handover.row.js';
import { LicenceRow } from './licence.row.js';
import { PostgresCaseList } from './postgres-case-list.js';

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
  (select ${actingFacts('a.account', 'c.agencies')}
    from (select ?::text as account) a where a.account is not null) as acting
from "case" c where c.id = ?`;

type CaseFileRow = Omit<CaseFile, 'acting'> & { readonly acting: ActingFacts | null };

/** Reads for the views: state where one case is shown, derived columns where many are. */
export class PostgresApprovalRecords implements ApprovalRecords, WaitingHandovers {
  private readonly list: PostgresCaseList;

  constructor(private readonly em: EntityManager) {
    this.list = new PostgresCaseList(em);
  }

  async case(caseNumber: string): Promise<Case | undefined> {
    const row = await this.em.fork().findOne(CaseRow, { id: caseNumber });
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

  cases(query: CaseQuery, limit: number, after?: Place): Promise<CasePage> {
    return this.list.page(query, limit, after);
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
