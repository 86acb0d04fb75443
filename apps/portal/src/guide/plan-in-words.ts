import type { FindBundleReply } from '../api/replies.js';

export type Plan = NonNullable<FindBundleReply['plan']>;
type Edge = Plan['edges'][number];

export interface StageWithNodes {
  /** Absent for what belongs to no stage. */
  readonly name?: string;
  readonly nodes: Plan['nodes'];
}

/** The parts of a bundle by their stages, in the order of the stages; those without one come last. */
export function nodesByStage({ stages = [], nodes }: Plan): readonly StageWithNodes[] {
  const known = new Set(stages.map(({ id }) => id));
  const staged = stages.map(({ id, name }) => ({
    name,
    nodes: nodes.filter(({ stage }) => stage === id),
  }));
  const rest = { nodes: nodes.filter(({ stage }) => stage === undefined || !known.has(stage)) };
  return [...staged, rest].filter((stage) => stage.nodes.length > 0);
}

export interface EdgeInWords {
  readonly sentence: string;
  readonly basis?: string;
}

type Sentences = Readonly<Record<Edge['type'], (before: string, after: string) => string>>;

/** What comes before what, a sentence each: those that hold up a decision first. */
export function edgesInWords({ nodes, edges }: Plan, say: Sentences): readonly EdgeInWords[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const order: readonly Edge['type'][] = ['hard', 'start', 'data', 'soft'];
  return [...edges]
    .sort((one, other) => order.indexOf(one.type) - order.indexOf(other.type))
    .map(({ from, to, type, basis }) => ({
      sentence: say[type](names.get(from) ?? from, names.get(to) ?? to),
      ...(basis !== undefined && { basis }),
    }));
}
