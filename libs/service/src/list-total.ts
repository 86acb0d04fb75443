import { raw, type EntityName, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Lists count so far and no further: nobody reads on that far, and counting a million rows costs more than their page. */
export const MOST_COUNTED = 1_000;

/** How many rows there are, up to `MOST_COUNTED`. */
export async function listTotal<Row extends object>(
  em: EntityManager,
  rows: EntityName<Row>,
  where: FilterQuery<Row>,
): Promise<number> {
  const few = em
    .createQueryBuilder(rows, 'row')
    .select(raw('1'))
    .where(where as object)
    .limit(MOST_COUNTED);
  const counted = await em
    .createQueryBuilder(few, 'few')
    .select(raw('count(*) as total'))
    .execute<{ total: string }>('get');
  return Number(counted.total);
}
