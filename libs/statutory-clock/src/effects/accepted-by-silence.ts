import type { LegalDate } from '@onewindow/kernel';
import { passedAt } from './legal-effect.js';
import type { LegalEffect, PassedTerm } from './legal-effect.js';

export interface SilentIntake extends PassedTerm {
  /** The day the materials were received; `doneOn` is the day of the correction notice or the answer. */
  readonly receivedOn: LegalDate;
  /** An item whose own law says so differently names its article here. */
  readonly article?: string;
}

/** Nobody asked for corrections in time: the application is accepted since the day it was received (许可法 32①(四)). */
export function acceptedBySilence(intake: SilentIntake): LegalEffect | null {
  const becameSoAt = passedAt(intake);
  if (becameSoAt === null) return null;
  const { receivedOn, article = '行政许可法 32①(四)' } = intake;
  return {
    kind: 'accepted-by-silence',
    article,
    becameSoAt,
    countsFrom: receivedOn,
    follows: {
      zh: `逾期未一次告知补正，自收到申请材料之日 ${receivedOn} 起即为受理，决定期限自该日起算，并通报效能监察。`,
      en: `No complete correction notice was given in time: accepted since ${receivedOn}, the day of receipt, from which the term for the decision counts; oversight is told.`,
    },
  };
}
