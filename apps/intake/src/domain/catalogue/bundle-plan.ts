import type { Condition, UnmetRule } from '@onewindow/kernel';
import { repeated, unmet } from '../unmet.js';
import { walk } from '../walk.js';

export interface BundleNode {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly department?: string;
  readonly item?: string;
  readonly optional?: boolean;
  /** In words. */
  readonly condition?: string;
  /** The same on the answers of the form, a `Condition` once the plan was found sound. */
  readonly when?: Readonly<Record<string, unknown>>;
  readonly stage?: string;
}

export interface BundleEdge {
  readonly from: string;
  readonly to: string;
  readonly type: 'hard' | 'data' | 'start' | 'soft';
  readonly basis?: string;
}

export interface StageOfPlan {
  readonly id: string;
  readonly name: string;
  readonly lead?: string;
}

/** How the parts of a bundle 一件事 depend on one another. Without nodes it is documentation. */
export interface BundlePlan {
  readonly nodes: readonly BundleNode[];
  readonly edges: readonly BundleEdge[];
  readonly stages?: readonly StageOfPlan[];
  readonly parallel?: readonly { readonly nodes: readonly string[] }[];
  readonly jointInspection?: readonly string[];
}

/** Of a plan that was found sound. */
export const whenOf = ({ when }: BundleNode): Condition | undefined =>
  when as Condition | undefined;

const fault = (rule: string, path: string, zh: string, en: string): UnmetRule =>
  unmet(rule, zh, en, { path });

/** Everything that is wrong with a plan. */
export function unmetOfPlan(plan: BundlePlan): readonly UnmetRule[] {
  const ids = new Set(plan.nodes.map(({ id }) => id));
  const kinds = new Map(plan.nodes.map(({ id, kind }) => [id, kind]));
  const stages = new Set((plan.stages ?? []).map(({ id }) => id));
  const named = (id: string, path: string) =>
    ids.has(id)
      ? []
      : [
          fault(
            'node-known',
            path,
            `没有节点“${id}”，请核对。`,
            `There is no node "${id}"; check it.`,
          ),
        ];
  return [
    ...repeated(plan.nodes.map(({ id }) => id)).map((id) =>
      fault(
        'node-listed-once',
        'nodes',
        `节点“${id}”列了两次。`,
        `The node "${id}" is listed twice.`,
      ),
    ),
    ...repeated((plan.stages ?? []).map(({ id }) => id)).map((id) =>
      fault(
        'stage-listed-once',
        'stages',
        `阶段“${id}”列了两次。`,
        `The stage "${id}" is listed twice.`,
      ),
    ),
    ...plan.nodes.flatMap(({ stage }, at) =>
      stage === undefined || stages.has(stage)
        ? []
        : [
            fault(
              'stage-known',
              `nodes.${at}.stage`,
              `没有阶段“${stage}”。`,
              `There is no stage "${stage}".`,
            ),
          ],
    ),
    ...plan.edges.flatMap(({ from, to, type }, at) => [
      ...(type === 'start' && WITHOUT_A_START.has(kinds.get(to) ?? '')
        ? [
            fault(
              'edge-has-a-start',
              `edges.${at}`,
              `节点“${to}”没有开工、营业一说，不能用 start；请改为 hard、data 或 soft。`,
              `"${to}" is nothing that starts, so no start waits for "${from}"; make it hard, data or soft.`,
            ),
          ]
        : []),
      ...named(from, `edges.${at}.from`),
      ...named(to, `edges.${at}.to`),
      ...(from === to
        ? [
            fault(
              'edge-joins-two',
              `edges.${at}`,
              `节点“${from}”不能以自己为前置。`,
              `"${from}" cannot come before itself.`,
            ),
          ]
        : []),
    ]),
    ...repeated(plan.edges.map(({ from, to }) => `${from} → ${to}`)).map((edge) =>
      fault(
        'edge-listed-once',
        'edges',
        `“${edge}”列了两次，只能有一种关系。`,
        `"${edge}" is listed twice; two nodes have one relation.`,
      ),
    ),
    ...(plan.jointInspection ?? []).flatMap((id, at) => named(id, `jointInspection.${at}`)),
    ...(plan.parallel ?? []).flatMap(({ nodes }, at) => [
      ...nodes.flatMap((id) => named(id, `parallel.${at}.nodes`)),
      ...waitingWithin(plan, nodes).map(([from, to]) =>
        fault(
          'parallel-does-not-wait',
          `parallel.${at}.nodes`,
          `“${from}”是“${to}”的前置，不能并行。`,
          `"${to}" waits for "${from}"; they cannot go side by side.`,
        ),
      ),
    ]),
    ...unmetOfCycle(plan),
  ];
}

/** Kinds of work that begin nothing on site and open no business. */
const WITHOUT_A_START = new Set(['data-check', 'technical-review', 'intermediary']);

/** Told at the edge that closes the circle, with both its ends. */
function unmetOfCycle(plan: BundlePlan): readonly UnmetRule[] {
  const cycle = cycleIn(plan);
  const [to, from] = [cycle[0] ?? '', cycle.at(-2) ?? ''];
  // An edge from a node to itself is told as that.
  if (cycle.length <= 2) return [];
  const at = plan.edges.findIndex(
    (edge) => edge.type !== 'data' && edge.from === from && edge.to === to,
  );
  return [
    fault(
      'no-cycle',
      `edges.${at}`,
      `前置关系成环：${cycle.join(' → ')}。“${from}”与“${to}”互为前置，请去掉一条。`,
      `What comes before what runs in a circle: ${cycle.join(' → ')}. "${from}" and "${to}" wait for each other; take one edge out.`,
    ),
  ];
}

const waitingWithin = ({ edges }: BundlePlan, nodes: readonly string[]) =>
  edges
    .filter(({ type, from, to }) => type === 'hard' && nodes.includes(from) && nodes.includes(to))
    .map(({ from, to }) => [from, to] as const);

/** The first circle of edges that order something; shared data may go both ways. */
function cycleIn({ nodes, edges }: BundlePlan): readonly string[] {
  const after = Map.groupBy(
    edges.filter(({ type }) => type !== 'data'),
    ({ from }) => from,
  );
  const { circle = [] } = walk(
    nodes.map(({ id }) => id),
    (id) => (after.get(id) ?? []).map(({ to }) => to),
  );
  return circle;
}

/** The items of a plan that the catalogue has, in its order, and the nodes whose item it lacks. */
export function offered(
  { nodes }: BundlePlan,
  isOffered: (item: string) => boolean,
): { readonly items: readonly string[]; readonly absent: readonly BundleNode[] } {
  const items = nodes.flatMap(({ item }) => (item !== undefined && isOffered(item) ? [item] : []));
  const absent = nodes.filter(
    ({ kind, item }) => kind === 'item' && (item === undefined || !isOffered(item)),
  );
  return { items: [...new Set(items)], absent };
}
