import { setImmediate as breathe } from 'node:timers/promises';
import type { ParticipantToken, Topology } from '@onewindow/contracts';
import type { Clock } from '@onewindow/kernel';
import { Pool, type PoolClient } from 'pg';
import type { AggregateStore } from '../aggregates/aggregate-store.js';
import type { Ledger } from '../ledger/ledger.js';
import { faultPoint } from '../fault-points.js';
import { backoffMs, pauseFor } from '../pause.js';
import { journalRefusals } from '../refusals.js';
import { WakeUp } from '../wake-up.js';
import { DerivedBatch } from './derived-batch.js';
import { ParkedRederivations } from './parked-rederivations.js';
import type { Pass, Rederivation } from './rederivation.js';
import { SweepStore, type OpenRow } from './sweep-store.js';

export interface SweeperOptions<Ground> {
  readonly pool: Pool;
  readonly ledger: Ledger;
  readonly stores: readonly AggregateStore[];
  readonly topology: Topology;
  readonly self: ParticipantToken;
  readonly now: Clock;
  readonly rederivations: readonly Rederivation<Ground>[];
  readonly reference: ReferenceInForce<Ground>;
  /** Rows of one transaction. */
  readonly batch?: number;
  /** Transactions at once: while the database writes one, the next is derived. */
  readonly lanes?: number;
  readonly onError?: (error: unknown) => void;
}

/** The reference data that everything has to be derived from. */
export interface ReferenceInForce<Ground> {
  readonly name: string;
  /** Looks at what is stored and says what is in force. */
  version(): Promise<string>;
  /** Whether what is in force replaces what rows were derived from: an older release of the program must not turn back. */
  replaces(inForce: string, before: string): boolean;
  ground(pass: Pass): Ground;
}

/** How often to look without having been woken: another process may have moved the reference data. */
const POLL_MS = 2_000;
/** The process has commands to answer as well: so many rows are derived between two looks at them. */
const ROWS_WITHOUT_BREATH = 25;

/**
 * Derives the open aggregates anew when the reference data they rest on has moved: in the background, batch by batch, each in
 * one transaction with the mark how far it came. A process that dies leaves the rest to the next one, several share the work, and
 * a row that a command has changed meanwhile is read again before it is written.
 */
export class Sweeper<Ground> {
  private readonly store: SweepStore;
  private readonly parked: ParkedRederivations;
  private readonly stores: ReadonlyMap<string, AggregateStore>;
  private readonly wakeUp = new WakeUp();
  private readonly stopping = new AbortController();
  private readonly lanes: number;
  private readonly batch: number;
  private running: Promise<void> | undefined;

  constructor(private readonly options: SweeperOptions<Ground>) {
    const { stores, batch = 250, lanes = 2 } = options;
    this.stores = new Map(stores.map((store) => [store.name, store]));
    this.store = new SweepStore(options.pool);
    this.parked = new ParkedRederivations(options.pool);
    this.lanes = lanes;
    this.batch = batch;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Looks at once: the reference data was moved. */
  wake(): void {
    this.wakeUp.call();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  /** Everything open was derived from what is in force. */
  async isQuiet(): Promise<boolean> {
    const inForce = await this.options.reference.version();
    for (const { aggregate } of this.options.rederivations) {
      const standing = await this.store.standing(aggregate);
      if (standing === undefined || !standing.done) return false;
      if (this.isBehind(standing.target, inForce)) return false;
    }
    return true;
  }

  /** One look, and everything that follows from it. */
  async sweep(): Promise<void> {
    const { reference, rederivations } = this.options;
    const inForce = await reference.version();
    for (const rederivation of rederivations) {
      const { aggregate } = rederivation;
      const standing = await this.store.standing(aggregate);
      if (standing === undefined || this.isBehind(standing.target, inForce)) {
        await this.store.begin(aggregate, inForce, standing);
      } else if (standing.done) {
        continue;
      }
      await this.finish(rederivation, inForce);
    }
  }

  /** Derives one parked aggregate again. Throws the refusal `parked-message-unknown`, or what is still wrong. */
  async retry(parkedId: string): Promise<void> {
    const parked = await this.parked.find(parkedId);
    const rederivation = this.options.rederivations.find(
      ({ aggregate }) => aggregate === parked?.aggregate,
    );
    if (parked === undefined || rederivation === undefined) {
      throw journalRefusals.refuse('parked-message-unknown');
    }
    const { aggregate, open } = rederivation;
    const pass = { target: await this.options.reference.version() };
    const client = await this.options.pool.connect();
    try {
      await client.query('begin');
      const rows = await this.store.again(client, aggregate, { open, ids: [parked.id] });
      const written = await this.write(client, rederivation, { pass, rows });
      const [failure] = written.failures;
      if (failure !== undefined) throw failure.error;
      await this.parked.settle(client, parkedId);
      await client.query('commit');
      client.release();
      this.tell(written);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        await this.sweep();
        attempt = -1;
        await this.wakeUp.within(POLL_MS);
      } catch (error) {
        if (attempt === 0) this.options.onError?.(error);
        await pauseFor(backoffMs(attempt, 50, 2_000), signal);
      }
    }
  }

  private isBehind(target: string, inForce: string): boolean {
    return target !== inForce && this.options.reference.replaces(inForce, target);
  }

  /** Connections of its own: commands do not wait for a sweep to give one back. */
  private async finish(rederivation: Rederivation<Ground>, inForce: string): Promise<void> {
    const pool = new Pool({ ...this.options.pool.options, max: this.lanes });
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    try {
      const lane = async () => {
        while (!this.stopping.signal.aborted && (await this.step(pool, rederivation, inForce)));
      };
      const ended = await Promise.allSettled(Array.from({ length: this.lanes }, lane));
      for (const each of ended) if (each.status === 'rejected') throw each.reason;
    } finally {
      await pool.end();
    }
  }

  /** One batch in one transaction; false when there is nothing left to take. */
  private async step(
    pool: Pool,
    rederivation: Rederivation<Ground>,
    inForce: string,
  ): Promise<boolean> {
    const { aggregate, open } = rederivation;
    const client = await pool.connect();
    try {
      await client.query('begin');
      const shard = await this.store.take(client, aggregate);
      if (shard?.target !== inForce) {
        await client.query('rollback');
        client.release();
        return false;
      }
      const rows = await this.store.open(client, aggregate, { ...shard, open, limit: this.batch });
      const written = await this.write(client, rederivation, { pass: shard, rows });
      faultPoint('sweep.inside-batch');
      await this.parked.keep(client, aggregate, written.failures);
      await this.store.advance(client, aggregate, {
        shard: shard.shard,
        upTo: this.endOf(rows),
        changed: written.ids.length,
      });
      await client.query('commit');
      faultPoint('sweep.after-batch');
      client.release();
      this.tell(written);
      return true;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  private endOf(rows: readonly OpenRow[]): string | undefined {
    return rows.length < this.batch ? undefined : rows.at(-1)?.id;
  }

  /** Rows that have moved since they were read are locked by the first call, read again and derived again. */
  private async write(
    client: PoolClient,
    rederivation: Rederivation<Ground>,
    { pass, rows }: { readonly pass: Pass; readonly rows: readonly OpenRow[] },
  ): Promise<DerivedBatch> {
    const batch = await this.derived(rederivation, pass, rows);
    if (batch.ids.length === 0) return batch;
    const { rows: lost } = await client.query<{ id: string }>(batch.statement);
    if (lost.length === 0) return batch;
    const { open, aggregate } = rederivation;
    const moved = new Set(lost.map(({ id }) => id));
    const newer = await this.store.again(client, aggregate, { open, ids: [...moved] });
    const kept = rows.filter(({ id }) => !moved.has(id));
    return this.write(client, rederivation, { pass, rows: [...kept, ...newer] });
  }

  private async derived(
    rederivation: Rederivation<Ground>,
    pass: Pass,
    rows: readonly OpenRow[],
  ): Promise<DerivedBatch> {
    const { topology, self, now, reference } = this.options;
    const store = this.stores.get(rederivation.aggregate);
    if (store === undefined) throw new TypeError(`${rederivation.aggregate} has no store here`);
    const cause = {
      id: `${reference.name}:${pass.target}`,
      actor: { kind: 'service', id: self },
    } as const;
    const batch = new DerivedBatch(store, { topology, self, cause, now: now() });
    const ground = reference.ground(pass);
    for (const [at, row] of rows.entries()) {
      if (at % ROWS_WITHOUT_BREATH === ROWS_WITHOUT_BREATH - 1) await breathe();
      batch.add(row, rederivation, ground);
    }
    return batch;
  }

  private tell(written: DerivedBatch): void {
    for (const { error } of written.failures) this.options.onError?.(error);
    if (written.ids.length > 0) {
      this.options.ledger.committedBeside(written.keys, written.committed);
    }
  }
}
