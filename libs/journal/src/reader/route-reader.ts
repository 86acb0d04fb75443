import {
  isUnreadable,
  type EventMessage,
  type EventSource,
  type ParticipantToken,
  type ReceivedMessage,
} from '@onewindow/contracts';
import type { Pool } from 'pg';
import { faultPoint } from '../fault-points.js';
import type { Ledger } from '../ledger/ledger.js';
import { backoffMs, pauseFor } from '../pause.js';
import { journalRefusals } from '../refusals.js';
import { Lanes } from './lanes.js';
import { MessageDesk, reasonOf } from './message-desk.js';
import { RouteProgress } from './route-progress.js';
import { RouteStore, type ParkedRow } from './route-store.js';
import type { Subscription } from './subscription.js';

export interface RouteReaderOptions {
  readonly ledger: Ledger;
  readonly pool: Pool;
  readonly self: ParticipantToken;
  readonly producer: ParticipantToken;
  readonly source: EventSource;
  readonly subscriptions: readonly Subscription[];
  /** Aggregates that are handled at the same time. */
  readonly concurrency?: number;
  readonly onError?: (error: unknown) => void;
  readonly pace?: Partial<ReaderPace>;
}

export interface ReaderPace {
  readonly batch: number;
  /** Messages taken in and not yet handled; past it nothing is fetched. */
  readonly mostOutstanding: number;
  readonly fetchMs: number;
  /** How often to confirm while there is something new to confirm, and else. */
  readonly confirmMs: number;
  readonly heartbeatMs: number;
  /** How long what the producer has sent may be on its way. */
  readonly lostAfterMs: number;
  readonly retryMs: number;
}

const PACE: ReaderPace = {
  batch: 200,
  mostOutstanding: 500,
  fetchMs: 500,
  confirmMs: 200,
  heartbeatMs: 2_000,
  lostAfterMs: 1_000,
  retryMs: 100,
};

/** Applies the events of one producer: each once, in order within an aggregate, in parallel across aggregates. */
export class RouteReader {
  readonly producer: ParticipantToken;
  private readonly pace: ReaderPace;
  private readonly lanes: Lanes;
  private readonly store: RouteStore;
  private readonly desk: MessageDesk;
  private readonly stopping = new AbortController();
  private readonly blocked = new Set<string>();
  private progress = new RouteProgress(0);
  private handledBefore: ReadonlySet<number> = new Set();
  private confirmed = -1;
  private last = -1;
  private lastConfirmedAt = Number.NEGATIVE_INFINITY;
  private waitsBehind = { position: -1, since: 0 };
  private reported = '';
  private running: Promise<void> | undefined;

  constructor(private readonly options: RouteReaderOptions) {
    const { ledger, pool, producer, subscriptions, concurrency = 16 } = options;
    this.producer = producer;
    this.pace = { ...PACE, ...options.pace };
    this.lanes = new Lanes(concurrency);
    this.store = new RouteStore(pool, producer);
    this.desk = new MessageDesk({
      ledger,
      subscriptions,
      onError: (error) => options.onError?.(error),
      stopping: this.stopping.signal,
      firstPauseMs: this.pace.retryMs,
    });
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Everything received is handled, and the route's last known position is applied and confirmed. */
  isQuiet(): boolean {
    const { applied, outstanding } = this.progress;
    return outstanding === 0 && applied >= this.last && this.confirmed === applied;
  }

  /** Finishes what is being handled and ends; the rest is delivered again to the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /**
   * Handles a parked message again, and those that wait behind it. Throws the refusals `parked-message-unknown` and
   * `parked-message-waits`, or what the message meets this time.
   */
  async retry(parkedId: string): Promise<void> {
    const row = await this.store.parked(parkedId);
    if (row === undefined) throw journalRefusals.refuse('parked-message-unknown');
    if (row.position === null) return this.store.dismiss(parkedId);
    await this.lanes.run(laneOf(row), () => this.retryLane(row));
  }

  private async retryLane(asked: ParkedRow): Promise<void> {
    const rows = await this.store.parkedLane(asked);
    if (rows[0]?.id !== asked.id) throw journalRefusals.refuse('parked-message-waits');
    for (const row of rows) {
      try {
        await this.desk.apply(row.message, { retried: row.id });
      } catch (error) {
        await this.store.refusedAgain(row.id, reasonOf(error));
        if (row.id === asked.id) throw error;
        return;
      }
    }
    this.blocked.delete(laneOf(asked));
  }

  private async run(): Promise<void> {
    for (let attempt = 0; !this.isStopping(); attempt += 1) {
      try {
        await this.resume();
        attempt = 0;
        while (!this.isStopping()) await this.round();
      } catch (error) {
        this.report(error);
        await pauseFor(backoffMs(attempt, this.pace.retryMs, 2_000), this.stopping.signal);
      }
      await this.lanes.settled();
    }
    await this.sayGoodbye();
  }

  /** Takes up where the database says that this reader was. */
  private async resume(): Promise<void> {
    const { applied, handled } = await this.store.progress();
    this.progress = new RouteProgress(Math.max(applied, this.progress.applied));
    this.handledBefore = handled;
    this.blocked.clear();
    for (const lane of await this.store.blockedLanes()) this.blocked.add(laneOf(lane));
  }

  private async round(): Promise<void> {
    const { batch, mostOutstanding, fetchMs, retryMs } = this.pace;
    const room = mostOutstanding - this.progress.outstanding;
    if (room <= 0) {
      await pauseFor(5, this.stopping.signal);
    } else {
      const urgent = this.progress.outstanding > 0 || this.progress.applied !== this.confirmed;
      const received = await this.options.source.fetch(
        Math.min(batch, room),
        urgent ? retryMs : fetchMs,
      );
      for (const each of received) await this.receive(each);
    }
    await this.confirmWhenDue();
  }

  private async receive(received: ReceivedMessage): Promise<void> {
    const { message } = received;
    if (isUnreadable(message)) {
      await this.desk.parkUnreadable(this.producer, message);
      return received.ack();
    }
    if (message.producer !== this.producer || message.recipient !== this.options.self) {
      const reason = `is from ${message.producer} for ${message.recipient}`;
      const { payload: body, name: subject } = message;
      await this.desk.parkUnreadable(this.producer, { unreadable: true, reason, subject, body });
      return received.ack();
    }
    if (this.progress.judge(message) === 'hole' && !(await this.fillUpTo(message))) {
      received.nak(this.pace.heartbeatMs);
      return;
    }
    if (this.progress.judge(message) === 'next') this.takeIn(message, received);
    // While it is outstanding its first delivery will be acknowledged, which acknowledges them all.
    else if (!this.progress.isOutstanding(message.position)) await received.ack();
  }

  /** Something before the message is missing: the stream lost it. It comes from the producer's journal. */
  private async fillUpTo(message: EventMessage): Promise<boolean> {
    while (this.progress.judge(message) === 'hole') {
      if ((await this.replayPage()) === 0) {
        this.report(
          new Error(
            `position ${message.previousOnRoute} is not in the journal of ${this.producer}`,
          ),
        );
        return false;
      }
    }
    return true;
  }

  /** Takes in the next page from the producer's journal and tells how much of it was new. */
  private async replayPage(): Promise<number> {
    const page = await this.options.source.replay(this.progress.received);
    let taken = 0;
    for (const message of page) {
      while (this.progress.outstanding >= this.pace.mostOutstanding) {
        await pauseFor(5, this.stopping.signal);
        this.stopping.signal.throwIfAborted();
      }
      if (this.progress.judge(message) !== 'next') continue;
      this.takeIn(message);
      taken += 1;
    }
    return taken;
  }

  private takeIn(message: EventMessage, received?: ReceivedMessage): void {
    this.progress.takeIn(message.position);
    const { progress } = this;
    void this.lanes
      .run(laneOf(message), async () => {
        if (!this.handledBefore.has(message.position)) {
          const handled = await this.handle(message);
          if (handled === undefined) return received?.nak(0);
          faultPoint('reader.after-effect-before-ack');
        }
        progress.done(message.position);
        await received?.ack();
      })
      .catch((error: unknown) => this.report(error));
  }

  private async handle(message: EventMessage): Promise<unknown> {
    const lane = laneOf(message);
    if (this.blocked.has(lane)) return this.desk.parkBehind(message);
    const handled = await this.desk.handle(message);
    if (handled === 'parked') this.blocked.add(lane);
    return handled;
  }

  /** The route's heartbeat: tells what is applied and learns whether something is missing at the end. */
  private async confirmWhenDue(): Promise<void> {
    const { applied, outstanding } = this.progress;
    const fresh = applied !== this.confirmed || (outstanding === 0 && applied < this.last);
    const everyMs = fresh ? this.pace.confirmMs : this.pace.heartbeatMs;
    if (performance.now() - this.lastConfirmedAt < everyMs) return;
    this.lastConfirmedAt = performance.now();
    try {
      await this.confirm(applied);
      this.reported = '';
    } catch (error) {
      this.report(error);
    }
  }

  private async confirm(applied: number): Promise<void> {
    if (applied > this.confirmed) await this.store.keepProgress(applied);
    const { last } = await this.options.source.confirm(applied);
    this.confirmed = applied;
    this.last = last;
    await this.replayLostTail(last);
    if (last < applied) {
      throw new Error(
        `${this.producer} has gone back to position ${last} from ${applied}: was a backup restored?`,
      );
    }
  }

  /** What was sent a moment ago is still on its way; what does not come for a while was lost behind the last delivery. */
  private async replayLostTail(last: number): Promise<void> {
    const { received } = this.progress;
    const now = performance.now();
    if (last <= received || received !== this.waitsBehind.position) {
      this.waitsBehind = { position: received, since: now };
    } else if (now - this.waitsBehind.since > this.pace.lostAfterMs) {
      await this.replayPage();
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async sayGoodbye(): Promise<void> {
    try {
      await this.store.keepProgress(this.progress.applied);
    } catch (error) {
      this.report(error);
    }
  }

  /** The same trouble is told once, not in every round. */
  private report(error: unknown): void {
    const message = String(error);
    if (message === this.reported || this.isStopping()) return;
    this.reported = message;
    this.options.onError?.(error);
  }
}

const laneOf = ({
  aggregate,
  aggregateId,
}: {
  readonly aggregate: string;
  readonly aggregateId: string;
}) => `${aggregate}/${aggregateId}`;
