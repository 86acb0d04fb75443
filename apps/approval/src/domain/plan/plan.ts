import type { Instant } from '@onewindow/kernel';
import type { Outcome } from '../parties.js';

/** What of a bundle a case needs: its nodes, and what comes before what. Plain JSON. */
export interface PlanOfCase {
  readonly nodes: readonly NodeOfCase[];
  readonly edges: readonly EdgeOfCase[];
}

export const NODE_KINDS = [
  'item',
  'data-check',
  'technical-review',
  'intermediary',
  'joint',
  'external',
  'follow-up',
] as const;

export interface NodeOfCase {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof NODE_KINDS)[number];
  /** Its track of this case, where it has one; what is not offered here is recorded like every other node. */
  readonly item?: string;
  readonly department?: string;
  /** The agencies that go by the name of its department here; of a node that no track decides. */
  readonly agencies?: readonly string[];
  readonly stage?: string;
  readonly optional?: boolean;
}

/**
 * `hard`: nothing is decided before the earlier result is in effect. `start`: the decision does not wait, the work or the opening
 * does. `data`: the result is shared. `soft`: an order that is advised.
 */
export interface EdgeOfCase {
  readonly from: string;
  readonly to: string;
  readonly type: 'hard' | 'data' | 'start' | 'soft';
  readonly basis?: string;
}

/** What came of a node that is no track of the case, as somebody competent recorded it. */
export interface NodeResult {
  readonly node: string;
  readonly outcome: 'done' | 'failed' | 'not-needed';
  readonly evidence: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly recordedByName: string;
}

/** How far a node is for those that wait for it. */
export type Standing = 'pending' | 'in-effect' | 'refused';

/** An earlier result that a track waits for. */
export interface AwaitedResult {
  readonly node: string;
  readonly name: string;
  readonly basis?: string;
  readonly standing: Standing;
}

interface TrackOfNode {
  readonly item: string;
  readonly outcome?: Outcome;
  readonly withdrawnAt?: Instant;
}

/** What standing depends on. */
export interface Planned {
  readonly plan?: PlanOfCase;
  readonly results?: readonly NodeResult[];
  readonly tracks: readonly TrackOfNode[];
}

/** What a node has come to; no track and no record: nobody guesses, it is pending. */
export function standingOf({ tracks, results = [] }: Planned, node: NodeOfCase): Standing {
  const track = trackOfNode(tracks, node);
  if (track !== undefined) {
    if (track.outcome === undefined) return 'pending';
    return track.outcome === 'granted' ? 'in-effect' : 'refused';
  }
  const result = results.find((each) => each.node === node.id);
  if (result === undefined) return 'pending';
  return result.outcome === 'failed' ? 'refused' : 'in-effect';
}

/** The track that decides a node; what the applicant took back is decided by none, and its result is recorded when it comes. */
export const trackOfNode = (
  tracks: readonly TrackOfNode[],
  { item }: NodeOfCase,
): TrackOfNode | undefined =>
  tracks.find((track) => track.item === item && track.withdrawnAt === undefined);

/** What a node waits for, by edges of one type. */
export function awaitedBy(
  of: Planned,
  node: NodeOfCase,
  type: EdgeOfCase['type'],
): readonly AwaitedResult[] {
  const { nodes = [], edges = [] } = of.plan ?? {};
  return edges
    .filter((edge) => edge.to === node.id && edge.type === type)
    .flatMap(({ from, basis }) => {
      const before = nodes.find(({ id }) => id === from);
      if (before === undefined) return [];
      return {
        node: before.id,
        name: before.name,
        ...(basis !== undefined && { basis }),
        standing: standingOf(of, before),
      };
    });
}

export const nodeOfItem = ({ plan }: Planned, item: string): NodeOfCase | undefined =>
  plan?.nodes.find((node) => node.item === item);

/** What a track waits for: of every node that it stands for. */
export const awaitedByItem = (
  of: Planned,
  item: string,
  type: EdgeOfCase['type'],
): readonly AwaitedResult[] => {
  const node = nodeOfItem(of, item);
  return node === undefined ? [] : awaitedBy(of, node, type);
};

/** The tracks of a case that wait for a node before they are decided. */
export function waitingItems(of: Planned, node: NodeOfCase): readonly string[] {
  const { nodes = [], edges = [] } = of.plan ?? {};
  const later = edges.filter(({ from, type }) => from === node.id && type === 'hard');
  return later.flatMap(({ to }) => {
    const next = nodes.find(({ id }) => id === to);
    const track = next && trackOfNode(of.tracks, next);
    return track === undefined ? [] : [track.item];
  });
}
