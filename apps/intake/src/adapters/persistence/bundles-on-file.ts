import type { EntityManager } from '@mikro-orm/postgresql';
import type { BundlesOnFile } from '../../use-cases/ports.js';

/** There are some hundred bundles, so they are looked through as they are. */
export class PostgresBundlesOnFile implements BundlesOnFile {
  constructor(private readonly em: EntityManager) {}

  async asking(items: readonly string[]): Promise<readonly string[]> {
    if (items.length === 0) return [];
    const asked = JSON.stringify(items);
    const rows = await this.em.fork().execute<{ id: string }[]>(
      `select id from bundle b where exists (
         select from jsonb_array_elements_text(?::jsonb) as item
         where b.state->'items' @> to_jsonb(item)
            or b.state#>'{plan,nodes}' @> jsonb_build_array(jsonb_build_object('item', item))
       ) order by id`,
      [asked],
    );
    return rows.map(({ id }) => id);
  }
}
