import type { EntityManager } from '@mikro-orm/postgresql';
import type { NumberSeries } from '../../use-cases/ports.js';

/** Series as rows. A number is drawn for good at once, so an act that fails afterwards leaves a gap. */
export class PostgresNumberSeries implements NumberSeries {
  constructor(private readonly em: EntityManager) {}

  async next(series: string): Promise<number> {
    const rows = await this.em.fork().execute<{ last: string }[]>(
      `insert into number_series values (?, 1)
       on conflict (series) do update set last = number_series.last + 1 returning last`,
      [series],
    );
    return Number(rows[0]?.last);
  }
}
