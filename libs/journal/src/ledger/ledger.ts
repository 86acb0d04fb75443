import { AsyncLocalStorage } from 'node:async_hooks';
import { type Refusal, type AggregateKind, type Changes, type Transact } from '@onewindow/kernel';
import type { AggregateStore } from '../aggregates/aggregate-store.js';
import { canonicalJson } from '../hashing/canonical-json.js';
import { faultPoint } from '../fault-points.js';
import { backoffMs, pauseFor } from '../pause.js';
import { journalRefusals } from '../refusals.js';
import { Aggregates } from './aggregates.js';
import { AnswerBook, firstAnswer, isFinal, refused, replied } from './answer-book.js';
import { currentCause } from './cause.js';
import { Contention } from './contention.js';
import { encodeUnit } from './encoded-unit.js';
import { GroupCommit, GROUP_COMMIT_LIMITS, type Outcome } from './group-commit.js';
import { writeAggregate } from './journal-entries.js';
import type { Committed, LedgerOptions } from './ledger-options.js';
import type { Marks, Receipt } from './marks.js';
import { keyOf } from './state-cache.js';
import { UnitOfWork, type StateSource } from './unit-of-work.js';
import { MOST_ROWS_AT_ONCE, sendPieces, unitPieces } from './unit-pieces.js';

/** What became of a piece of work. */
export type Performed<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  /** What it would have settled was settled before. */
  | Extract<Outcome, { readonly kind: 'repeated' | 'handled' | 'stale' }>;

/** An attempt that did not end the work. */
type Attempted =
  | { readonly kind: 'again' }
  | { readonly kind: 'conflict'; readonly keys: readonly string[] }
  | Extract<Outcome, { readonly kind: 'taken' }>;

interface Frame {
  readonly ledger: Ledger;
  readonly unit: UnitOfWork;
  /** A use case is at work in it. */
  readonly inside: boolean;
}

const frames = new AsyncLocalStorage<Frame>();
const ATTEMPTS = 15;
/** A unique value that is taken may be drawn anew by the use case; it gets this many chances. */
const ATTEMPTS_WHEN_TAKEN = 3;

/** Runs use cases on aggregates and commits what they decide: state, journal, deadlines and marks in one transaction. */
export class Ledger {
  private readonly stores: ReadonlyMap<string, AggregateStore>;
  private readonly aggregates: Aggregates;
  private readonly group: GroupCommit;
  private readonly answers = new AnswerBook();
  private readonly contention = new Contention();
  private readonly atWork = new Set<Promise<unknown>>();
  private closed = false;

  constructor(private readonly options: LedgerOptions) {
    const { pool, stores, limits } = options;
    this.stores = new Map(stores.map((store) => [store.name, store]));
    this.aggregates = new Aggregates(pool, [...this.stores.keys()]);
    this.group = new GroupCommit(pool, { ...GROUP_COMMIT_LIMITS, ...limits });
  }

  /**
   * The port that use cases write through. Inside `answer` and inside handlers of events and deadlines everything joins
   * one transaction, which ends with them; elsewhere it is a transaction of its own.
   */
  readonly transact: Transact = async <Result>(work: (changes: Changes) => Promise<Result>) => {
    const frame = frames.getStore();
    if (frame?.ledger === this) {
      if (frame.inside) throw new TypeError('a transaction was begun inside a transaction');
      return frames.run({ ...frame, inside: true }, () => frame.unit.join(work));
    }
    const performed = await this.perform(
      () => this.transact(work),
      () => ({}),
    );
    if (performed.kind !== 'done') throw new TypeError(`nothing to be ${performed.kind}`);
    return performed.result;
  };

  /**
   * Runs a command once: everything that the work changes, its reply and the receipt are one transaction. A retry gets
   * the first answer, be it a reply or a refusal; another request under the same key is refused.
   */
  answer<Reply>(receipt: Receipt, work: () => Promise<Reply>): Promise<Reply> {
    // Text that PostgreSQL cannot hold would fail everybody whose commit is in the same statement.
    canonicalJson([receipt.caller, receipt.key, receipt.requestHash]);
    return this.answers.once(receipt, async () => {
      const performed = await this.performOrRefuse(receipt, work);
      faultPoint('command.after-commit-before-reply');
      if (performed.kind === 'done') return performed.result;
      if (performed.kind === 'repeated') return firstAnswer<Reply>(receipt, performed);
      throw new TypeError(`a command cannot be ${performed.kind}`);
    });
  }

  /** Notes that the work at hand rests on this version of reference data. Says nothing outside of a transaction. */
  restOn(name: string, version: number): void {
    const frame = frames.getStore();
    if (frame?.ledger === this) frame.unit.restOn(name, version);
  }

  /** Rows were written past this ledger: what it remembers of them is forgotten, and whoever waits for commits is told. */
  committedBeside(keys: readonly string[], committed: Committed): void {
    this.aggregates.forget(keys);
    this.options.onCommitted?.(committed);
  }

  /** The stored state, past every cache. */
  async read<State extends object>(
    kind: AggregateKind<State, any>,
    id: string,
  ): Promise<State | undefined> {
    const stored = await this.aggregates.load(kind.name, id);
    return stored && (JSON.parse(stored.text) as State);
  }

  /** Waits until everything begun is committed; new work is refused. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.atWork);
    await this.group.drained();
  }

  /**
   * Runs the work and commits what it did together with the marks. It is run again on newer state when another writer won,
   * and when it refused on state that may have been behind.
   */
  perform<Result>(
    work: () => Promise<Result>,
    marksOf: (result: Result) => Marks,
  ): Promise<Performed<Result>> {
    if (this.closed) return Promise.reject(journalRefusals.refuse('busy'));
    const performing = this.repeat(work, marksOf);
    this.atWork.add(performing);
    return performing.finally(() => this.atWork.delete(performing));
  }

  private async performOrRefuse<Reply>(
    receipt: Receipt,
    work: () => Promise<Reply>,
  ): Promise<Performed<Reply>> {
    try {
      return await this.perform(work, (reply) => ({ receipt: replied(receipt, reply) }));
    } catch (error) {
      if (!isFinal(error)) throw error;
      const refusal: Marks = { receipt: refused(receipt, error) };
      const performed = await this.perform(
        () => Promise.resolve(),
        () => refusal,
      );
      if (performed.kind === 'done') throw error;
      return performed;
    }
  }

  private async repeat<Result>(
    work: () => Promise<Result>,
    marksOf: (result: Result) => Marks,
  ): Promise<Performed<Result>> {
    const source = this.aggregates.view();
    let leave = () => {};
    let taken = 0;
    try {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const tried = await this.attempt(source, work, marksOf);
        if (tried.kind === 'taken' && ++taken >= ATTEMPTS_WHEN_TAKEN) throw refuseTaken(tried);
        if (tried.kind !== 'again' && tried.kind !== 'conflict' && tried.kind !== 'taken') {
          return tried;
        }
        if (attempt > 3) await pauseFor(backoffMs(attempt - 3, 1, 100));
        if (tried.kind !== 'conflict') continue;
        leave();
        leave = await this.contention.enter(tried.keys);
      }
    } finally {
      leave();
    }
    throw journalRefusals.refuse('busy');
  }

  private async attempt<Result>(
    source: StateSource,
    work: () => Promise<Result>,
    marksOf: (result: Result) => Marks,
  ): Promise<Performed<Result> | Attempted> {
    const unit = new UnitOfWork(source);
    try {
      const result = await frames.run({ ledger: this, unit, inside: false }, work);
      unit.end();
      const marks = marksOf(result);
      const settles = Object.keys(marks).length > 0;
      if (!unit.changesSomething && !settles) {
        return unit.restsOnWarmState ? this.again(unit) : { kind: 'done', result };
      }
      const outcome = await this.commit(unit, marks);
      if (outcome.kind === 'committed') return { kind: 'done', result };
      await this.refresh(unit, outcome);
      return outcome.kind === 'conflict' ? { kind: 'conflict', keys: unit.keys } : outcome;
    } catch (error) {
      unit.end();
      // A database that is away says nothing about the state; what it was sent may have been committed.
      if (!isFinal(error)) throw error;
      if (unit.restsOnWarmState || (await this.restsOnThePast(unit))) return this.again(unit);
      if (await this.aggregates.areAllAsRead(unit.touched)) throw error;
      return { kind: 'conflict', keys: unit.keys };
    }
  }

  private again(unit: UnitOfWork): { readonly kind: 'again' } {
    this.aggregates.forget(unit.keys);
    return { kind: 'again' };
  }

  /** The sooner this process knows the better; where the database is away, the next look finds it. */
  private async look(): Promise<void> {
    await this.options.references?.refresh().catch(() => undefined);
  }

  private async restsOnThePast({ references }: UnitOfWork): Promise<boolean> {
    if (references.length === 0) return false;
    return (await this.options.references?.refresh()) ?? false;
  }

  /** What was to be created and may exist is read: the next attempt must not run into it again. */
  private async refresh(unit: UnitOfWork, outcome: Outcome): Promise<void> {
    this.aggregates.forget(unit.keys);
    if (outcome.kind !== 'conflict') return;
    await this.restsOnThePast(unit);
    const created = unit.touched.filter((row) => row.stored === undefined);
    await Promise.all(created.map((row) => this.aggregates.load(row.kind, row.id)));
  }

  private async commit(unit: UnitOfWork, marks: Marks): Promise<Outcome> {
    const changed = unit.touched.filter((row) => row.saved.length > 0);
    const keys = changed.map((row) => keyOf(row.kind, row.id));
    for (const { kind } of changed) {
      const { reference } = this.storeOf(kind);
      if (reference !== undefined) unit.move(reference);
    }
    const outcome = await this.aggregates.committing(unit.touched, keys, async () => {
      if (unit.touched.length > MOST_ROWS_AT_ONCE) return this.commitInPieces(unit, marks, keys);
      const encoded = encodeUnit(unit, this.written(changed), marks);
      const settled = await this.group.submit(encoded);
      if (settled.kind !== 'committed') return settled;
      for (const { key, state } of encoded.after) this.aggregates.keep(key, state);
      if (unit.references.some((each) => each.moves)) await this.look();
      this.options.onCommitted?.(encoded);
      return settled;
    });
    return outcome ?? { kind: 'conflict' };
  }

  /** What was written is not remembered: it would push out everything else. */
  private async commitInPieces(
    unit: UnitOfWork,
    marks: Marks,
    keys: readonly string[],
  ): Promise<Outcome> {
    const pieces = unitPieces(unit, marks, (changed) => this.written(changed));
    const { settled, told } = await sendPieces(this.group, pieces);
    this.aggregates.forget(keys);
    if (settled.kind !== 'committed') return settled;
    const references = unit.references.some((each) => each.moves);
    if (references) await this.look();
    this.options.onCommitted?.({ ...told, references });
    return settled;
  }

  private storeOf(kind: string): AggregateStore {
    const store = this.stores.get(kind);
    if (store === undefined) throw new TypeError(`${kind} has no store in this service`);
    return store;
  }

  private written(changed: UnitOfWork['touched']) {
    if (changed.length === 0) return [];
    const cause = currentCause();
    if (cause === undefined) throw new TypeError('a change needs a cause: run it inside withCause');
    const { topology, self, now } = this.options;
    const context = { topology, self, cause, now: now() };
    return changed.map((row) => {
      const store = this.storeOf(row.kind);
      return writeAggregate(row, store, context);
    });
  }
}

const refuseTaken = ({ constraint }: Extract<Outcome, { readonly kind: 'taken' }>): Refusal =>
  journalRefusals.refuse('already-exists', [
    {
      rule: `unique-${constraint.replaceAll('_', '-')}`,
      message: {
        zh: '该值必须唯一，已被另一记录使用。',
        en: 'This value must be unique and belongs to another record.',
      },
    },
  ]);
