import {
  isUnreadable,
  type EventMessage,
  type EventSource,
  type ParticipantToken,
  type ReceivedMessage,
} from '@onewindow/contracts';
import type { Pool } from 'pg';
import { faultPoint } from '../fault-points.js';
import { Lanes } from '../lanes.js';
import type { Ledger } from '../ledger/ledger.js';
import { backoffMs, pauseFor, unlessAborted } from '../pause.js';
import { Turn } from '../turn.js';
import { Heartbeat } from './heartbeat.js';
import { MessageDesk, type Handled } from './message-desk.js';
import { laneOf, ParkedLanes } from './parked-lanes.js';
import { READER_PACE, type ReaderPace } from './reader-pace.js';
import { RouteProgress } from './route-progress.js';
import { RouteStore } from './route-store.js';
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

/** Applies the events of one producer: each once, in order within an aggregate, in parallel across aggregates. */
export class RouteReader {
  readonly producer: ParticipantToken;
  private readonly pace: ReaderPace;
  private readonly lanes: Lanes;
  private readonly store: RouteStore;
  private readonly desk: MessageDesk;
  private readonly parked: ParkedLanes;
  private readonly turn: Turn;
  private readonly heartbeat: Heartbeat;
  private readonly stopping = new AbortController();
  private progress = new RouteProgress(0);
  private handledBefore: ReadonlySet<number> = new Set();
  private standsBy = false;
  /** Something that its producer never wrote has claimed a position. */
  private isMisled = false;
  private reported = '';
  private beating: Promise<unknown> | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly options: RouteReaderOptions) {
    const { ledger, pool, producer, subscriptions, concurrency = 16 } = options;
    this.producer = producer;
    this.pace = { ...READER_PACE, ...options.pace };
    this.lanes = new Lanes(concurrency);
    this.store = new RouteStore(pool, producer);
    this.turn = new Turn(pool, `reader ${options.self} ${producer}`);
    this.heartbeat = new Heartbeat({
      producer,
      source: options.source,
      store: this.store,
      pace: this.pace,
      replay: () => this.replayPage(),
      stopping: this.stopping.signal,
    });
    this.desk = new MessageDesk({
      ledger,
      subscriptions,
      isGenuine: (message) => this.isGenuine(message),
      onError: (error) => options.onError?.(error),
      stopping: this.stopping.signal,
      firstPauseMs: this.pace.retryMs,
    });
    this.parked = new ParkedLanes(this.store, this.desk, this.lanes);
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Everything received is handled, and the route's last known position is applied and confirmed. Another process's route is. */
  isQuiet(): boolean {
    return this.standsBy || (this.turn.isHeld && this.heartbeat.isQuiet(this.progress));
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
  retry(parkedId: string): Promise<void> {
    return this.parked.retry(parkedId);
  }

  private async run(): Promise<void> {
    for (let attempt = 0; !this.isStopping(); attempt += 1) {
      try {
        await this.readWhileOurs();
        attempt = 0;
      } catch (error) {
        this.report(error);
        await pauseFor(backoffMs(attempt, this.pace.retryMs, 2_000), this.stopping.signal);
      }
    }
  }

  /** One process reads a route: two would hand each other holes. */
  private async readWhileOurs(): Promise<void> {
    const tell = () => (this.standsBy = true);
    try {
      const { standbyMs: everyMs } = this.pace;
      if ((await this.turn.take(this.stopping.signal, { everyMs, tell })) === undefined) return;
      await this.resume();
      this.standsBy = false;
      while (!this.isStopping() && this.turn.isHeld && !this.isMisled) await this.round();
    } finally {
      await Promise.all([this.lanes.settled(), this.beating]);
      if (this.turn.isHeld)
        await this.store.keepProgress(this.progress.applied).catch(() => undefined);
      this.turn.giveBack();
    }
  }

  /** Takes up where the database says that this reader was. */
  private async resume(): Promise<void> {
    const { applied, handled } = await this.store.progress();
    this.progress = new RouteProgress(Math.max(applied, this.progress.applied));
    this.handledBefore = handled;
    this.isMisled = false;
    await this.parked.load();
  }

  private async round(): Promise<void> {
    const { batch, mostOutstanding, fetchMs, retryMs } = this.pace;
    const room = mostOutstanding - this.progress.outstanding;
    if (room <= 0) {
      await pauseFor(5, this.stopping.signal);
    } else {
      const urgent = this.progress.outstanding > 0 || this.heartbeat.hasNews(this.progress);
      const received = await this.options.source.fetch(
        Math.min(batch, room),
        urgent ? retryMs : fetchMs,
      );
      await this.receiveAll(received);
    }
    this.beat();
  }

  private async receiveAll(received: readonly ReceivedMessage[]): Promise<void> {
    for (const [index, each] of received.entries()) {
      try {
        await this.receive(each);
      } catch (error) {
        for (const left of received.slice(index)) left.nak(this.pace.retryMs);
        throw error;
      }
    }
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
      if (await this.isGenuine(message)) return received.nak(this.pace.heartbeatMs);
      await this.desk.parkStray(message);
      return received.ack();
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

  private async isGenuine({ position, eventId }: EventMessage): Promise<boolean> {
    const { source } = this.options;
    const there = source.replay(position - 1, position);
    const page = await unlessAborted(there, this.stopping.signal);
    return page.some((each) => each.position === position && each.eventId === eventId);
  }

  /** Takes in the next page from the producer's journal and tells how much of it was new. */
  private async replayPage(): Promise<number> {
    const { source } = this.options;
    const page = await unlessAborted(source.replay(this.progress.received), this.stopping.signal);
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
          if (handled === 'stray') {
            // What has this position by right may have been taken for known meanwhile: begin again behind what is applied.
            this.isMisled = true;
            return received?.ack();
          }
          faultPoint('reader.after-effect-before-ack');
        }
        progress.done(message.position);
        await received?.ack();
      })
      .catch((error: unknown) => this.report(error));
  }

  /** Ends when the message is handled for good; undefined when the reader stops before. */
  private async handle(message: EventMessage): Promise<Handled | undefined> {
    for (let attempt = 0; !this.isStopping(); attempt += 1) {
      try {
        if (await this.parked.isBlocked(message)) return await this.desk.parkBehind(message);
        const handled = await this.desk.handle(message);
        if (handled === 'parked') this.parked.block(message);
        return handled;
      } catch (error) {
        this.report(error);
        await pauseFor(backoffMs(attempt, this.pace.retryMs, 2_000), this.stopping.signal);
      }
    }
    return undefined;
  }

  /** Beside the reading: a producer that does not answer must not keep its stream from being read. */
  private beat(): void {
    this.beating ??= this.heartbeat
      .beatWhenDue(this.progress)
      .then(
        () => (this.reported = ''),
        (error: unknown) => this.report(error),
      )
      .finally(() => (this.beating = undefined));
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  /** The same trouble is told once, not in every round. */
  private report(error: unknown): void {
    const message = String(error);
    if (message === this.reported || this.isStopping()) return;
    this.reported = message;
    this.options.onError?.(error);
  }
}
