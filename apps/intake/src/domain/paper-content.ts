import type { Instant } from '@onewindow/kernel';
import type { WireDate } from './terms.js';

/** What a notice of the bureau says beyond its number: intake learns it with the news that it is about. */
export type NoticeParticulars =
  | {
      readonly kind: 'special-procedure-notice';
      readonly procedure: string;
      readonly reason: string;
      readonly from: string;
      readonly expectedWorkingDays: number;
    }
  | {
      readonly kind: 'term-extension-notice';
      readonly days: number;
      readonly unit: string;
      readonly reason: string;
      readonly approver: string;
      readonly source: string;
      readonly before: WireDate;
      readonly due: WireDate;
    };

/** What a paper says, by its kind; a kind is also the series that its number is of. */
export type PaperBody =
  | NoticeParticulars
  /** A notice whose particulars were not told. */
  | { readonly kind: 'notice' }
  | {
      readonly kind: 'acceptance-receipt';
      readonly caseNumber: string;
      readonly acceptedAt: Instant;
      readonly by: 'clerk' | 'silence';
      readonly article?: string;
      readonly materials: readonly string[];
      readonly terms: readonly {
        readonly itemName: string;
        readonly statutory: WireDate;
        readonly promised?: WireDate;
      }[];
    }
  | {
      readonly kind: 'correction-notice';
      readonly remarks: readonly {
        readonly material: string;
        readonly problem: 'missing' | 'wrong';
        readonly explanation: string;
      }[];
      /** What was filled in wrongly, by the names of the form. */
      readonly answers?: readonly { readonly field: string; readonly explanation: string }[];
      readonly correctBy: WireDate;
    }
  | {
      readonly kind: 'non-acceptance-notice';
      readonly ground: 'no-permit-needed' | 'not-competent' | 'not-corrected';
      readonly reasons: readonly string[];
      readonly competentAuthority?: string;
    }
  | {
      readonly kind: 'decision-granted' | 'decision-refused';
      readonly decidedAt: Instant;
      readonly reasons: readonly string[];
      readonly legalBasis?: readonly string[];
      readonly conditions?: readonly string[];
      readonly appeal?: {
        readonly reconsiderationBody: string;
        readonly reconsiderationTerm: string;
        readonly court: string;
        readonly litigationTerm: string;
      };
    }
  | {
      readonly kind: 'licence';
      readonly name: string;
      readonly licenceNumber: string;
      readonly validFrom: string;
      readonly validUntil?: string;
    };

/** What a paper says, as it was when it was issued: nothing that happens later changes it. */
export interface PaperContent {
  readonly applicationNumber: string;
  readonly caseNumber?: string;
  readonly holder: { readonly name: string; readonly creditCode: string };
  readonly premises: { readonly name: string; readonly address: string };
  readonly item?: { readonly code: string; readonly name: string };
  readonly body: PaperBody;
  /** Set on a paper that takes the place of another one whose text had a clerical error. */
  readonly corrects?: CorrectedPaper;
}

/** Which paper was corrected, where, and why. */
export interface CorrectedPaper {
  readonly number: string;
  readonly reason: string;
  readonly changes: readonly {
    readonly field: string;
    readonly before: string;
    readonly after: string;
  }[];
}
