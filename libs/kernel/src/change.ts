/** What a decision ends in: the new state and the facts that led to it. Plain data, so that it can be hashed. */
export interface Change<State, Event> {
  readonly state: State;
  readonly events: readonly Event[];
}

/** A decision that changes nothing: an act that already took effect is answered, not repeated. */
export const unchanged = <State>(state: State): Change<State, never> => ({ state, events: [] });
