import type { Instant } from '@onewindow/kernel';
import {
  acceptedBySilence,
  missedCorrection,
  receivedOn,
  type CorrectionPolicy,
  type LegalEffect,
  type MissedCorrection,
} from '@onewindow/statutory-clock';
import type { Application } from './application.js';
import { derivedDate } from './terms.js';

/** What the law has made of a window that did not answer: acceptance since the day of receipt (许可法 32①(四)). */
export const effectOfSilence = (application: Application, now: Instant): LegalEffect | null =>
  application.status === 'submitted'
    ? acceptedBySilence({
        due: derivedDate(application.answerBy),
        doneOn: null,
        now,
        receivedOn: receivedOn(application.receivedAt),
      })
    : null;

/** What a term for corrections that passed has led to; by itself no more than a reminder. */
export const effectOfMissedCorrection = (
  { correction }: Application,
  policy: CorrectionPolicy,
  now: Instant,
): MissedCorrection | null =>
  correction === undefined || correction.correctedAt !== undefined
    ? null
    : missedCorrection({ due: derivedDate(correction.correctBy), doneOn: null, now }, policy);
