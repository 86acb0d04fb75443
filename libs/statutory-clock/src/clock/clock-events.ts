import type { LegalDate } from '@onewindow/kernel';
import type { Approver, ClockRule } from '../law/clock-rule.js';

/** What happened to a clock, in the order in which it was recorded. Plain JSON: services keep it as it is. */
export type ClockEvent =
  | ClockStarted
  | ClockSuspended
  | ClockResumed
  | ClockExtended
  | ClockRestarted
  | ClockMet
  | ClockMissed;

/** The event that the term counts from; its own day is not counted. */
export interface ClockStarted {
  readonly type: 'started';
  readonly on: LegalDate;
}

/** A special procedure began. `from` is the first day that does not count. */
export interface ClockSuspended {
  readonly type: 'suspended';
  readonly procedure: string;
  readonly from: LegalDate;
  /** Number of the written notice to the applicant; without one the clock would not stop (许可法 45). */
  readonly notice: string;
  /** Last day that the notice expects the procedure to take. */
  readonly expectedUntil: LegalDate;
}

/** The procedure of that notice ended. `on` is its last day and still does not count. */
export interface ClockResumed {
  readonly type: 'resumed';
  readonly notice: string;
  readonly on: LegalDate;
}

export interface ClockExtended {
  readonly type: 'extended';
  /** In days of the term. */
  readonly days: number;
  readonly approvedOn: LegalDate;
  readonly approver: Approver;
  /** Told to the applicant (许可法 42). */
  readonly reason: string;
}

/** The term begins anew, as after a review that sent the case back; what was before no longer counts. */
export interface ClockRestarted {
  readonly type: 'restarted';
  readonly on: LegalDate;
  readonly reason: string;
}

/** The act that the term is for was done. */
export interface ClockMet {
  readonly type: 'met';
  readonly on: LegalDate;
}

/** The term passed without the act; recorded after its last day. The act may still be done, late. */
export interface ClockMissed {
  readonly type: 'missed';
  readonly on: LegalDate;
  /** Which of the clocks beside each other; the statutory one when it does not say. */
  readonly basis?: ClockRule['basis'];
}
