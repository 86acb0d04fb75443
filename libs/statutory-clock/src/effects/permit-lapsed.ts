import { addDays } from '@onewindow/kernel';
import { passedAt } from './legal-effect.js';
import type { LegalEffect, PassedTerm } from './legal-effect.js';

/** A permit that its law lets lapse when it is not used in time (建筑法 9: three months). `doneOn` is the first use. */
export function permitLapsed(use: PassedTerm, article: string): LegalEffect | null {
  const becameSoAt = passedAt(use);
  if (becameSoAt === null || use.due.kind !== 'date') return null;
  return {
    kind: 'permit-lapsed',
    article,
    becameSoAt,
    countsFrom: addDays(use.due.date, 1),
    follows: {
      zh: `至 ${use.due.date} 仍未使用该许可，许可自行失效，不需另作决定。`,
      en: `The permit was not used by ${use.due.date}: it has lapsed by itself, without a decision.`,
    },
  };
}
