import { aggregateKind, type Instant } from '@onewindow/kernel';
import type { InspectionStatus } from './inspection-lifecycle.js';

/** One joint inspection 联合踏勘 of several items of a case. Plain JSON. */
export interface Inspection {
  readonly inspectionId: string;
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly status: InspectionStatus;
  readonly scheduledAt: Instant;
  readonly arrangedBy: string;
  readonly inspectors: readonly Inspector[];
  readonly checklists: readonly Checklist[];
  readonly completedAt?: Instant;
}

export interface Inspector {
  /** Account of the inspector. */
  readonly inspector: string;
  readonly name: string;
  readonly agency: string;
}

export interface ChecklistPoint {
  readonly point: string;
  readonly requirement: string;
}

/** One item's checklist: its agency's inspectors fill it in, and each of them signs it. */
export interface Checklist {
  readonly item: string;
  readonly agency: string;
  readonly points: readonly ChecklistPoint[];
  readonly findings: readonly Finding[];
  readonly recordedBy?: string;
  readonly signatures: readonly Signature[];
}

export type FindingResult = 'met' | 'not-met' | 'corrected-on-the-spot';

export interface Finding {
  readonly point: string;
  readonly result: FindingResult;
  readonly remark?: string;
}

export interface Signature {
  readonly inspector: string;
  readonly signedAt: Instant;
}

export type InspectionEvent =
  | {
      readonly type: 'inspection-arranged';
      readonly items: readonly string[];
      readonly scheduledAt: Instant;
      readonly inspectors: readonly Inspector[];
    }
  | {
      readonly type: 'checklist-recorded';
      readonly item: string;
      readonly findings: readonly Finding[];
    }
  | { readonly type: 'checklist-signed'; readonly item: string; readonly signature: Signature }
  | { readonly type: 'inspection-completed'; readonly completedAt: Instant };

export const inspectionKind = aggregateKind<Inspection, InspectionEvent>('inspection');

/** Who has to sign the checklists of an agency. */
export const inspectorsOf = (inspection: Inspection, agency: string): readonly Inspector[] =>
  inspection.inspectors.filter((each) => each.agency === agency);

/** Values that occur more than once, each once. */
export const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];
