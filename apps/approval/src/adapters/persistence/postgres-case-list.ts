import type { EntityManager } from '@mikro-orm/postgresql';
import { MOST_COUNTED } from '@onewindow/service';
import type { CaseLine, CasePage, CaseQuery, Place } from '../../views/records.js';
import { caseSource } from './case-source.js';
import { containsText, given, gramsOf, type Sql } from './sql-pieces.js';

/** What is looked through row by row, newest first, before the index of the search is asked. */
const LOOKED_THROUGH = 4_000;
/** Of what was looked through: with more matches a thousand are counted sooner in the order of the list than by the index. */
const MANY = 0.2;

/** Lists and searches of cases, newest first. */
export class PostgresCaseList {
  constructor(
    private readonly em: EntityManager,
    private readonly lookedThrough = LOOKED_THROUGH,
  ) {}

  async page(query: CaseQuery, limit: number, after?: Place): Promise<CasePage> {
    if (query.visibility.length === 0) return { lines: [], total: 0 };
    const { text } = query;
    if (text === undefined) {
      const [rows, total] = await Promise.all([
        this.lines(caseSource(query, { most: limit, after }), limit),
        this.count(caseSource(query, { most: MOST_COUNTED })),
      ]);
      return { lines: rows, total };
    }
    const asked = { query, text, after };
    if (isWholeNumber(text)) {
      const lines = await this.lines(indexed(asked), limit);
      return { lines, total: await this.count(indexed({ query, text })) };
    }
    const looked = await this.look(asked);
    const isFound = looked.seen < this.lookedThrough || looked.found >= limit;
    const [lines, total] = await Promise.all([
      this.lines(isFound ? newest(asked, this.lookedThrough) : indexed(asked), limit),
      this.total(asked, looked),
    ]);
    return { lines, total };
  }

  /** How many of the newest rows of a list contain the text. */
  private async look({ query, text, after }: Searched): Promise<Looked> {
    const [looked] = await this.rows<Looked>(
      given`select count(*)::int as seen, count(*) filter (where ${containsText(text)})::int as found
      from (${caseSource(query, { most: this.lookedThrough, after })}) seen`,
    );
    return looked ?? { seen: 0, found: 0 };
  }

  /** Of the whole list, whichever page of it is shown. */
  private async total({ query, text, after }: Searched, looked: Looked): Promise<number> {
    const whole = { query, text };
    const { seen, found } = after === undefined ? looked : await this.look(whole);
    if (found >= MOST_COUNTED || seen < this.lookedThrough) return Math.min(found, MOST_COUNTED);
    if (found > MANY * this.lookedThrough) {
      const further = await this.count(newest(whole, (2 * MOST_COUNTED) / MANY));
      if (further === MOST_COUNTED) return further;
    }
    return this.count(indexed(whole));
  }

  private async count(source: Sql): Promise<number> {
    const [counted] = await this.rows<{ total: number }>(
      given`select count(*)::int as total from (select 1 from (${source}) found limit ${MOST_COUNTED}) few`,
    );
    return counted?.total ?? 0;
  }

  /** What is shown of the newest of these cases, with the earliest date that is awaited. */
  private async lines(source: Sql, limit: number): Promise<readonly CaseLine[]> {
    const rows = await this.rows<Omit<CaseLine, 'nextDue'> & { readonly nextDue: string | null }>(
      given`select c.id as "caseNumber", c.status, c.applicant_name as "applicantName",
        c.accepted_at as "acceptedAt",
        (select min(t.due_on) from track t where t.case_number = c.id) as "nextDue"
      from (select f.id, f.accepted_at from (${source}) f
        order by f.accepted_at desc, f.id desc limit ${limit}) found
      join "case" c on c.id = found.id order by found.accepted_at desc, found.id desc`,
    );
    return rows.map(({ nextDue, ...line }) => ({ ...line, ...(nextDue !== null && { nextDue }) }));
  }

  private rows<Row>({ sql, values }: Sql): Promise<Row[]> {
    return this.em.fork().execute<Row[]>(sql, [...values]);
  }
}

interface Looked {
  readonly seen: number;
  readonly found: number;
}

interface Searched {
  readonly query: CaseQuery;
  readonly text: string;
  readonly after?: Place | undefined;
}

/** Of the newest rows of a list, those that contain the text. */
const newest = ({ query, text, after }: Searched, most: number): Sql => given`
  select id, accepted_at, search_text from (${caseSource(query, { most, after })}) looked
  where ${containsText(text)}`;

/** Every row of a list that contains the text, by the index of its grams. */
const indexed = ({ query, text, after }: Searched): Sql =>
  caseSource(query, {
    after,
    also: isWholeNumber(text)
      ? given`id = ${text}`
      : given`${gramsOf(text)} and ${containsText(text)}`,
  });

/** Found by itself; nothing but its own case contains it. */
const isWholeNumber = (text: string): boolean => /^\d{6}-\d{8}-\d{6}$/.test(text);
