import type { EntityManager } from '@mikro-orm/postgresql';
import { CalendarPublishedV1, tokenOf, type Topology } from '@onewindow/contracts';
import type { PublishedCalendars } from '../../use-cases/ports.js';
import { CalendarYearRow } from './rows.js';

/** The years that were published here, and everybody who takes part and counts by them. */
export class PostgresPublishedCalendars implements PublishedCalendars {
  readonly hearers: readonly string[];

  constructor(
    private readonly em: EntityManager,
    { participants }: Topology,
  ) {
    this.hearers = participants
      .filter(({ service }) => CalendarPublishedV1.heardBy.includes(service))
      .map(tokenOf);
  }

  async years(): Promise<readonly string[]> {
    const rows = await this.em.fork().find(CalendarYearRow, {}, { orderBy: { id: 'asc' } });
    return rows.map(({ id }) => id);
  }
}
