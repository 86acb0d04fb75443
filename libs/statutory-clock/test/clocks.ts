import { legalDate } from '@onewindow/kernel';
import type { LegalDate } from '@onewindow/kernel';
import { STATUTORY, WorkingCalendar, deriveClock } from '../src/index.js';
import type { ClockEvent, ClockRule, ClockState } from '../src/index.js';

export const calendar = WorkingCalendar.published();
export const d = (text: string): LegalDate => legalDate(text);

/** The decision clock of a case accepted on Monday 2026-03-02, due on 2026-03-30. */
export const START: ClockEvent = { type: 'started', on: d('2026-03-02') };

export const aSuspension = (
  changes: Partial<Extract<ClockEvent, { type: 'suspended' }>> = {},
): ClockEvent => ({
  type: 'suspended',
  procedure: 'expert-review',
  from: d('2026-03-09'),
  notice: 'N-1',
  expectedUntil: d('2026-03-13'),
  ...changes,
});

export const aResumption = (on: string, notice = 'N-1'): ClockEvent => ({
  type: 'resumed',
  notice,
  on: d(on),
});

export const anExtension = (
  changes: Partial<Extract<ClockEvent, { type: 'extended' }>> = {},
): ClockEvent => ({
  type: 'extended',
  days: 10,
  approvedOn: d('2026-03-30'),
  approver: 'agency-head',
  reason: 'The survey has to be repeated.',
  ...changes,
});

export const derived = (
  events: readonly ClockEvent[],
  rule: ClockRule = STATUTORY.decision,
): ClockState => deriveClock(rule, [START, ...events], calendar);
