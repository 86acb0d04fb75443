import { defineCommand } from '../contract.js';
import { CaseNumber, Code, Codes, InstantText, NestedList, Text, Uuid } from '../fields.js';

export class AssignedInspector {
  /** Account of the inspector. */
  @Text({ max: 100 }) inspector!: string;
  @Text({ max: 100 }) name!: string;
  @Code() agency!: string;
}

export class ChecklistPoint {
  @Code() point!: string;
  @Text({ max: 500 }) requirement!: string;
}

export class ChecklistOfItem {
  @Code() item!: string;
  @NestedList(() => ChecklistPoint, { atLeast: 1, atMost: 100 }) points!: ChecklistPoint[];
}

export class ArrangeInspectionRequest {
  @CaseNumber() caseNumber!: string;
  /** Tracks that are inspected together 联合踏勘. */
  @Codes({ atMost: 30 }) items!: string[];
  @InstantText() scheduledAt!: string;
  /** At least two for each agency that takes part (许可法 34). */
  @NestedList(() => AssignedInspector, { atLeast: 2, atMost: 50 }) inspectors!: AssignedInspector[];
  @NestedList(() => ChecklistOfItem, { atLeast: 1, atMost: 30 }) checklists!: ChecklistOfItem[];
}

export class ArrangeInspectionReply {
  @Uuid() inspectionId!: string;
}

export const ArrangeInspectionV1 = defineCommand({
  name: 'approval.arrange-inspection',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver'],
  request: ArrangeInspectionRequest,
  reply: ArrangeInspectionReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/inspections' },
  summary: { zh: '安排联合踏勘', en: 'Arranges one joint inspection for several tracks' },
});
