import { raw, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ListSupervisedItemsReply, ListSupervisedItemsRequest } from '@onewindow/contracts';
import type { Actor } from '@onewindow/kernel';
import { decodeCursor, encodeCursor, KnownItemRow, listTotal } from '@onewindow/service';
import { dutyOf } from '../domain/duty.js';
import { seesDepartment } from '../domain/may-see.js';
import { supervisionRefusals } from '../domain/refusals.js';

const DEFAULT_LIMIT = 50;

/** What the departments have to do with the items of the catalogue, as far as it was told here. */
export class ItemsView {
  constructor(
    private readonly em: EntityManager,
    private readonly place: { readonly departments: readonly string[]; readonly region: string },
  ) {}

  async items(
    { department, status, limit = DEFAULT_LIMIT, cursor }: ListSupervisedItemsRequest,
    actor: Actor,
  ): Promise<ListSupervisedItemsReply> {
    const { departments, region } = this.place;
    if (!departments.includes(department) || !seesDepartment(actor, department, region)) {
      throw supervisionRefusals.refuse('not-found');
    }
    const where = () => listed(department, status);
    const page = {
      $and: [where(), cursor === undefined ? {} : { id: { $gt: decodeCursor(cursor).id } }],
    } as FilterQuery<KnownItemRow>;
    const em = this.em.fork();
    const [total, rows] = await Promise.all([
      listTotal(this.em.fork(), KnownItemRow, where()),
      em.find(KnownItemRow, page, { orderBy: { id: 'asc' }, limit: limit + 1 }),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ state: { id: _, departments: __, ...item } }) => ({
        ...item,
        intermediaryServices: [...item.intermediaryServices],
        type: item.type as ListSupervisedItemsReply['items'][number]['type'],
        duty: dutyOf(department, item),
      })),
      total,
      ...(last && { nextCursor: encodeCursor(last.id, last.id) }),
    };
  }
}

/** The key of `raw` serves one query only. */
const listed = (department: string, status: string | undefined): FilterQuery<KnownItemRow> => ({
  [raw('departments @> ?::jsonb', [JSON.stringify([department])])]: [],
  ...(status !== undefined && { [raw(`state->>'status' = ?`, [status])]: [] }),
});
