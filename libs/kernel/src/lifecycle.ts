import { defineRefusals } from './refusal.js';

export const lifecycleRefusals = defineRefusals({
  'action-not-allowed-in-state': {
    kind: 'conflict',
    zh: '当前状态不允许此操作，请刷新后按页面所列的可办操作办理。',
    en: 'The current state does not allow this action; refresh and choose one of the actions offered.',
  },
});

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

type ActionsOf<T extends Table> = { [State in keyof T]: keyof T[State] }[keyof T] & string;

/** The legal order of steps of one aggregate: the only place that knows it. */
export interface Lifecycle<State extends string, Action extends string> {
  readonly initial: State;
  readonly states: readonly State[];
  /** States that no action leaves. */
  readonly finalStates: readonly State[];
  /** The state that `action` leads to. Throws the refusal `action-not-allowed-in-state`. */
  next(state: State, action: Action): State;
  allows(state: State, action: Action): boolean;
  /** What an officer may do now: the buttons of the screen. */
  actionsFrom(state: State): readonly Action[];
  toMermaid(): string;
}

export type StateOf<L> = L extends Lifecycle<infer State, string> ? State : never;
export type ActionOf<L> = L extends Lifecycle<string, infer Action> ? Action : never;

/** Builds a lifecycle from its transition table and refuses a table with a state that cannot be reached. */
export function lifecycle<
  const T extends { readonly [State in keyof T]: Readonly<Record<string, keyof T & string>> },
>(initial: keyof T & string, table: T): Lifecycle<keyof T & string, ActionsOf<T>> {
  type State = keyof T & string;
  type Action = ActionsOf<T>;
  const rows: Table = table;
  const states = Object.keys(rows) as State[];
  requireReachable(initial, rows);

  const target = (state: State, action: string): State | undefined =>
    Object.hasOwn(rows, state) && Object.hasOwn(rows[state] ?? {}, action)
      ? (rows[state]?.[action] as State)
      : undefined;
  const actionsFrom = (state: State) => Object.keys(rows[state] ?? {}) as Action[];

  return Object.freeze({
    initial,
    states,
    finalStates: states.filter((state) => actionsFrom(state).length === 0),
    next(state: State, action: Action): State {
      const next = target(state, action);
      if (next === undefined) throw notAllowed(state, action, actionsFrom(state));
      return next;
    },
    allows: (state: State, action: Action) => target(state, action) !== undefined,
    actionsFrom,
    toMermaid: () => mermaidOf(initial, rows),
  });
}

function mermaidOf(initial: string, rows: Table): string {
  const arrows = Object.entries(rows).flatMap(([state, actions]) => {
    const leaving = Object.entries(actions).map(
      ([action, next]) => `  ${mermaidId(state)} --> ${mermaidId(next)}: ${action}`,
    );
    return leaving.length > 0 ? leaving : [`  ${mermaidId(state)} --> [*]`];
  });
  const names = Object.keys(rows)
    .filter((state) => mermaidId(state) !== state)
    .map((state) => `  state "${state}" as ${mermaidId(state)}`);
  return ['stateDiagram-v2', ...names, `  [*] --> ${mermaidId(initial)}`, ...arrows].join('\n');
}

/** Mermaid reads a hyphen as the beginning of an arrow. */
const mermaidId = (state: string): string => state.replaceAll('-', '_');

function requireReachable(initial: string, rows: Table): void {
  const reached = new Set([initial]);
  for (const state of reached)
    for (const next of Object.values(rows[state] ?? {})) reached.add(next);
  const lost = Object.keys(rows).filter((state) => !reached.has(state));
  if (lost.length > 0)
    throw new TypeError(`lifecycle states that nothing leads to: ${lost.join(', ')}`);
}

const notAllowed = (state: string, action: string, allowed: readonly string[]) =>
  lifecycleRefusals.refuse('action-not-allowed-in-state', [
    {
      rule: 'action-allowed-in-state',
      message: {
        zh: `状态为“${state}”时不能执行“${action}”；可执行：${allowed.join('、') || '无'}。`,
        en: `In the state "${state}" the action "${action}" is not possible; possible: ${allowed.join(', ') || 'none'}.`,
      },
    },
  ]);
