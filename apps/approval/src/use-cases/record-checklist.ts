import type { Instant } from '@onewindow/kernel';
import { recordChecklist as decide } from '../domain/inspection/checklist.js';
import { inspectionKind, type Finding } from '../domain/inspection/inspection.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { inspectionFor } from './records.js';

export interface RecordChecklist {
  readonly inspectionId: string;
  readonly item: string;
  readonly findings: readonly Finding[];
}

export const recordChecklist =
  ({ transact, now }: ApprovalDependencies) =>
  (request: RecordChecklist, { actor }: Asking): Promise<{ recordedAt: Instant }> =>
    transact(async (changes) => {
      const { inspectionId } = request;
      const inspection = await inspectionFor(changes, inspectionId, actor);
      changes.save(inspectionKind, inspectionId, decide(inspection, request, actor));
      return { recordedAt: now() };
    });
