import type { Actor } from './actor.js';
import type { Change } from './change.js';
import type { Clock, Instant } from './time.js';

/** A kind of aggregate: its table, and the types of its state and of its facts. */
export interface AggregateKind<State extends object, Event extends { readonly type: string }> {
  readonly name: string;
  readonly __types?: { readonly state: State; readonly event: Event };
}

export const aggregateKind = <State extends object, Event extends { readonly type: string }>(
  name: string,
): AggregateKind<State, Event> => Object.freeze({ name });

/** A moment at which something has to happen to an aggregate. At most one is armed for each aggregate and kind. */
export interface Deadline {
  readonly kind: string;
  readonly dueAt: Instant;
}

/**
 * What one transaction reads and writes. Everything is saved together when the work ends, or nothing is.
 * The kind alone decides the types: a fact of another aggregate does not compile.
 */
export interface Changes {
  /** Throws the refusal `not-found`. */
  load<State extends object, Event extends { readonly type: string }>(
    kind: AggregateKind<State, Event>,
    id: string,
  ): Promise<State>;
  find<State extends object, Event extends { readonly type: string }>(
    kind: AggregateKind<State, Event>,
    id: string,
  ): Promise<State | undefined>;
  /** The aggregate must not exist yet. */
  create<State extends object, Event extends { readonly type: string }>(
    kind: AggregateKind<State, Event>,
    id: string,
    change: Change<NoInfer<State>, NoInfer<Event>>,
  ): void;
  /** The aggregate must have been loaded or found by this transaction: its version guards the save. A change without events writes nothing. */
  save<State extends object, Event extends { readonly type: string }>(
    kind: AggregateKind<State, Event>,
    id: string,
    change: Change<NoInfer<State>, NoInfer<Event>>,
  ): void;
  /** Arms the deadline, or moves it if it is armed already. */
  arm(
    kind: AggregateKind<never, never> | AggregateKind<any, any>,
    id: string,
    deadline: Deadline,
  ): void;
  disarm(kind: AggregateKind<any, any>, id: string, deadlineKind: string): void;
}

/**
 * Runs the work as one transaction. When another writer won, the work is run again on the newer state,
 * so it must have no effect of its own beside `changes`.
 */
export type Transact = <Result>(work: (changes: Changes) => Promise<Result>) => Promise<Result>;

/** Who asks and when; handed to every use case. */
export interface Circumstances {
  readonly actor: Actor;
  readonly now: Instant;
}

/** What use cases of every service need from outside. */
export interface UseCasePorts {
  readonly transact: Transact;
  readonly now: Clock;
  readonly newId: () => string;
}
