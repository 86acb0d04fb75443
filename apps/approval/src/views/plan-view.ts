import type { FindCaseReply, PlanView } from '@onewindow/contracts';
import { awaitedByItem, standingOf, type EdgeOfCase } from '../domain/plan/plan.js';
import type { Case } from '../domain/case/case.js';

/** The plan of a case with what has come of each node. */
export function planView(of: Case): Pick<FindCaseReply, 'plan'> {
  if (of.plan === undefined) return {};
  const { nodes, edges } = of.plan;
  return {
    plan: {
      nodes: nodes.map(({ optional: _, ...node }) => ({
        ...node,
        standing: standingOf(of, node),
        ...recordOf(of, node.id),
      })),
      edges: edges.map((each) => ({ ...each })),
    },
  };
}

function recordOf({ results = [] }: Case, id: string): Partial<PlanView['nodes'][number]> {
  const result = results.find(({ node }) => node === id);
  if (result === undefined) return {};
  const { evidence, recordedAt, recordedByName } = result;
  return { evidence, recordedAt, recordedBy: recordedByName };
}

/** What a track of the case waits for, as it stands now. */
export function awaitedView(of: Case, item: string) {
  const awaited = (type: EdgeOfCase['type']) =>
    awaitedByItem(of, item, type).map((each) => ({ ...each }));
  const hard = awaited('hard');
  const start = awaited('start');
  return {
    ...(hard.length > 0 && { awaits: hard }),
    ...(start.length > 0 && { beforeStart: start }),
  };
}
