import type { CaseStatus } from '../domain/case/case-lifecycle.js';
import type { Case } from '../domain/case/case.js';
import type { Consultation } from '../domain/consultation/consultation.js';
import type { Handover } from '../domain/handover/handover.js';
import type { Inspection } from '../domain/inspection/inspection.js';
import type { Licence } from '../domain/licence/licence.js';
import type { Officer } from '../domain/officers/officer.js';
import type { Track } from '../domain/track/track.js';
import type { Visibility } from '../domain/case/visible-to.js';

/** Everything that hangs together by one case, as of one moment. */
export interface CaseFile {
  readonly of: Case;
  /** In the order of the application. */
  readonly tracks: readonly Track[];
  /** Oldest first, as are the handovers. */
  readonly inspections: readonly Inspection[];
  readonly handovers: readonly Handover[];
  readonly consultations?: readonly Consultation[];
  readonly licences: readonly Licence[];
  /** What the guard rests on for whoever looks; absent where nobody was named. */
  readonly acting?: ActingFacts;
}

/** The officer who looks, as of the same moment as the case. */
export interface ActingFacts {
  readonly officer: Officer | null;
  /** Who delegated something to the officer, whether or not it is in force. */
  readonly delegators: readonly Officer[];
  /** Agencies of the case that publish their officers. */
  readonly published: readonly string[];
}

export interface CaseQuery {
  readonly visibility: Visibility;
  readonly status?: CaseStatus;
  readonly agency?: string;
  readonly text?: string;
}

export interface CaseLine {
  readonly caseNumber: string;
  readonly status: CaseStatus;
  readonly applicantName: string;
  readonly acceptedAt: string;
  readonly nextDue?: string;
}

/** A part of a list, and how many there are in all of it. */
export interface CasePage {
  readonly lines: readonly CaseLine[];
  readonly total: number;
}

/** Where a list goes on: behind this case. */
export interface Place {
  readonly acceptedAt: string;
  readonly caseNumber: string;
}

/** What the views read. */
export interface ApprovalRecords {
  /** The case alone, in one look whether or not it is there. */
  case(caseNumber: string): Promise<Case | undefined>;
  /** `account`: who looks and might act. */
  caseFile(caseNumber: string, account?: string): Promise<CaseFile | undefined>;
  /** Newest first. */
  cases(query: CaseQuery, limit: number, after?: Place): Promise<CasePage>;
  licence(number: string): Promise<Licence | undefined>;
}
