import type { Instant } from '@onewindow/kernel';
import { decline, withdraw } from '../domain/acceptance.js';
import type { NonAcceptance } from '../domain/application.js';
import { missCorrection } from '../domain/missed-correction.js';
import { correctionPolicyOf } from './correction-policy.js';
import { followReports } from '../domain/reports.js';
import { ANSWER_DEADLINE, APPLICATION, CORRECTION_DEADLINE } from './aggregates.js';
import { drawPaperNumber } from './numbering.js';
import { loadForWindow, loadOwn } from './own-application.js';
import type { Asking, DeadlinePassed, IntakeDependencies } from './ports.js';
import { WINDOW } from './window.js';

export interface DeclineApplication extends Omit<NonAcceptance, 'declinedAt'> {
  readonly applicationId: string;
}

export const declineApplication =
  ({ transact, now, numbers }: IntakeDependencies) =>
  (
    { applicationId, ...grounds }: DeclineApplication,
    { actor }: Asking,
  ): Promise<{ noticeNumber: string; declinedAt: Instant }> =>
    transact(async (changes) => {
      const declinedAt = now();
      const application = await loadForWindow(changes, applicationId, actor);
      const number = await drawPaperNumber(numbers, 'non-acceptance-notice', declinedAt);
      const change = decline(application, grounds, { number, issuedBy: WINDOW }, declinedAt);
      changes.save(APPLICATION, application.id, followReports(change, declinedAt));
      for (const kind of [ANSWER_DEADLINE, CORRECTION_DEADLINE])
        changes.disarm(APPLICATION, application.id, kind);
      return { noticeNumber: number, declinedAt };
    });

export const withdrawApplication =
  ({ transact, now }: IntakeDependencies) =>
  (
    { applicationId, reason }: { readonly applicationId: string; readonly reason: string },
    { actor }: Asking,
  ): Promise<{ withdrawnAt: Instant }> =>
    transact(async (changes) => {
      const withdrawnAt = now();
      const application = await loadOwn(changes, applicationId, actor);
      const change = withdraw(application, reason, withdrawnAt);
      changes.save(APPLICATION, applicationId, followReports(change, withdrawnAt));
      for (const kind of [ANSWER_DEADLINE, CORRECTION_DEADLINE])
        changes.disarm(APPLICATION, applicationId, kind);
      return { withdrawnAt };
    });

/** The term for corrections passed; the place's rule says what follows, and its article. */
export const lapseCorrection =
  ({ transact, place, now, numbers }: IntakeDependencies) =>
  ({ applicationId, legal }: DeadlinePassed): Promise<void> =>
    transact(async (changes) => {
      const application = await changes.load(APPLICATION, applicationId);
      const recorded = now();
      const policy = correctionPolicyOf(place);
      const change = missCorrection(application, {
        policy,
        now: recorded,
        ...(policy.consequence === 'refused' && {
          notice: {
            number: await drawPaperNumber(numbers, 'non-acceptance-notice', recorded),
            issuedBy: WINDOW,
          },
        }),
      });
      changes.save(APPLICATION, applicationId, followReports(change, legal));
    });
