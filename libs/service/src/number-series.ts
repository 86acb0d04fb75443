import type { EntityManager } from '@mikro-orm/postgresql';
import type { ServiceMigration } from './service-migration.js';

/** Series of numbers as rows: run by a service's migration that draws numbers. */
export const numberSeriesSql = (runtimeRole: ServiceMigration['runtimeRole']): string => `
create table number_series (series text primary key, last bigint not null);
grant select, insert, update on number_series to "${runtimeRole.replaceAll('"', '""')}";
`;

/**
 * Draws the numbers of official papers: unique and rising. A number is drawn for good, so an act that fails afterwards leaves a gap.
 *
 * Every drawing is a commit of its own that waits for the row of its series. Whoever comes while one is under way is
 * therefore gathered, and all are drawn together by the next, in the order of their asking.
 */
export class NumberSeries {
  private waiting: Asking[] = [];
  private isDrawing = false;

  constructor(private readonly em: Pick<EntityManager, 'fork'>) {}

  next(series: string): Promise<number> {
    return new Promise((answer, fail) => {
      this.waiting.push({ series, answer, fail });
      if (!this.isDrawing) void this.drawAll();
    });
  }

  private async drawAll(): Promise<void> {
    this.isDrawing = true;
    while (this.waiting.length > 0) await this.draw(this.waiting.splice(0));
    this.isDrawing = false;
  }

  private async draw(asked: readonly Asking[]): Promise<void> {
    const bySeries = Map.groupBy(asked, ({ series }) => series);
    try {
      for (const { series, last } of await this.reserve(bySeries)) {
        const together = bySeries.get(series) ?? [];
        together.forEach(({ answer }, index) => answer(last - together.length + 1 + index));
      }
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  }

  /** The last number of each series after so many new ones. Rows are locked in one order, so that two services never wait in a circle. */
  private async reserve(
    bySeries: ReadonlyMap<string, readonly Asking[]>,
  ): Promise<{ series: string; last: number }[]> {
    const wanted = [...bySeries]
      .map(([series, asked]) => [series, asked.length] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    const rows = await this.em.fork().execute<{ series: string; last: string }[]>(
      `insert into number_series values ${wanted.map(() => '(?, ?)').join(', ')}
       on conflict (series) do update set last = number_series.last + excluded.last
       returning series, last`,
      wanted.flat(),
    );
    return rows.map(({ series, last }) => ({ series, last: Number(last) }));
  }
}

interface Asking {
  readonly series: string;
  readonly answer: (number: number) => void;
  readonly fail: (error: unknown) => void;
}
