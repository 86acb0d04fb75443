import type { FindCaseReply, PlanView } from '@onewindow/contracts';
import type { Actor } from '@onewindow/kernel';
import { mayRecord } from '../domain/plan/record-node.js';
import { awaitedByItem, standingOf, type EdgeOfCase } from '../domain/plan/plan.js';
import type { Case } from '../domain/case/case.js';

/** The plan of a case with what has come of each node, and of which this person may record it. */
export function planView(of: Case, actor: Actor): Pick<FindCaseReply, 'plan'> {
  if (of.plan === undefined) return {};
  const { nodes, edges } = of.plan;
  return {
    plan: {
      nodes: nodes.map((node) => {
        const { optional: _, agencies, ...shown } = node;
        return {
          ...shown,
          ...(agencies && { agencies: [...agencies] }),
          standing: standingOf(of, node),
          ...recordOf(of, node.id),
          ...(mayRecord(of, node, actor) && { actions: ['record-node'] }),
        };
      }),
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
