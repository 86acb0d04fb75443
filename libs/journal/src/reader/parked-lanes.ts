import type { EventMessage } from '@onewindow/contracts';
import { journalRefusals } from '../refusals.js';
import type { Lanes } from '../lanes.js';
import { reasonOf } from '../parked-reason.js';
import type { MessageDesk } from './message-desk.js';
import type { ParkedRow, RouteStore } from './route-store.js';

interface OfAggregate {
  readonly aggregate: string;
  readonly aggregateId: string;
}

/** Messages of one aggregate are handled in order: they share a lane. */
export const laneOf = ({ aggregate, aggregateId }: OfAggregate): string =>
  `${aggregate}/${aggregateId}`;

/** Which aggregates of a producer have to wait because a message of theirs is parked. */
export class ParkedLanes {
  private readonly blocked = new Set<string>();

  constructor(
    private readonly store: RouteStore,
    private readonly desk: MessageDesk,
    private readonly lanes: Lanes,
  ) {}

  async load(): Promise<void> {
    this.blocked.clear();
    for (const lane of await this.store.blockedLanes()) this.block(lane);
  }

  block(message: OfAggregate): void {
    this.blocked.add(laneOf(message));
  }

  /** Asks the database only about a lane that was blocked: another process may have handled what was parked. */
  async isBlocked(message: EventMessage): Promise<boolean> {
    if (!this.blocked.has(laneOf(message))) return false;
    if (await this.store.isBlocked(message)) return true;
    this.blocked.delete(laneOf(message));
    return false;
  }

  /** Handles a parked message and those that wait behind it. */
  async retry(parkedId: string): Promise<void> {
    const row = await this.store.parked(parkedId);
    if (row === undefined) throw journalRefusals.refuse('parked-message-unknown');
    if (row.position === null) return this.store.dismiss(parkedId);
    await this.lanes.run(laneOf(row), () => this.retryLane(row));
  }

  private async retryLane(asked: ParkedRow): Promise<void> {
    let rows = await this.store.parkedLane(asked);
    if (rows[0]?.id !== asked.id) throw journalRefusals.refuse('parked-message-waits');
    // The process that reads the route may set more aside behind them meanwhile.
    for (; rows.length > 0; rows = await this.store.parkedLane(asked)) {
      for (const row of rows) if (!(await this.retryRow(row, asked))) return;
    }
  }

  private async retryRow(row: ParkedRow, asked: ParkedRow): Promise<boolean> {
    try {
      await this.desk.apply(row.message, { retried: row.id });
      return true;
    } catch (error) {
      await this.store.refusedAgain(row.id, reasonOf(error));
      if (row.id === asked.id) throw error;
      return false;
    }
  }
}
