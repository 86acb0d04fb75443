import {
  StreamUnavailable,
  WrongLastSequence,
  type EventMessage,
  type ParticipantToken,
  type StreamPublisher,
} from '@onewindow/contracts';
import type { Pool } from 'pg';
import { faultPoint, isArmed } from '../fault-points.js';
import { backoffMs, pauseFor, unlessAborted } from '../pause.js';
import { Turn } from '../turn.js';
import { WakeUp } from '../wake-up.js';
import { standingOf } from './epoch.js';
import { RelayStore } from './relay-store.js';

export interface RelayOptions {
  /** Its settings are used for a connection of the relay's own, which holds the lock. */
  readonly pool: Pool;
  readonly publisher: StreamPublisher;
  readonly self: ParticipantToken;
  readonly onError?: (error: unknown) => void;
  readonly pace?: Partial<RelayPace>;
}

export interface RelayPace {
  readonly batch: number;
  /** How often to look without having been woken: another process may have committed. */
  readonly pollMs: number;
  /** How often an idle relay makes sure that its stream is still the one it filled. */
  readonly checkMs: number;
  /** How often another process's lock is tried. */
  readonly standbyMs: number;
  /** Longest pause between attempts. */
  readonly retryMs: number;
}

const PACE: RelayPace = {
  batch: 250,
  pollMs: 250,
  checkMs: 5_000,
  standbyMs: 500,
  retryMs: 1_000,
};

export interface RelayState {
  /** `standby`: another process relays. `halted`: the journal is behind its own stream, an administrator has to look. */
  readonly phase: 'stopped' | 'standby' | 'publishing' | 'waiting' | 'halted';
  /** Everything up to this position is in the stream. */
  readonly published?: number;
}

/** Where a relay stands in its term: which stretch it publishes, and how far it is. */
interface Place {
  /** Creation time of the stream. */
  readonly created: string;
  readonly epoch: number;
  readonly base: number;
  readonly cursor: number;
  readonly lastPosition: number;
}

class Halted extends Error {
  override readonly name = 'RelayHalted';
}

/** Gives committed entries their positions and publishes them in order: one for each participant, fenced by the stream's sequence. */
export class Relay {
  private readonly pace: RelayPace;
  private readonly wakeUp = new WakeUp();
  private readonly stopping = new AbortController();
  private readonly overdue = new AbortController();
  private phase: RelayState['phase'] = 'stopped';
  private published: number | undefined;
  private running: Promise<void> | undefined;
  private reported = '';
  private wrong = 0;
  private doubts = false;
  private looking: Promise<void> | undefined;

  constructor(private readonly options: RelayOptions) {
    this.pace = { ...PACE, ...options.pace };
  }

  start(): void {
    this.running ??= this.run();
  }

  wake(): void {
    this.wakeUp.call();
  }

  state(): RelayState {
    const { phase, published } = this;
    return { phase, ...(published !== undefined && { published }) };
  }

  /** Publishes what is committed, for at most `graceMs`, and ends. */
  async stop(graceMs = 2_000): Promise<void> {
    this.stopping.abort();
    this.wake();
    const timer = setTimeout(() => this.overdue.abort(), graceMs);
    await this.running;
    clearTimeout(timer);
    this.phase = 'stopped';
  }

  private async run(): Promise<void> {
    for (let attempt = 0; !this.stopping.signal.aborted; attempt += 1) {
      const began = performance.now();
      try {
        await this.term();
      } catch (error) {
        const halted = error instanceof Halted;
        this.phase = halted ? 'halted' : 'waiting';
        this.report(error);
        if (performance.now() - began > 10_000) attempt = 0;
        const pauseMs = halted ? this.pace.checkMs : backoffMs(attempt, 20, this.pace.retryMs);
        await pauseFor(pauseMs, this.stopping.signal);
      }
    }
  }

  /** From taking the lock to losing it, or to the stop. */
  private async term(): Promise<void> {
    const turn = new Turn(this.options.pool, `relay ${this.options.self}`);
    try {
      await unlessAborted(this.lead(turn), this.overdue.signal);
    } finally {
      turn.giveBack();
    }
  }

  private async lead(turn: Turn): Promise<void> {
    const client = await turn.take(this.stopping.signal, {
      everyMs: this.pace.standbyMs,
      tell: () => (this.phase = 'standby'),
    });
    if (client === undefined) return;
    const store = new RelayStore(client, this.options.self);
    let place = await this.stand(store);
    let idleSince = performance.now();
    for (;;) {
      if (this.doubts) place = await this.standAgain(store);
      const { batch, seen } = await this.next(store, place);
      place = seen;
      if (batch.length > 0) {
        place = await this.publishOrStand(store, place, batch);
        idleSince = performance.now();
      } else if (this.stopping.signal.aborted) {
        return;
      } else if (performance.now() - idleSince > this.pace.checkMs) {
        this.look(place);
        idleSince = performance.now();
      } else {
        await this.wakeUp.within(this.pace.pollMs);
      }
    }
  }

  /** Looks where the stream ends and opens a new epoch when it is another stream. */
  private async stand(store: RelayStore): Promise<Place> {
    const stream = await this.options.publisher.state();
    const mark = await store.mark();
    const standing = standingOf(stream, mark);
    if (standing.kind === 'halted') throw new Halted(standing.reason);
    if (standing.kind === 'begins') await store.open(standing.epoch);
    const { epoch, base } = standing.epoch;
    this.reported = '';
    this.doubts = false;
    this.phase = 'publishing';
    this.published = standing.cursor;
    const { created } = stream;
    return { created, epoch, base, cursor: standing.cursor, lastPosition: mark.lastPosition };
  }

  /** While there is nothing to publish: is the stream still the one that was filled? Whoever tells may be slow, or away. */
  private look({ created, base, cursor }: Place): void {
    this.looking ??= this.options.publisher
      .state()
      .then((stream) => {
        this.doubts = stream.created !== created || base + stream.lastSequence !== cursor;
        if (this.doubts) this.wake();
      })
      .catch((error: unknown) => this.report(error))
      .finally(() => (this.looking = undefined));
  }

  /** What comes next in order: what was just given a position, or what was left behind by an outage. */
  private async next(
    store: RelayStore,
    place: Place,
  ): Promise<{ readonly batch: readonly EventMessage[]; readonly seen: Place }> {
    const { batch: most } = this.pace;
    const assigned = await store.assignPositions(most, place.epoch);
    const last = assigned.at(-1)?.position ?? place.lastPosition;
    if (assigned.length > 0) faultPoint('relay.after-positions');
    const seen = { ...place, lastPosition: last };
    if (place.cursor >= last) return { batch: [], seen };
    if (assigned[0]?.position === place.cursor + 1) return { batch: assigned, seen };
    return { batch: await store.positionedAfter(place.cursor, most, place.epoch), seen };
  }

  private async publishOrStand(
    store: RelayStore,
    place: Place,
    batch: readonly EventMessage[],
  ): Promise<Place> {
    try {
      await this.publish(place, batch);
      this.phase = 'publishing';
      this.wrong = 0;
      this.published = place.cursor + batch.length;
      return { ...place, cursor: this.published };
    } catch (error) {
      if (error instanceof WrongLastSequence) {
        // Its own doubt about the last batch is settled at once; whoever keeps differing has to wait.
        await pauseFor(backoffMs(this.wrong++, 1, this.pace.retryMs), this.stopping.signal);
        return this.stand(store);
      }
      if (!(error instanceof StreamUnavailable)) throw error;
      this.phase = 'waiting';
      this.report(error);
      return this.standAgain(store);
    }
  }

  private async publish({ cursor, base }: Place, batch: readonly EventMessage[]): Promise<void> {
    const { publisher } = this.options;
    const expected = cursor - base;
    const half = isArmed('relay.mid-batch') ? Math.ceil(batch.length / 2) : 0;
    if (half > 0) {
      await publisher.publish(batch.slice(0, half), expected);
      faultPoint('relay.mid-batch');
    }
    if (half < batch.length) await publisher.publish(batch.slice(half), expected + half);
    faultPoint('relay.after-last-ack');
  }

  /** After an outage: keeps the lock and asks until the stream can be seen again. */
  private async standAgain(store: RelayStore): Promise<Place> {
    for (let attempt = 0; ; attempt += 1) {
      await pauseFor(backoffMs(attempt, 20, this.pace.retryMs), this.stopping.signal);
      try {
        return await this.stand(store);
      } catch (error) {
        if (!(error instanceof StreamUnavailable) || this.stopping.signal.aborted) throw error;
      }
    }
  }

  /** An outage is told once, not at every attempt. */
  private report(error: unknown): void {
    const message = String(error);
    if (message === this.reported || this.stopping.signal.aborted) return;
    this.reported = message;
    this.options.onError?.(error);
  }
}
