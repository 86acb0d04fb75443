import { legalDateAt, type Instant } from '@onewindow/kernel';
import type { Officer } from './officer.js';

/** First and last day of a leave are part of it. */
export const isOnLeave = ({ leaves }: Pick<Officer, 'leaves'>, now: Instant): boolean => {
  const today = legalDateAt(now);
  return leaves.some(({ from, until }) => from <= today && today <= until);
};
