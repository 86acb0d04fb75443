import type { LegalDate, UnmetRule } from '@onewindow/kernel';
import type { ClockRule } from '../../law/clock-rule.js';
import type { ClockEvent } from '../clock-events.js';
import type { ClockState } from '../derive-clock.js';

export interface Situation<Event extends ClockEvent> {
  readonly rule: ClockRule;
  readonly clock: ClockState;
  readonly event: Event;
}

/** A named requirement of an event; what is said when it is unmet, and when it holds. */
export interface Requirement<Event extends ClockEvent> extends UnmetRule {
  readonly holds: (situation: Situation<Event>) => boolean;
}

/** All that do not hold, not only the first. */
export const unmetOf = <Event extends ClockEvent>(
  requirements: readonly Requirement<Event>[],
  situation: Situation<Event>,
): UnmetRule[] => requirements.flatMap(({ holds, ...unmet }) => (holds(situation) ? [] : [unmet]));

/**
 * Whether the term still runs on a day. Of an open date only the days before its bound are sure; one that was recorded as missed is
 * over, also where a later calendar has its last day later.
 */
export const runsOn = ({ due, missedOn }: ClockState, on: LegalDate): boolean => {
  if (missedOn !== null) return false;
  if (due.kind === 'halted') return true;
  return due.kind === 'date' ? on <= due.date : on < due.notBefore;
};
