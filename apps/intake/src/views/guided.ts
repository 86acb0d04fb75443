import type { EntityManager } from '@mikro-orm/postgresql';
import { GuidanceRow } from '../adapters/persistence/rows.js';

/** Whether questions lead to an item or a bundle; only whoever follows them needs the whole tree. */
export const isGuided = async (em: EntityManager, code: string): Promise<boolean> =>
  (await em.fork().count(GuidanceRow, { id: code })) > 0;
