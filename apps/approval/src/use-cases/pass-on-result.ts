import type { Changes, Instant } from '@onewindow/kernel';
import type { Case } from '../domain/case/case.js';
import { takeEarlierResult } from '../domain/plan/earlier-results.js';
import { nodeOfItem, standingOf, waitingItems, type NodeOfCase } from '../domain/plan/plan.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies } from './ports.js';
import { saveTrack, trackOf } from './records.js';

/** Every track that waits for this result is told in the transaction of the result itself: none hangs between two records. */
export async function passOnResult(
  changes: Changes,
  of: Case,
  node: NodeOfCase | undefined,
  now: Instant,
  deps: ApprovalDependencies,
): Promise<readonly string[]> {
  if (node === undefined) return [];
  const told = waitingItems(of, node);
  for (const item of told) {
    const track = await trackOf(changes, { caseNumber: of.caseNumber, item });
    const standing = standingOf(of, node);
    saveTrack(changes, track, takeEarlierResult(track, node.id, standing, now, countingOf(deps)));
  }
  return told;
}

export const passOnTrack = (
  changes: Changes,
  of: Case,
  item: string,
  now: Instant,
  deps: ApprovalDependencies,
): Promise<readonly string[]> => passOnResult(changes, of, nodeOfItem(of, item), now, deps);
