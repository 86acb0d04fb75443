import type { Instant } from '@onewindow/kernel';

export interface Decision {
  readonly number: string;
  readonly outcome: 'granted' | 'refused';
  readonly decidedAt: Instant;
  readonly agency: string;
  readonly agencyName: string;
  readonly reasons: readonly string[];
  /** Under which it was granted. */
  readonly conditions?: readonly string[];
  readonly legalBasis?: readonly string[];
}

export interface Licence {
  readonly number: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly verificationCode: string;
}

/** Where the applicant may turn against a decision, and until when (许可法 38). */
export interface AppealRoutes {
  readonly reconsiderationBody: string;
  readonly reconsiderationTerm: string;
  readonly court: string;
  readonly litigationTerm: string;
}

export interface ItemResult {
  readonly item: string;
  readonly itemName: string;
  readonly decision: Decision;
  readonly appeal?: AppealRoutes;
  readonly licence?: Licence;
}

/** A decision was quashed and has to be made anew, as the bureau tells it. */
export interface ItemReopening {
  readonly item: string;
  readonly quashedDecision: string;
  readonly annulledLicence?: string;
  readonly body: string;
  readonly documentNumber: string;
  readonly effectiveOn: string;
  readonly reopenedAt: Instant;
}

/** An item whose first review was reported to the agency that decides, with everything that was handed in for it (许可法 35). */
export interface HandedUp {
  readonly item: string;
  readonly to: string;
  readonly toName: string;
  readonly at: Instant;
  /** Codes of the materials. */
  readonly materials: readonly string[];
}

/** An item that the applicant took back at the bureau. */
export interface WithdrawnItem {
  readonly item: string;
  readonly withdrawnAt: Instant;
  readonly reason: string;
}
