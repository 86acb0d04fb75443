import { counted } from './counted.js';
import type { GuidanceWords } from './zh-guidance.js';

export const enGuidance: GuidanceWords = {
  title: 'A few questions first',
  lead: 'You need not sign in and your answers are kept nowhere; whoever gets this address sees the same answers.',
  step: (number) => `Question ${number}`,
  next: 'Next question',
  back: 'Question before',
  again: 'Start again',
  choose: 'Choose one.',
  chooseSome: 'Choose at least one.',
  typeNumber: 'Give a number.',
  between: (least, most) => `Give a number from ${least} to ${most}.`,
  several: 'You can choose several.',
  number: (unit) => `A number, in ${unit}`,
  given: 'Your answers',
  change: 'Change',
  changeAnswer: (question) => `Change the answer to: ${question}`,
  none: 'Not answered',
  eligible: 'You can apply',
  notEligible: 'You cannot apply yet',
  reasons: 'Why',
  items: 'What to apply for',
  noItems: 'There is nothing to apply for.',
  byLaw: (days) => `${days} by law`,
  promised: (days) => `${days} promised`,
  materials: (count) => `What to prepare (${counted(count, 'material')})`,
  noMaterials: 'There is nothing to prepare.',
  costs: 'Cost',
  free: 'Free of charge',
  charged: 'There is a fee',
  notOffered: 'Needed as well, but not offered here yet',
  toGuide: 'Read the guide and begin',
  arrived: (isEligible) =>
    isEligible
      ? 'The result is there: you can apply.'
      : 'The result is there: you cannot apply yet.',
};
