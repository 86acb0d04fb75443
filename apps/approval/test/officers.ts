import type { LegalDate } from '@onewindow/kernel';
import type { WorkRules } from '../src/domain/officers/assigning.js';
import type { KindOfAct } from '../src/domain/officers/authorisation.js';
import type { Officer } from '../src/domain/officers/officer.js';

export const WORK_RULES: WorkRules = {
  claimByActing: true,
  quashedByAnother: true,
  mattersInARow: 3,
  monthsWithAnItem: 0,
  weight: { usual: 1, siteVisit: 2 },
};

export const competentFor = (acts: readonly KindOfAct[], items?: readonly string[]) => ({
  acts,
  ...(items && { items }),
  since: '2026-01-05' as LegalDate,
});

/** An officer of the bureau in post who may review every item. */
export const anOfficerInPost = (account: string, changes: Partial<Officer> = {}): Officer => ({
  account,
  name: `${account} of bureau`,
  agency: 'bureau',
  status: 'in-post',
  competences: [competentFor(['review'])],
  authorisations: [],
  leaves: [],
  relations: [],
  ...changes,
});
