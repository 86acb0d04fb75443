import type { NodeOfCase, PlanOfCase } from './plan.js';

/** The agencies of a place by the names that plans call their departments by: `住建` → `['housing']`. */
export type AgenciesByName = Readonly<Record<string, readonly string[]>>;

/** Plans name several departments of which either is meant as `住建/行政审批`. */
const BETWEEN_NAMES = /[/、]/;

/**
 * A plan whose nodes know the agencies of their departments, as the place calls them when the case is opened. What a track decides
 * has the agency of its track; a name that the place does not know belongs to nobody, and its result is recorded by the window.
 */
export function withAgencies(
  plan: PlanOfCase,
  items: readonly string[],
  byName: AgenciesByName,
): PlanOfCase {
  const nodes = plan.nodes.map((node) => {
    const isTrack = node.item !== undefined && items.includes(node.item);
    const agencies = isTrack ? [] : agenciesCalled(node.department, byName);
    return agencies.length === 0 ? node : { ...node, agencies };
  });
  return { ...plan, nodes };
}

function agenciesCalled(department: string | undefined, byName: AgenciesByName): readonly string[] {
  if (department === undefined) return [];
  const known = (name: string) => (Object.hasOwn(byName, name) ? (byName[name] ?? []) : []);
  const parts = department.split(BETWEEN_NAMES).map((name) => name.trim());
  return [...new Set([...known(department), ...parts.flatMap(known)])];
}

/** Who may record what came of a node, besides the window; a plan may name an agency by its code. */
export const agenciesOfNode = ({ department, agencies = [] }: NodeOfCase): readonly string[] =>
  department === undefined ? agencies : [...agencies, department];

/** Officers of these take part in the case by the nodes that no track decides. */
export const agenciesOfPlan = ({ nodes }: PlanOfCase): readonly string[] => [
  ...new Set(nodes.flatMap(({ agencies = [] }) => agencies)),
];
