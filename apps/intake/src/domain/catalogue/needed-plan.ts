import type { Answers } from '@onewindow/kernel';
import { askedFields } from '../forms/asked-form.js';
import type { Form } from '../forms/form.js';
import {
  whenOf,
  type BundleEdge,
  type BundleNode,
  type BundlePlan,
  type StageOfPlan,
} from './bundle-plan.js';

/** The part of a plan that one filing needs. */
export interface NeededPlan {
  readonly stages?: readonly StageOfPlan[];
  readonly nodes: readonly NeededNode[];
  readonly edges: readonly BundleEdge[];
}

export type NeededNode = Pick<
  BundleNode,
  'id' | 'name' | 'kind' | 'item' | 'department' | 'stage' | 'optional'
>;

export interface Needed {
  readonly plan: NeededPlan;
  /** Items to apply for, in the order of the plan. */
  readonly items: readonly string[];
  /** Items of the plan that these answers do not need. */
  readonly left: readonly string[];
  /** Fields whose answer decides whether a node is needed, and that were not answered. */
  readonly open: readonly string[];
}

/**
 * The nodes that the answers need. A node with a condition is needed where that holds, one without always; an optional item without
 * a condition is the applicant's to choose. What comes before what is kept between the nodes that are needed.
 */
export function neededOf(
  plan: BundlePlan,
  form: Form,
  answers: Answers,
  {
    chosen,
    isOffered,
  }: { readonly chosen: readonly string[]; readonly isOffered: (item: string) => boolean },
): Needed {
  const asked = askedFields(form, answers);
  const isNeeded = (node: BundleNode): boolean => {
    const when = whenOf(node);
    if (when !== undefined) return asked.holds(when) === true;
    if (node.optional !== true || node.kind !== 'item') return true;
    return node.item !== undefined && chosen.includes(node.item);
  };
  const nodes = plan.nodes.filter(isNeeded);
  const ids = new Set(nodes.map(({ id }) => id));
  const stages = (plan.stages ?? []).filter(({ id }) => nodes.some(({ stage }) => stage === id));
  const offeredItem = ({ item }: BundleNode) =>
    item !== undefined && isOffered(item) ? [item] : [];
  const items = [...new Set(nodes.flatMap(offeredItem))];
  return {
    plan: {
      ...(stages.length > 0 && { stages: stages.map(asStage) }),
      nodes: nodes.map((node) => asNeeded(node, offeredItem(node)[0])),
      edges: plan.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)).map(asEdge),
    },
    items,
    left: [...new Set(plan.nodes.flatMap(offeredItem))].filter((item) => !items.includes(item)),
    open: asked.open,
  };
}

/** Fields on whose answers it depends which nodes are needed: they are not corrected afterwards. */
export const decisiveFields = (
  { nodes }: BundlePlan,
  fieldsOf: (when: NonNullable<ReturnType<typeof whenOf>>) => readonly string[],
): readonly string[] => [
  ...new Set(
    nodes.flatMap((node) => {
      const when = whenOf(node);
      return when === undefined ? [] : fieldsOf(when);
    }),
  ),
];

/** Whether one item comes before another, so that its result is there when the other is decided. */
export function comesBefore(
  { nodes, edges }: Pick<BundlePlan, 'nodes' | 'edges'>,
  earlier: string,
  later: string,
): boolean {
  const ends = new Set(nodes.filter(({ item }) => item === later).map(({ id }) => id));
  const reached = nodes.filter(({ item }) => item === earlier).map(({ id }) => id);
  const after = Map.groupBy(
    edges.filter(({ type }) => type === 'hard' || type === 'data'),
    ({ from }) => from,
  );
  const seen = new Set<string>();
  for (let id = reached.pop(); id !== undefined; id = reached.pop()) {
    for (const { to } of after.get(id) ?? []) {
      if (ends.has(to)) return true;
      if (!seen.has(to)) reached.push(to);
      seen.add(to);
    }
  }
  return false;
}

/** The nodes of a plan that are kept, and what comes before what among them. */
export function partOf(
  { nodes, edges }: Pick<BundlePlan, 'nodes' | 'edges'>,
  isKept: (node: BundleNode) => boolean,
): Pick<BundlePlan, 'nodes' | 'edges'> {
  const kept = nodes.filter(isKept);
  const ids = new Set(kept.map(({ id }) => id));
  return { nodes: kept, edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

const asStage = ({ id, name, lead }: StageOfPlan): StageOfPlan => ({
  id,
  name,
  ...(lead !== undefined && { lead }),
});

const asNeeded = (
  { id, name, kind, department, stage, optional, when }: BundleNode,
  item: string | undefined,
): NeededNode => ({
  id,
  name,
  kind,
  ...(item !== undefined && { item }),
  ...(department !== undefined && { department }),
  ...(stage !== undefined && { stage }),
  // What the answers need is not optional any more.
  ...(optional === true && when === undefined && { optional }),
});

const asEdge = ({ from, to, type, basis }: BundleEdge): BundleEdge => ({
  from,
  to,
  type,
  ...(basis !== undefined && { basis }),
});
