import type { EntityManager } from '@mikro-orm/postgresql';
import { CatalogueChangedV1, tokenOf, type Topology } from '@onewindow/contracts';
import type { CatalogueNotices } from '../../use-cases/ports.js';

/** What was told of the catalogue, and everybody who takes part and keeps something of it. */
export class PostgresCatalogueNotices implements CatalogueNotices {
  readonly hearers: readonly string[];

  constructor(
    private readonly em: EntityManager,
    { participants }: Topology,
  ) {
    this.hearers = participants
      .filter(({ service }) => CatalogueChangedV1.heardBy.includes(service))
      .map(tokenOf);
  }

  async untold(): Promise<readonly string[]> {
    const rows = await this.em
      .fork()
      .execute<{ id: string }[]>(
        'select id from catalogue_notice where not told_to @> ?::jsonb order by at, id',
        [JSON.stringify(this.hearers)],
      );
    return rows.map(({ id }) => id);
  }
}
