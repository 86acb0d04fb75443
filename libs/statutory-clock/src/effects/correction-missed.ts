import type { Message } from '@onewindow/kernel';
import { addDays } from '@onewindow/kernel';
import { passedAt } from './legal-effect.js';
import type { LegalEffect, PassedTerm } from './legal-effect.js';

/** The licensing law is silent on it, so nothing but a reminder follows unless a rule of the place says so. */
export type CorrectionConsequence = 'remind' | 'withdrawn' | 'refused' | 'returned';

/** What a place lets follow, and the article that allows it. */
export interface CorrectionPolicy {
  readonly consequence: CorrectionConsequence;
  readonly article: string;
}

export const REMIND_ONLY: CorrectionPolicy = { consequence: 'remind', article: '行政许可法 32' };

export interface MissedCorrection extends LegalEffect {
  readonly consequence: CorrectionConsequence;
}

const FOLLOWS: Readonly<Record<CorrectionConsequence, Message>> = {
  remind: {
    zh: '补正期限已过，提醒申请人补正；申请仍然有效。',
    en: 'The time for corrections is over: the applicant is reminded; the application stands.',
  },
  withdrawn: {
    zh: '补正期限已过，按当地规定视为撤回申请。',
    en: 'The time for corrections is over: by the rule of the place the application counts as withdrawn.',
  },
  refused: {
    zh: '补正期限已过，按当地规定不予受理。',
    en: 'The time for corrections is over: by the rule of the place the application is not accepted.',
  },
  returned: {
    zh: '补正期限已过，按当地规定退回申请材料。',
    en: 'The time for corrections is over: by the rule of the place the materials are returned.',
  },
};

/** The applicant did not correct in the time that the place gives. `doneOn` is the day of the corrections. */
export function missedCorrection(
  term: PassedTerm,
  { consequence, article }: CorrectionPolicy = REMIND_ONLY,
): MissedCorrection | null {
  const becameSoAt = passedAt(term);
  if (becameSoAt === null || term.due.kind !== 'date') return null;
  return {
    kind: 'correction-missed',
    consequence,
    article,
    becameSoAt,
    countsFrom: addDays(term.due.date, 1),
    follows: FOLLOWS[consequence],
  };
}
