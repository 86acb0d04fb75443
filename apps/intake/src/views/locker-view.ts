import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  FindLockerFileReply,
  ListLockerReply,
  ListLockerRequest,
  LockerEntry,
} from '@onewindow/contracts';
import { holds, legalDateAt, type Actor, type Clock } from '@onewindow/kernel';
import { decodeCursor, encodeCursor, listTotal } from '@onewindow/service';
import { LockerFileRow } from '../adapters/persistence/rows.js';
import type { LockerFile } from '../domain/locker.js';
import { intakeRefusals } from '../domain/refusals.js';

const DEFAULT_LIMIT = 50;
const NEWEST_FIRST = { storedAt: 'desc', id: 'desc' } as const;

/** The material locker 材料库: each sees its own, nobody else's. */
export class LockerView {
  constructor(
    private readonly em: EntityManager,
    private readonly now: Clock,
  ) {}

  async list(request: ListLockerRequest, actor: Actor): Promise<ListLockerReply> {
    const { limit = DEFAULT_LIMIT, cursor, material } = request;
    const em = this.em.fork();
    const where: FilterQuery<LockerFileRow> = {
      $and: [ownedBy(actor), material === undefined ? {} : { material }],
    };
    const [total, rows] = await Promise.all([
      listTotal(em.fork(), LockerFileRow, where),
      em.find(
        LockerFileRow,
        { $and: [where, after(cursor)] },
        { orderBy: NEWEST_FIRST, limit: limit + 1, populate: ['state'] },
      ),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const today = legalDateAt(this.now());
    return {
      files: shown.map(({ state }) => entryOf(state, today)),
      total,
      ...(last && { nextCursor: encodeCursor(last.storedAt, last.id) }),
    };
  }

  async file(id: string, actor: Actor): Promise<FindLockerFileReply> {
    const where: FilterQuery<LockerFileRow> = { $and: [{ id }, ownedBy(actor)] };
    const row = await this.em.fork().findOne(LockerFileRow, where, { populate: ['state'] });
    if (row === null) throw intakeRefusals.refuse('not-found');
    return { file: { ...row.state.file } };
  }
}

/** Every list and every single file goes through it. */
function ownedBy(actor: Actor): FilterQuery<LockerFileRow> {
  if (actor.kind !== 'person' || !holds(actor, 'applicant')) return { id: { $in: [] } };
  const { id, organisation } = actor;
  return {
    $or: [
      { ownerAccount: id },
      ...(organisation === undefined ? [] : [{ creditCode: organisation }]),
    ],
  };
}

function after(cursor: string | undefined): FilterQuery<LockerFileRow> {
  if (cursor === undefined) return {};
  const { key, id } = decodeCursor(cursor);
  return { storedAt: { $lte: key }, $or: [{ storedAt: { $lt: key } }, { id: { $lt: id } }] };
}

const entryOf = (entry: LockerFile, today: string): LockerEntry => ({
  lockerFile: entry.id,
  material: entry.material,
  materialName: entry.materialName,
  file: { ...entry.file },
  storedAt: entry.storedAt,
  ...(entry.validUntil !== undefined && { validUntil: entry.validUntil }),
  usable: entry.validUntil === undefined || entry.validUntil >= today,
  applicationId: entry.applicationId,
});
