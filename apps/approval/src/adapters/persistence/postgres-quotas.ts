import type { EntityManager } from '@mikro-orm/postgresql';
import type { Quota } from '../../domain/quota/quota.js';
import { quotaId } from '../../domain/quota/quota.js';
import type { EarlierFilings, Quotas } from '../../use-cases/ports.js';

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
export class PostgresQuotas implements Quotas {
  private known: ReadonlySet<string> = new Set();
  private readAt = -Infinity;

  constructor(private readonly em: EntityManager) {}

  /** Most items have none, and a decision on them does not look further. */
  async exists(region: string, item: string): Promise<boolean> {
    if (performance.now() - this.readAt > BELIEVED_FOR_MS) {
      const readAt = performance.now();
      const rows = await this.em.fork().execute<{ id: string }[]>('select id from quota');
      this.known = new Set(rows.map(({ id }) => id));
      this.readAt = readAt;
    }
    return this.known.has(quotaId(region, item));
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

  async quota(region: string, item: string): Promise<Quota | undefined> {
    const [row] = await this.em
      .fork()
      .execute<{ state: Quota }[]>('select state from quota where id = ?', [quotaId(region, item)]);
    return row?.state;
  }
}
