import type { Changes, Instant } from '@onewindow/kernel';
import { officerKind, type RelatedParty } from '../domain/officers/officer.js';
import { relationTo } from '../domain/officers/recusal.js';
import { assignTask, releaseTask } from '../domain/officers/tasks.js';
import {
  beginTransfer,
  continueTransfer,
  TRANSFER_DEADLINE,
  workTransferKind,
  type WorkTransfer,
} from '../domain/officers/work-transfer.js';
import { activeStages } from '../domain/process/stages-of-track.js';
import { trackKind } from '../domain/track/track.js';
import { Desk } from './assign-tasks.js';
import { headOf } from './officers-of-agency.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { caseOf, saveTrack } from './records.js';

/** So many tasks in one transaction: others act on tracks meanwhile. */
const TASKS_AT_ONCE = 25;

export interface HandOverWork {
  readonly account: string;
  readonly to?: string;
  readonly reason: string;
}

/** The head hands all open work of an officer over; the deadline of the transfer itself carries it on, whatever dies. */
export const handOverWork =
  (deps: ApprovalDependencies) =>
  ({ account, to, reason }: HandOverWork, { actor }: Asking): Promise<{ transferId: string }> =>
    deps.transact(async (changes) => {
      const { officer, person } = await headOf(changes, account, actor);
      if (to !== undefined) await headOf(changes, to, actor);
      const transferId = transferWork(deps, changes, {
        agency: officer.agency,
        account,
        reason,
        begunBy: person.id,
        ...(to !== undefined && { to }),
      });
      return { transferId };
    });

/** Begins in the transaction of what makes it necessary. */
export function transferWork(
  { newId, now }: Pick<ApprovalDependencies, 'newId' | 'now'>,
  changes: Changes,
  work: Pick<WorkTransfer, 'agency' | 'account' | 'reason' | 'begunBy'> & {
    readonly to?: string;
    readonly party?: RelatedParty;
  },
): string {
  const transferId = newId();
  const begunAt = now();
  changes.create(workTransferKind, transferId, beginTransfer({ ...work, transferId, begunAt }));
  changes.arm(workTransferKind, transferId, { kind: TRANSFER_DEADLINE, dueAt: begunAt });
  return transferId;
}

/** The next tasks, from where the transaction before ended. */
export const continueWorkTransfer =
  (deps: ApprovalDependencies) =>
  (transferId: string): Promise<void> =>
    deps.transact(async (changes) => {
      const transfer = await changes.load(workTransferKind, transferId);
      if (transfer.status === 'finished') return;
      const now = deps.now();
      const { account, after } = transfer;
      const tasks = await deps.officers.tasksOf(account, after, TASKS_AT_ONCE);
      const desk = new Desk(deps, changes, [account]);
      let [reassigned, toPool] = [0, 0];
      for (const task of tasks) {
        const moved = await moveTask(deps, changes, desk, transfer, task, now);
        if (moved === 'reassigned') reassigned += 1;
        if (moved === 'to-pool') toPool += 1;
      }
      const last = tasks.length < TASKS_AT_ONCE;
      const step = { after: tasks.at(-1)?.id ?? after, reassigned, toPool, last };
      changes.save(workTransferKind, transferId, continueTransfer(transfer, step, now));
      if (!last) changes.arm(workTransferKind, transferId, { kind: TRANSFER_DEADLINE, dueAt: now });
    });

async function moveTask(
  deps: ApprovalDependencies,
  changes: Changes,
  desk: Desk,
  { account, to, reason, begunBy, party }: WorkTransfer,
  { trackId, stage: code }: { readonly trackId: string; readonly stage: string },
  now: Instant,
): Promise<'reassigned' | 'to-pool' | 'left'> {
  const track = await changes.load(trackKind, trackId);
  const stage = activeStages(track).find((each) => each.code === code);
  if (stage === undefined || track.assignments?.[code]?.officer !== account) return 'left';
  const of = await caseOf(changes, track.caseNumber);
  if (party !== undefined) {
    const officer = await changes.load(officerKind, account);
    if (relationTo(officer, of, now) === undefined) return 'left';
  }
  const officer = await desk.choose(of, track, stage, to === undefined ? {} : { only: to });
  if (officer === undefined) {
    saveTrack(changes, track, releaseTask(track, code, begunBy, reason));
    return 'to-pool';
  }
  const assignment = { since: now, by: 'transfer', assignedBy: begunBy, reason } as const;
  saveTrack(changes, track, assignTask(track, code, officer, assignment));
  return 'reassigned';
}
