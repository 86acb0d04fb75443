import type { EntityManager } from '@mikro-orm/postgresql';
import { MOST_COUNTED } from '@onewindow/service';
import type { CaseLine, CasePage, CaseQuery, Place } from '../../views/records.js';
import { searchSource } from './case-search.js';
import { caseOfNumber, caseSource } from './case-source.js';
import { given, type Sql } from './sql-pieces.js';

/** What is looked through row by row, newest first, before the index of the search is asked. */
const LOOKED_THROUGH = 4_000;

/** Lists and searches of cases, newest first. */
export class PostgresCaseList {
  constructor(
    private readonly em: EntityManager,
    private readonly lookedThrough = LOOKED_THROUGH,
    private readonly mostCounted = MOST_COUNTED,
  ) {}

  async page(query: CaseQuery, limit: number, after?: Place): Promise<CasePage> {
    if (query.visibility.length === 0) return { lines: [], total: 0 };
    const counted = this.source(query, this.mostCounted);
    if (after === undefined) return this.beginning(counted, limit);
    const [{ lines }, total] = await Promise.all([
      this.beginning(this.source(query, limit, after), limit),
      this.count(counted),
    ]);
    return { lines, total };
  }

  /** The newest of a list, no more than so many. */
  private source(query: CaseQuery, most: number, after?: Place): Sql {
    const { text } = query;
    if (text === undefined) return caseSource(query, { most, after });
    if (isWholeNumber(text)) return caseOfNumber(query, text, { most, after });
    return searchSource({ query, text, after, most, lookedThrough: this.lookedThrough });
  }

  /** What is shown of the newest of these cases, with the earliest date that is awaited; and how many these are. */
  private async beginning(source: Sql, limit: number): Promise<CasePage> {
    const rows = await this.rows<Row>(
      given`with found as materialized (${source})
      select c.id as "caseNumber", c.status, c.applicant_name as "applicantName",
        c.accepted_at as "acceptedAt", (select count(*)::int from found) as total,
        (select min(t.due_on) from track t where t.case_number = c.id) as "nextDue"
      from (select id, accepted_at from found order by accepted_at desc, id desc limit ${limit}) newest
      join "case" c on c.id = newest.id order by newest.accepted_at desc, newest.id desc`,
    );
    return { lines: rows.map(lineOf), total: rows[0]?.total ?? 0 };
  }

  private async count(source: Sql): Promise<number> {
    const [counted] = await this.rows<{ total: number }>(
      given`select count(*)::int as total from (${source}) found`,
    );
    return counted?.total ?? 0;
  }

  private rows<Found>({ sql, values }: Sql): Promise<Found[]> {
    return this.em.fork().execute<Found[]>(sql, [...values]);
  }
}

type Row = Omit<CaseLine, 'nextDue'> & { readonly nextDue: string | null; readonly total: number };

const lineOf = ({ nextDue, total: _, ...line }: Row): CaseLine => ({
  ...line,
  ...(nextDue !== null && { nextDue }),
});

/** Found by itself; nothing but its own case contains it. */
const isWholeNumber = (text: string): boolean => /^\d{6}-\d{8}-\d{6}$/.test(text);
