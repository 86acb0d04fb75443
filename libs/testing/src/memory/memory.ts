import type {
  AggregateKind,
  Change,
  Changes,
  Deadline,
  Instant,
  Transact,
} from '@onewindow/kernel';

type AnyKind = AggregateKind<any, any>;

export interface ArmedDeadline {
  readonly aggregate: string;
  readonly id: string;
  readonly kind: string;
  readonly dueAt: Instant;
}

/** What a ledger would keep, in memory: everything of a piece of work, or nothing. */
export class Memory {
  private states = new Map<string, object>();
  private armed = new Map<string, Instant>();
  readonly facts: string[] = [];

  readonly transact: Transact = async (work) => {
    const states = new Map(this.states);
    const armed = new Map(this.armed);
    const facts: string[] = [];
    const result = await work(this.changesOf(states, armed, facts));
    this.states = states;
    this.armed = armed;
    this.facts.push(...facts);
    return result;
  };

  stateOf<State extends object>(kind: AggregateKind<State, any>, id: string): State | undefined {
    return this.states.get(`${kind.name} ${id}`) as State | undefined;
  }

  all<State extends object>(kind: AggregateKind<State, any>): State[] {
    return [...this.states]
      .filter(([key]) => key.startsWith(`${kind.name} `))
      .map(([, state]) => state as State);
  }

  deadlinesOf(kind: AnyKind, id: string): Record<string, Instant> {
    const prefix = `${kind.name} ${id} `;
    return Object.fromEntries(
      [...this.armed]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, dueAt]) => [key.slice(prefix.length), dueAt]),
    );
  }

  /** What is armed, soonest first. */
  get deadlines(): readonly ArmedDeadline[] {
    return [...this.armed]
      .map(([key, dueAt]) => {
        const [aggregate = '', id = '', kind = ''] = key.split(' ');
        return { aggregate, id, kind, dueAt };
      })
      .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  }

  /** Takes a deadline off, as it is when its handler ran. */
  settle({ aggregate, id, kind }: ArmedDeadline): void {
    this.armed.delete(`${aggregate} ${id} ${kind}`);
  }

  private changesOf(
    states: Map<string, object>,
    armed: Map<string, Instant>,
    facts: string[],
  ): Changes {
    const keep = (kind: AnyKind, id: string, change: Change<object, { readonly type: string }>) => {
      if (change.events.length === 0) return;
      states.set(`${kind.name} ${id}`, change.state);
      facts.push(...change.events.map(({ type }) => type));
    };
    const find = async (kind: AnyKind, id: string) => states.get(`${kind.name} ${id}`);
    const memory = {
      find,
      load: async (kind: AnyKind, id: string) => {
        const state = await find(kind, id);
        if (state === undefined) throw new Error(`there is no ${kind.name} ${id}`);
        return state;
      },
      create: keep,
      save: keep,
      arm: (kind: AnyKind, id: string, { kind: name, dueAt }: Deadline) =>
        void armed.set(`${kind.name} ${id} ${name}`, dueAt),
      disarm: (kind: AnyKind, id: string, name: string) =>
        void armed.delete(`${kind.name} ${id} ${name}`),
    };
    return memory as unknown as Changes;
  }
}
