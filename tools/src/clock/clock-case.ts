import type { LegalDate, Message } from '@onewindow/kernel';
import type { Anchor, DayTerm, Exclusion, Interval, Term } from '@onewindow/statutory-clock';

/** A suspension of a case. One that the applicant was not told of in writing stops nothing (许可法 45). */
export interface CaseSuspension extends Interval {
  readonly exclusion: Exclusion;
  readonly notified: boolean;
}

export interface CaseExtension {
  readonly days: number;
  readonly approver?: Message;
}

interface Named {
  readonly id: string | null;
  readonly article: string;
  readonly deemedAccepted?: LegalDate;
}

/** A term counted forward from an event. `term` is without the extension. */
export interface ForwardCase extends Named {
  readonly kind: 'forward';
  readonly start: LegalDate;
  readonly term: Term;
  readonly extension: CaseExtension | null;
  readonly suspensions: readonly CaseSuspension[];
}

/** The latest day for an act that must leave a term before an expiry or a hearing. */
export interface BackwardCase extends Named {
  readonly kind: 'backward';
  readonly anchorDate: LegalDate;
  readonly anchor: Anchor;
  readonly term: DayTerm;
}

/** A decision that is due when a licence expires, whatever day that is (许可法 50②). */
export interface ExpiryCase extends Named {
  readonly kind: 'until-expiry';
  readonly start: LegalDate;
  readonly expiry: LegalDate;
}

export type ClockCase = ForwardCase | BackwardCase | ExpiryCase;
