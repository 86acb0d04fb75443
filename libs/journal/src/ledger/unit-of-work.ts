import type { AggregateKind, Change, Changes, Deadline, Instant } from '@onewindow/kernel';
import type { DomainEvent } from '../aggregates/aggregate-store.js';
import { journalRefusals } from '../refusals.js';
import { keyOf, type StoredState } from './state-cache.js';

/** Where a unit of work finds what is stored. `warm` marks what came from before the unit began and may be behind. */
export interface StateSource {
  find(
    kind: string,
    id: string,
  ): Promise<{ readonly stored: StoredState | undefined; readonly warm: boolean }>;
  /** What is known without asking. */
  peek(kind: string, id: string): { readonly warm: boolean } | undefined;
}

/** One decision that is to be saved. */
export interface Saved {
  readonly state: object;
  readonly events: readonly DomainEvent[];
}

/** An aggregate that the unit has seen. */
export interface Touched {
  readonly kind: string;
  readonly id: string;
  /** Undefined: it did not exist. */
  readonly stored: StoredState | undefined;
  readonly current: object | undefined;
  readonly saved: readonly Saved[];
}

export interface DeadlineChange {
  readonly aggregate: string;
  readonly id: string;
  readonly kind: string;
  /** Undefined disarms it. */
  readonly due: Instant | undefined;
}

/** Reference data that the unit rests on: `version` is the one that it was decided with, absent where it is only moved. */
export interface ReferenceUse {
  readonly name: string;
  readonly version?: number;
  readonly moves: boolean;
}

type AnyKind = AggregateKind<any, any>;

/** Gathers what one transaction reads and writes. */
export class UnitOfWork implements Changes {
  private touchedRows = new Map<string, Touched>();
  private deadlineChanges = new Map<string, DeadlineChange>();
  private readonly referenceUses = new Map<string, ReferenceUse>();
  private readonly seen = new Set<string>();
  private warm = false;
  private ended = false;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly source: StateSource) {}

  /** A decision rested on something that may be behind. */
  get restsOnWarmState(): boolean {
    return this.warm;
  }

  /** Keys of everything that a decision may have rested on. */
  get keys(): readonly string[] {
    return [...this.seen];
  }

  get touched(): readonly Touched[] {
    return [...this.touchedRows.values()];
  }

  get deadlines(): readonly DeadlineChange[] {
    return [...this.deadlineChanges.values()];
  }

  get references(): readonly ReferenceUse[] {
    return [...this.referenceUses.values()];
  }

  /** The work rests on this version: where it has moved before the commit, the work is run again. */
  restOn(name: string, version: number): void {
    const known = this.referenceUses.get(name);
    // The older one decides: what was decided on it must not be committed.
    if (known?.version !== undefined && known.version <= version) return;
    this.referenceUses.set(name, { name, version, moves: known?.moves ?? false });
  }

  /** The reference data becomes another one with this unit. */
  move(name: string): void {
    this.referenceUses.set(name, { ...this.referenceUses.get(name), name, moves: true });
  }

  get changesSomething(): boolean {
    return this.deadlineChanges.size > 0 || this.touched.some((each) => each.saved.length > 0);
  }

  /** Runs one piece of work in the unit; what a failing piece has changed is forgotten. Pieces take turns. */
  join<Result>(work: (changes: Changes) => Promise<Result>): Promise<Result> {
    if (this.ended) throw new TypeError('the transaction that this belongs to has ended');
    const result = this.turn.then(() => this.attempt(work));
    this.turn = result.catch(() => undefined);
    return result;
  }

  end(): void {
    this.ended = true;
  }

  async load<State extends object>(kind: AnyKind, id: string): Promise<State> {
    const state = await this.find<State>(kind, id);
    if (state === undefined) {
      throw journalRefusals.refuse('not-found', [
        {
          rule: 'record-exists',
          message: {
            zh: `没有编号为“${id}”的 ${kind.name}。`,
            en: `There is no ${kind.name} ${id}.`,
          },
        },
      ]);
    }
    return state;
  }

  async find<State extends object>(kind: AnyKind, id: string): Promise<State | undefined> {
    const key = keyOf(kind.name, id);
    const known = this.touchedRows.get(key);
    if (known !== undefined) return known.current as State | undefined;
    this.seen.add(key);
    const { stored, warm } = await this.source.find(kind.name, id);
    const meanwhile = this.touchedRows.get(key);
    if (meanwhile !== undefined) return meanwhile.current as State | undefined;
    this.warm ||= warm;
    const current = stored === undefined ? undefined : (JSON.parse(stored.text) as State);
    this.touchedRows.set(key, { kind: kind.name, id, stored, current, saved: [] });
    return current;
  }

  create<State extends object, Event extends DomainEvent>(
    kind: AggregateKind<State, Event>,
    id: string,
    change: Change<State, Event>,
  ): void {
    const key = keyOf(kind.name, id);
    const known = this.touchedRows.get(key);
    this.seen.add(key);
    const elsewhere = known === undefined ? this.source.peek(kind.name, id) : undefined;
    if (known?.current !== undefined || elsewhere !== undefined) {
      this.warm ||= elsewhere?.warm ?? false;
      throw journalRefusals.refuse('already-exists');
    }
    if (change.events.length === 0) throw new TypeError(`${kind.name} begins without an event`);
    this.put(key, known ?? { kind: kind.name, id, stored: undefined, saved: [] }, change);
  }

  save<State extends object, Event extends DomainEvent>(
    kind: AggregateKind<State, Event>,
    id: string,
    change: Change<State, Event>,
  ): void {
    const key = keyOf(kind.name, id);
    const known = this.touchedRows.get(key);
    if (known?.current === undefined) {
      throw new TypeError(`${kind.name} ${id} is saved without having been loaded`);
    }
    if (change.events.length > 0) this.put(key, known, change);
  }

  arm(kind: AnyKind, id: string, deadline: Deadline): void {
    this.setDeadline(kind.name, id, deadline.kind, deadline.dueAt);
  }

  disarm(kind: AnyKind, id: string, deadlineKind: string): void {
    this.setDeadline(kind.name, id, deadlineKind, undefined);
  }

  private put(key: string, row: Omit<Touched, 'current'>, { state, events }: Saved): void {
    const saved = [...row.saved, { state, events }];
    this.touchedRows.set(key, { ...row, current: state, saved });
  }

  private setDeadline(aggregate: string, id: string, kind: string, due: Instant | undefined): void {
    this.deadlineChanges.set(`${keyOf(aggregate, id)}/${kind}`, { aggregate, id, kind, due });
  }

  private async attempt<Result>(work: (changes: Changes) => Promise<Result>): Promise<Result> {
    const touched = new Map(this.touchedRows);
    const deadlines = new Map(this.deadlineChanges);
    try {
      return await work(this);
    } catch (error) {
      // What was read stays: a decision to refuse rested on it.
      for (const [key, row] of this.touchedRows)
        if (!touched.has(key)) touched.set(key, asRead(row));
      this.touchedRows = touched;
      this.deadlineChanges = deadlines;
      throw error;
    }
  }
}

const asRead = (row: Touched): Touched => ({
  ...row,
  saved: [],
  current: row.stored && (JSON.parse(row.stored.text) as object),
});
