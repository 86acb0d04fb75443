import { holds, type Instant } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import { extendJointTerm as decide } from '../domain/case/joint-term.js';
import type { ExtensionRequest } from '../domain/clock/term-extension.js';
import type { DueDate } from '../domain/due-date.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { caseFor, saveCase } from './records.js';

export interface ExtendJointTerm extends ExtensionRequest {
  readonly caseNumber: string;
}

export interface ExtendedJointTerm {
  readonly noticeNumber: string;
  readonly approvedAt: Instant;
  readonly before: DueDate;
  readonly due: DueDate;
}

/** The head of the government extends the term of the joint handling; the deadlines move with it (许可法 42②). */
export const extendJointTerm =
  (deps: ApprovalDependencies) =>
  ({ caseNumber, days, reason }: ExtendJointTerm, { actor }: Asking): Promise<ExtendedJointTerm> =>
    deps.transact(async (changes) => {
      const of = await caseFor(changes, caseNumber, actor);
      if (actor.kind !== 'person' || !holds(actor, 'government-head')) {
        throw approvalRefusals.refuse('not-the-deciding-agency');
      }
      const approvedAt = deps.now();
      const change = decide(of, { days, reason }, actor, approvedAt, countingOf(deps));
      saveCase(changes, of, change);
      const { joint } = change.state;
      return {
        noticeNumber: joint?.extension?.noticeNumber ?? '',
        approvedAt,
        before: of.joint?.due ?? {},
        due: joint?.due ?? {},
      };
    });
