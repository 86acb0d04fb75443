import type { Requirement } from '../requirement.js';
import type { DecisionContent } from './draft.js';

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
