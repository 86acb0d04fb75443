import type { EntityManager } from '@mikro-orm/postgresql';
import type { Quota } from '../../domain/quota/quota.js';
import { quotaId } from '../../domain/quota/quota.js';
import type { EarlierFilings, Quotas } from '../../use-cases/ports.js';
import type { Ahead, FilingLines, LimitLine } from '../../views/quota-view.js';
import type { FilingQuery, QuotaOfItem, QuotaRecords } from '../../views/quota-views.js';
import { given } from './sql-pieces.js';

/** How long it is believed that nobody else has published a quota; a quota applies on a later day than that of its publication. */
const BELIEVED_FOR_MS = 1_000;

/** Read from the index `track_undecided` alone, which is in this order. */
export const EARLIEST_UNDECIDED = `
select case_number as id
from track
where undecided and item = ? and region = ? and accepted_at >= ? and accepted_at < ?
  and (accepted_at, case_number collate "C") < (?, ?)
order by accepted_at, case_number collate "C"
limit 1`;

/** The few quotas of a place, and the order in which filings under one were accepted. */
export class PostgresQuotas implements Quotas, QuotaRecords {
  private known: Promise<ReadonlySet<string>> = Promise.resolve(new Set());
  private readAt = -Infinity;

  constructor(private readonly em: EntityManager) {}

  /** Most items have none, and nobody looks further for them. All tracks of a case are asked for at once: one of them reads. */
  async exists(region: string, item: string): Promise<boolean> {
    if (performance.now() - this.readAt > BELIEVED_FOR_MS) {
      this.readAt = performance.now();
      this.known = this.ids();
    }
    return (await this.known).has(quotaId(region, item));
  }

  changed(): void {
    this.readAt = -Infinity;
  }

  async earliestUndecided(filings: EarlierFilings): Promise<string | undefined> {
    const { item, region, since, before, acceptedAt, caseNumber } = filings;
    const [first] = await this.em
      .fork()
      .execute<{ id: string }[]>(EARLIEST_UNDECIDED, [
        item,
        region,
        since,
        before,
        acceptedAt,
        caseNumber,
      ]);
    return first?.id;
  }

  async quotas(region: string, limit: number, after: string): Promise<readonly QuotaOfItem[]> {
    const rows = await this.em.fork().execute<{ quota: Quota; name: string | null }[]>(
      `select quota.state as quota, known_item.state->>'name' as name
      from quota left join known_item on known_item.id = quota.state->>'item'
      where quota.state->>'region' = ? and quota.state->>'item' > ?
      order by quota.state->>'item' limit ?`,
      [region, after, limit],
    );
    return rows.map(({ quota, name }) => ({ quota, ...(name !== null && { itemName: name }) }));
  }

  async filings(
    { item, region, since, before, after, filedBy }: FilingQuery,
    limit: number,
  ): Promise<FilingLines> {
    const behind = after
      ? given`(accepted_at, case_number collate "C") > (${after.acceptedAt}, ${after.caseNumber})`
      : given`true`;
    const own = filedBy
      ? given`case_number in (select id from "case"
          where applicant_account = ${filedBy.account} or credit_code = ${filedBy.creditCode ?? ''})`
      : given`true`;
    const { sql, values } = given`
      with placed as (
        select case_number, accepted_at, undecided,
          row_number() over (order by accepted_at, case_number collate "C")::int as place
        from track where item = ${item} and region = ${region} and accepted_at >= ${since} and accepted_at < ${before}),
      page as (
        select p.place, p.case_number as "caseNumber", p.accepted_at as "acceptedAt",
          t.state->>'status' as status, c.applicant_name as "applicantName", json_build_object(
            'region', c.region, 'applicantAccount', c.applicant_account,
            'applicant', json_build_object('creditCode', c.credit_code),
            'tracks', c.state->'tracks', 'alsoAgencies', c.state->'alsoAgencies') as of
        from (select * from placed where ${behind} and ${own} order by place limit ${limit}) p
        join track t on t.id = p.case_number || ':' || ${item}
        join "case" c on c.id = p.case_number)
      select (select count(*)::int from placed) as filings,
        (select count(*)::int from placed where undecided) as undecided,
        (select min(place) from placed where undecided) as "firstUndecided",
        (select coalesce(json_agg(page order by place), '[]') from page) as lines`;
    const [found] = await this.em.fork().execute<FilingLines[]>(sql, [...values]);
    return found ?? { filings: 0, undecided: 0, firstUndecided: null, lines: [] };
  }

  async ahead(filings: EarlierFilings): Promise<Ahead> {
    const { item, region, since, before, acceptedAt, caseNumber } = filings;
    const [counted] = await this.em.fork().execute<Ahead[]>(
      `select count(*)::int as earlier, count(*) filter (where undecided)::int as undecided
        from track where item = ? and region = ? and accepted_at >= ? and accepted_at < ?
          and (accepted_at, case_number collate "C") < (?, ?)`,
      [item, region, since, before, acceptedAt, caseNumber],
    );
    return counted ?? { earlier: 0, undecided: 0 };
  }

  async limits(region: string, item: string, most: number): Promise<readonly LimitLine[]> {
    const rows = await this.em.fork().execute<{ payload: string | null }[]>(
      `select payload from journal
      where aggregate = 'quota' and aggregate_id = ? and name = 'quota-published' order by version desc limit ?`,
      [quotaId(region, item), most],
    );
    return rows.flatMap(({ payload }) =>
      payload === null ? [] : [JSON.parse(payload) as LimitLine],
    );
  }

  async quota(region: string, item: string): Promise<Quota | undefined> {
    const [state] = await this.states('select state from quota where id = ?', [
      quotaId(region, item),
    ]);
    return state;
  }

  private async ids(): Promise<ReadonlySet<string>> {
    try {
      const rows = await this.em.fork().execute<{ id: string }[]>('select id from quota');
      return new Set(rows.map(({ id }) => id));
    } catch (error) {
      this.changed();
      throw error;
    }
  }

  private async states(sql: string, values: readonly unknown[]): Promise<readonly Quota[]> {
    const rows = await this.em.fork().execute<{ state: Quota }[]>(sql, [...values]);
    return rows.map(({ state }) => state);
  }
}
