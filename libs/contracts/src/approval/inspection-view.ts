import { Code, InstantText, NestedList, OneOf, Optional, Text, Uuid } from '../fields.js';
import { AssignedInspector, ChecklistPoint } from './arrange-inspection.v1.js';
import { FINDING_RESULTS } from './record-checklist.v1.js';
import { INSPECTION_STATUSES } from './sign-checklist.v1.js';

export class FindingView {
  @Code() point!: string;
  @OneOf(FINDING_RESULTS) result!: (typeof FINDING_RESULTS)[number];
  @Optional() @Text({ max: 1000 }) remark?: string;
}

export class SignatureView {
  @Text({ max: 100 }) inspector!: string;
  @InstantText() signedAt!: string;
}

export class ChecklistView {
  @Code() item!: string;
  @NestedList(() => ChecklistPoint) points!: ChecklistPoint[];
  @NestedList(() => FindingView) findings!: FindingView[];
  @NestedList(() => SignatureView) signatures!: SignatureView[];
}

export class InspectionView {
  @Uuid() inspectionId!: string;
  @OneOf(INSPECTION_STATUSES) status!: (typeof INSPECTION_STATUSES)[number];
  @InstantText() scheduledAt!: string;
  @NestedList(() => AssignedInspector) inspectors!: AssignedInspector[];
  @NestedList(() => ChecklistView) checklists!: ChecklistView[];
}
