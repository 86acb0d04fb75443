import type { Instant } from '@onewindow/kernel';
import { resubmit } from '../domain/correction.js';
import { followReports } from '../domain/reports.js';
import { instantAfter } from '../domain/terms.js';
import { correctionPolicyOf } from './correction-policy.js';
import { ANSWER_DEADLINE, APPLICATION, CORRECTION_DEADLINE } from './aggregates.js';
import { loadOwn, personOf } from './own-application.js';
import type { Asking, IntakeDependencies } from './ports.js';
import { readReceipts, type SubmitApplication } from './submit-application.js';
import { takeFromLocker } from './take-from-locker.js';

export interface ResubmitApplication extends Pick<
  SubmitApplication,
  'materials' | 'fromLocker' | 'answers'
> {
  readonly applicationId: string;
}

/** The applicant hands in everything that the notice asked for. */
export const resubmitApplication =
  ({ transact, now, receipts, place, calendar, checkAnswers }: IntakeDependencies) =>
  async (
    { applicationId, materials, fromLocker = [], answers }: ResubmitApplication,
    { actor }: Asking,
  ): Promise<{ receivedAt: Instant }> => {
    const uploaded = await readReceipts(receipts, materials);
    return transact(async (changes) => {
      const receivedAt = now();
      const application = await loadOwn(changes, applicationId, actor);
      const by = personOf(actor);
      const taken = await takeFromLocker(changes, fromLocker, by, receivedAt);
      const handedIn = [...uploaded, ...taken];
      const missed = correctionPolicyOf(place);
      const terms = { ...place, missed, calendar: calendar(), checkAnswers };
      const change = followReports(
        resubmit(application, { handedIn, by, ...(answers && { answers }) }, receivedAt, terms),
        receivedAt,
      );
      changes.save(APPLICATION, applicationId, change);
      changes.disarm(APPLICATION, applicationId, CORRECTION_DEADLINE);
      const dueAt = instantAfter(change.state.answerBy);
      if (dueAt !== undefined)
        changes.arm(APPLICATION, applicationId, { kind: ANSWER_DEADLINE, dueAt });
      return { receivedAt };
    });
  };
