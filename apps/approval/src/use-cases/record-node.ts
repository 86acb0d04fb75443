import type { Instant } from '@onewindow/kernel';
import {
  nodeOf,
  recordNode as decide,
  requireMayRecord,
  type RecordOfNode,
} from '../domain/plan/record-node.js';
import { passOnResult } from './pass-on-result.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { caseFor, saveCase } from './records.js';

export interface RecordNode extends RecordOfNode {
  readonly caseNumber: string;
}

export interface RecordedNode {
  readonly recordedAt: Instant;
  /** The items that waited for it. */
  readonly told: readonly string[];
}

export const recordNode =
  (deps: ApprovalDependencies) =>
  ({ caseNumber, ...request }: RecordNode, { actor }: Asking): Promise<RecordedNode> =>
    deps.transact(async (changes) => {
      const of = await caseFor(changes, caseNumber, actor);
      const by = requireMayRecord(of, request.node, actor);
      const recordedAt = deps.now();
      const change = decide(of, request, by, recordedAt);
      saveCase(changes, of, change);
      const node = nodeOf(of, request.node);
      const told = await passOnResult(changes, change.state, node, recordedAt, deps);
      return { recordedAt, told };
    });
