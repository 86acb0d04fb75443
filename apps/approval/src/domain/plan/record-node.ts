import {
  holds,
  refuseWhenUnmet,
  type Actor,
  type Change,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import type { Case, CaseEvent } from '../case/case.js';
import { isOfficerOf } from '../officers.js';
import { agenciesOfNode } from './agencies-of-plan.js';
import { awaitedBy, trackOfNode, type NodeOfCase, type NodeResult } from './plan.js';

export interface RecordOfNode {
  readonly node: string;
  readonly outcome: NodeResult['outcome'];
  /** The document or the place where the result can be seen. */
  readonly evidence: string;
}

export const nodeOf = ({ plan }: Case, id: string): NodeOfCase => {
  const node = plan?.nodes.find((each) => each.id === id);
  if (node === undefined) throw approvalRefusals.refuse('node-not-found');
  return node;
};

/**
 * The window coordinates the case and records what others bring. Besides, only the agency that the node names records its own result,
 * so that nobody opens the way for a track of theirs.
 */
export function requireMayRecord(of: Case, id: string, actor: Actor): Person {
  if (actor.kind === 'person' && holds(actor, 'window-clerk')) return actor;
  const agencies = [...of.tracks.map(({ agency }) => agency), ...(of.alsoAgencies ?? [])];
  if (!agencies.some((agency) => isOfficerOf(actor, agency, ...RECORDERS))) {
    throw approvalRefusals.refuse('not-of-this-case');
  }
  const node = nodeOf(of, id);
  if (actor.kind === 'person' && isOfNode(node, actor)) return actor;
  const { department, name } = node;
  throw approvalRefusals.refuse('not-the-agency-of-the-node', [
    {
      rule: 'agency-of-the-node',
      path: 'node',
      source: '行政许可法 26',
      message: {
        zh: `“${name}”的结果由${department === undefined ? '综合窗口' : `该环节的部门（${department}）或者综合窗口`}登记。`,
        en: `The result of "${name}" is recorded by ${department === undefined ? 'the window' : `the department of the node (${department}) or by the window`}.`,
      },
    },
  ]);
}

const RECORDERS = ['approver', 'decision-officer', 'agency-head'] as const;

const isOfNode = (node: NodeOfCase, actor: Actor): boolean =>
  agenciesOfNode(node).some((agency) => isOfficerOf(actor, agency, ...RECORDERS));

/** Whether somebody who sees the case may record a node now: the same rules, for those who only ask. */
export const mayRecord = (of: Case, node: NodeOfCase, actor: Actor): boolean =>
  trackOfNode(of.tracks, node) === undefined &&
  !isDone(of, node) &&
  (holds(actor, 'window-clerk') || isOfNode(node, actor));

const isDone = ({ results = [] }: Case, { id }: NodeOfCase): boolean =>
  results.some(({ node, outcome }) => node === id && outcome === 'done');

/** What came of a node that no track of the case decides. Whoever waits for it is told in the same transaction. */
export function recordNode(
  of: Case,
  { node: id, outcome, evidence }: RecordOfNode,
  by: Person,
  now: Instant,
): Change<Case, CaseEvent> {
  const node = nodeOf(of, id);
  refuseWhenUnmet(unmetForRecord(of, node, { outcome, evidence }), (unmet) =>
    approvalRefusals.refuse('node-not-recordable', unmet),
  );
  const result: NodeResult = {
    node: id,
    outcome,
    evidence,
    recordedAt: now,
    recordedBy: by.id,
    recordedByName: by.name,
  };
  const others = (of.results ?? []).filter((each) => each.node !== id);
  return {
    state: { ...of, results: [...others, result] },
    events: [{ type: 'node-recorded', result }],
  };
}

function unmetForRecord(
  of: Case,
  node: NodeOfCase,
  { outcome, evidence }: Omit<RecordOfNode, 'node'>,
): UnmetRule[] {
  return [
    ...unless(trackOfNode(of.tracks, node) === undefined, 'no-track-of-its-own', 'node', {
      zh: `“${node.name}”由本办件的事项决定，请在该事项上办理。`,
      en: `"${node.name}" is decided by a track of this case; decide it there.`,
    }),
    ...unless(!isDone(of, node), 'recorded-once', 'node', {
      zh: `“${node.name}”的结果已经登记为完成。`,
      en: `"${node.name}" is recorded as done already.`,
    }),
    ...unless(evidence.trim() !== '', 'evidence-given', 'evidence', {
      zh: '请写明结果的依据，如文书名称和文号。',
      en: 'Name what shows the result, such as the document and its number.',
    }),
    ...awaitedBy(of, node, 'hard').flatMap(({ node: earlier, name, standing }) =>
      unless(outcome !== 'done' || standing === 'in-effect', 'earlier-result-in-effect', earlier, {
        zh: `“${name}”尚未完成，不能登记“${node.name}”完成。`,
        en: `"${name}" comes first; "${node.name}" cannot be done before it.`,
      }),
    ),
  ];
}

const unless = (
  holds: boolean,
  rule: string,
  path: string,
  message: UnmetRule['message'],
): UnmetRule[] => (holds ? [] : [{ rule, path, message }]);
