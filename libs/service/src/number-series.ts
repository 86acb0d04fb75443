import type { EntityManager } from '@mikro-orm/postgresql';
import type { ServiceMigration } from './service-migration.js';

/** Series of numbers as rows: run by a service's migration that draws numbers. */
export const numberSeriesSql = (runtimeRole: ServiceMigration['runtimeRole']): string => `
create table number_series (series text primary key, last bigint not null);
grant select, insert, update on number_series to "${runtimeRole.replaceAll('"', '""')}";
`;

/** Draws the numbers of official papers: unique and rising. A number is drawn for good, so an act that fails afterwards leaves a gap. */
export class NumberSeries {
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
