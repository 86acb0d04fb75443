import type { AggregateKind, Change, Instant } from '@onewindow/kernel';

/** What is derived from, and what is to be said as the reason. `since` is what everything was derived from before. */
export interface Pass {
  readonly target: string;
  readonly since?: string;
}

/** How the open aggregates of one kind are derived anew when reference data has moved. */
export interface Rederivation<Ground> {
  readonly aggregate: string;
  /** SQL over `state` that is true for what is still open; a constant of the service. */
  readonly open: string;
  /** Undefined where nothing changes. Pure; throws where the state makes no sense, and the aggregate is parked. */
  readonly derive: (state: object, ground: Ground) => Change<object, { type: string }> | undefined;
  /** The moments at which something has to happen to an aggregate in this state, by the kind of deadline. */
  readonly deadlinesOf: (state: object) => Readonly<Record<string, Instant | undefined>>;
}

/** Declares one; states and facts are those of the kind. */
export function rederives<State extends object, Event extends { readonly type: string }, Ground>(
  kind: AggregateKind<State, Event>,
  how: {
    readonly open: string;
    readonly derive: (
      state: State,
      ground: Ground,
    ) => Change<NoInfer<State>, NoInfer<Event>> | undefined;
    readonly deadlinesOf: (state: State) => Readonly<Record<string, Instant | undefined>>;
  },
): Rederivation<Ground> {
  return Object.freeze({
    aggregate: kind.name,
    open: how.open,
    derive: (state: object, ground: Ground) => how.derive(state as State, ground),
    deadlinesOf: (state: object) => how.deadlinesOf(state as State),
  });
}
