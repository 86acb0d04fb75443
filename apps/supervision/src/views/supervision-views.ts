import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  FindHandoverReply,
  FindHandoverRequest,
  ListHandoversReply,
  ListHandoversRequest,
} from '@onewindow/contracts';
import type { Actor } from '@onewindow/kernel';
import { decodeCursor, encodeCursor, listTotal } from '@onewindow/service';
import { HandoverRow } from '../adapters/persistence/handover.row.js';
import { handoverLifecycle } from '../domain/handover-lifecycle.js';
import type { Handover } from '../domain/handover.js';
import { maySign, seesDepartment } from '../domain/may-see.js';
import { supervisionRefusals } from '../domain/refusals.js';

const DEFAULT_LIMIT = 50;

/** Everything that can be looked up in supervision, department by department. */
export class SupervisionViews {
  constructor(
    private readonly em: EntityManager,
    private readonly read: (handoverId: string) => Promise<Handover | undefined>,
    private readonly place: { readonly departments: readonly string[]; readonly region: string },
  ) {}

  async handover(
    { department, handoverId }: FindHandoverRequest,
    actor: Actor,
  ): Promise<FindHandoverReply> {
    this.requireSight(department, actor);
    const handover = await this.read(handoverId);
    if (handover?.department !== department) throw supervisionRefusals.refuse('not-found');
    const { status, acknowledgedAt, acknowledgedBy, remark, overdueSince, licence } = handover;
    const { decision } = handover;
    return {
      handoverId,
      department,
      status,
      actions: maySign(actor, handover, this.place.region)
        ? [...handoverLifecycle.actionsFrom(status)]
        : [],
      caseNumber: handover.caseNumber,
      item: handover.item,
      itemName: handover.itemName,
      applicant: handover.applicant,
      premises: handover.premises,
      decision: { ...decision, reasons: [...decision.reasons] },
      ...(licence && { licence }),
      receivedAt: handover.receivedAt,
      acknowledgeBy: handover.acknowledgeBy,
      ...(acknowledgedAt !== undefined && { acknowledgedAt }),
      ...(acknowledgedBy !== undefined && { acknowledgedBy }),
      ...(remark !== undefined && { remark }),
      ...(overdueSince !== undefined && { overdueSince }),
    };
  }

  async handovers(request: ListHandoversRequest, actor: Actor): Promise<ListHandoversReply> {
    const { department, status, limit = DEFAULT_LIMIT, cursor } = request;
    this.requireSight(department, actor);
    const where: FilterQuery<HandoverRow> = { department, ...(status !== undefined && { status }) };
    const page: FilterQuery<HandoverRow> = { $and: [where, after(cursor)] };
    const [total, rows] = await Promise.all([
      listTotal(this.em.fork(), HandoverRow, where),
      this.em
        .fork()
        .find(HandoverRow, page, { orderBy: { receivedAt: 'desc', id: 'desc' }, limit: limit + 1 }),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      handovers: shown.map(({ state }) => listed(state)),
      total,
      ...(last && { nextCursor: encodeCursor(last.receivedAt, last.id) }),
    };
  }

  private requireSight(department: string, actor: Actor): void {
    const { departments, region } = this.place;
    if (!departments.includes(department) || !seesDepartment(actor, department, region)) {
      throw supervisionRefusals.refuse('not-found');
    }
  }
}

function after(cursor: string | undefined): FilterQuery<HandoverRow> {
  if (cursor === undefined) return {};
  const { key, id } = decodeCursor(cursor);
  // The first condition alone bounds the index; the second only chooses among equals.
  return {
    receivedAt: { $lte: key },
    $or: [{ receivedAt: { $lt: key } }, { id: { $lt: id } }],
  };
}

const listed = (handover: Handover): ListHandoversReply['handovers'][number] => ({
  handoverId: handover.handoverId,
  caseNumber: handover.caseNumber,
  itemName: handover.itemName,
  applicantName: handover.applicant.name,
  outcome: handover.decision.outcome,
  status: handover.status,
  receivedAt: handover.receivedAt,
  acknowledgeBy: handover.acknowledgeBy,
});
