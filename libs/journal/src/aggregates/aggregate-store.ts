import type { AggregateKind } from '@onewindow/kernel';
import type { Publication, Publications } from './publications.js';

export interface DomainEvent {
  readonly type: string;
}

/** How one kind of aggregate is kept: its table is named after it, hyphens turned into underscores. */
export interface AggregateStore {
  readonly name: string;
  /** Reference data that becomes another one whenever an aggregate of this kind is saved. */
  readonly reference?: string;
  /** What everything about one case hangs together by. */
  correlationOf(state: object): string;
  /** Empty for a private event. */
  publicationsOf(event: DomainEvent, state: object): readonly Publication[];
}

/** Declares how a kind of aggregate is kept and what is told about it; `publications` names every event of it. */
export function defineStore<State extends object, Event extends DomainEvent>(definition: {
  readonly kind: AggregateKind<State, Event>;
  readonly correlationOf: (state: State) => string;
  readonly publications: Publications<Event, State>;
  readonly reference?: string;
}): AggregateStore {
  const { kind, correlationOf, publications, reference } = definition;
  const told = publications as Readonly<
    Record<
      string,
      'private' | ((event: Event, state: State) => Publication | readonly Publication[])
    >
  >;
  return Object.freeze({
    name: kind.name,
    ...(reference !== undefined && { reference }),
    correlationOf: (state: object) => correlationOf(state as State),
    publicationsOf(event: DomainEvent, state: object): readonly Publication[] {
      const publication = told[event.type];
      if (publication === undefined) {
        throw new TypeError(`${kind.name} does not declare its event ${event.type}`);
      }
      if (publication === 'private') return [];
      const made = publication(event as Event, state as State);
      return 'contract' in made ? [made] : made;
    },
  });
}
