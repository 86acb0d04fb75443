import type { EntityManager } from '@mikro-orm/postgresql';
import type { BundlesOnFile } from '../../use-cases/ports.js';

/** There are some hundred bundles, so they are looked through as they are; the items may be a whole catalogue. */
export class PostgresBundlesOnFile implements BundlesOnFile {
  constructor(private readonly em: EntityManager) {}

  async asking(items: readonly string[]): Promise<readonly string[]> {
    if (items.length === 0) return [];
    const asked = JSON.stringify(items);
    const rows = await this.em.fork().execute<{ id: string }[]>(
      `select id from bundle b where exists (
         select from (
           select jsonb_array_elements_text(b.state->'items')
           union all
           select jsonb_path_query(b.state, '$.plan.nodes[*].item')#>>'{}'
         ) as named (item)
         where item in (select jsonb_array_elements_text(?::jsonb))
       ) order by id`,
      [asked],
    );
    return rows.map(({ id }) => id);
  }
}
