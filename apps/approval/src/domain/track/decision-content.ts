import type { Outcome } from '../parties.js';
import type { Requirement } from '../requirement.js';

/** What a decision says: what is drafted, reviewed and signed. */
export interface DecisionContent {
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly legalBasis: readonly string[];
  /** Under which a permit is granted 附条件准予. */
  readonly conditions?: readonly string[];
}

/** Only what a decision says, in one shape, whatever it came with: this is what is hashed. */
export const contentOf = ({
  outcome,
  reasons,
  legalBasis,
  conditions = [],
}: DecisionContent): DecisionContent => ({ outcome, reasons, legalBasis, conditions });

const isGiven = (texts: readonly string[]): boolean => texts.some((each) => each.trim() !== '');

/** What every decision has to say, when it is drafted as when it is made (许可法 38). */
export const contentRequirements: readonly Requirement<DecisionContent>[] = [
  {
    rule: 'refusal-gives-reasons',
    path: 'reasons',
    source: '行政许可法 38',
    message: {
      zh: '不予许可须说明理由，请逐条填写。',
      en: 'A refusal has to state its reasons; enter each of them.',
    },
    holds: ({ outcome, reasons }) => outcome !== 'refused' || isGiven(reasons),
  },
  {
    rule: 'legal-basis-given',
    path: 'legalBasis',
    source: '行政许可法 38',
    message: {
      zh: '请填写决定所依据的条款。',
      en: 'Enter the provisions that the decision rests on.',
    },
    holds: ({ legalBasis }) => isGiven(legalBasis),
  },
  {
    rule: 'conditions-of-a-grant',
    path: 'conditions',
    message: {
      zh: '只有准予许可可以附条件，不予许可请删去条件。',
      en: 'Only a grant has conditions; leave them out of a refusal.',
    },
    holds: ({ outcome, conditions = [] }) => outcome === 'granted' || !isGiven(conditions),
  },
];
