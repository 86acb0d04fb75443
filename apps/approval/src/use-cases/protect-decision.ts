import type { Instant } from '@onewindow/kernel';
import { markCase, requireCaseOf } from '../domain/case/case.js';
import type { Act } from '../domain/officers/act.js';
import { protectDecision as decide } from '../domain/track/publication.js';
import type { ConfidentialityMark, PublicationAsked } from '../domain/track/publication-ruling.js';
import { actingOn } from './acting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { caseOf, saveCase, saveTrack, type TrackReference } from './records.js';

/** As far-reaching as deciding; the task is over with the decision. */
export const PROTECTING: Act = {
  kind: 'decide',
  roles: ['decision-officer', 'agency-head'],
  withoutTask: true,
};

export interface ProtectDecision extends TrackReference {
  readonly protection: PublicationAsked['protection'];
  readonly disclosed?: PublicationAsked['disclosed'];
  readonly reason: string;
}

/** What is withheld from the publication of a decision changes with the reason for it (政府信息公开条例 14, 15). */
export const protectDecision =
  (deps: ApprovalDependencies) =>
  (
    { protection, disclosed = [], reason, ...reference }: ProtectDecision,
    { actor }: Asking,
  ): Promise<{ decisionNumber: string; ruledAt: Instant }> =>
    deps.transact(async (changes) => {
      const acting = await actingOn(deps, changes, reference, actor, PROTECTING);
      const { track, of, person: officer } = acting;
      const now = deps.now();
      const asked = { protection, disclosed, reason };
      const change = decide(track, asked, of.confidential ?? [], officer, now);
      saveTrack(changes, track, change);
      const { number = '', publication = [] } = change.state.decision ?? {};
      return { decisionNumber: number, ruledAt: publication.at(-1)?.ruledAt ?? now };
    });

export interface NoteMarks {
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly markedAt: Instant;
  readonly marks: readonly ConfidentialityMark[];
}

/** The applicant said anew what is confidential: a decision that is made at the same moment looks again. */
export const noteMarks =
  (deps: Pick<ApprovalDependencies, 'transact'>) =>
  ({ applicationId, caseNumber, ...told }: NoteMarks): Promise<void> =>
    deps.transact(async (changes) => {
      const of = await caseOf(changes, caseNumber);
      requireCaseOf(of, applicationId);
      saveCase(changes, of, markCase(of, told));
    });
