import type { AnswerRemark, CorrectionRemark } from '../domain/application.js';
import { requestCorrection as decide } from '../domain/correction.js';
import { followReports } from '../domain/reports.js';
import { instantAfter, type WireDate } from '../domain/terms.js';
import { ANSWER_DEADLINE, APPLICATION, CORRECTION_DEADLINE } from './aggregates.js';
import { drawPaperNumber } from './numbering.js';
import { loadForWindow } from './own-application.js';
import { WINDOW } from './window.js';
import type { Asking, IntakeDependencies } from './ports.js';

export interface RequestCorrection {
  readonly applicationId: string;
  readonly remarks: readonly CorrectionRemark[];
  /** What is wrong in the form. */
  readonly answers?: readonly AnswerRemark[];
}

/** The clerk sends a filing back, once and completely (许可法 32(四)); how long the applicant has is the place's rule. */
export const requestCorrection =
  ({ transact, now, numbers, place, calendar }: IntakeDependencies) =>
  (
    { applicationId, remarks, answers = [] }: RequestCorrection,
    { actor }: Asking,
  ): Promise<{ noticeNumber: string; correctBy: WireDate }> =>
    transact(async (changes) => {
      const at = now();
      const application = await loadForWindow(changes, applicationId, actor);
      const noticeNumber = await drawPaperNumber(numbers, 'correction-notice', at);
      const terms = { ...place, calendar: calendar() };
      const request = { remarks, answers, noticeNumber, issuedBy: WINDOW };
      const change = followReports(decide(application, request, at, terms), at);
      changes.save(APPLICATION, applicationId, change);
      changes.disarm(APPLICATION, applicationId, ANSWER_DEADLINE);
      const correctBy = change.state.correction?.correctBy ?? {};
      const dueAt = instantAfter(correctBy);
      if (dueAt !== undefined)
        changes.arm(APPLICATION, applicationId, { kind: CORRECTION_DEADLINE, dueAt });
      return { noticeNumber, correctBy };
    });
