import { Refused, Unreachable } from './failures.js';

const MOST_REPEATS = 2;

/** Only what may go better the next time is asked again. */
export function isWorthRepeating(repeated: number, error: Error): boolean {
  if (repeated >= MOST_REPEATS) return false;
  return error instanceof Unreachable || (error instanceof Refused && error.isPassing);
}
