import { defineCommand } from '../contract.js';
import { Code, InstantText, NestedList, OneOf, Optional, Text, Uuid } from '../fields.js';

export const FINDING_RESULTS = ['met', 'not-met', 'corrected-on-the-spot'] as const;

export class Finding {
  @Code() point!: string;
  @OneOf(FINDING_RESULTS) result!: (typeof FINDING_RESULTS)[number];
  /** Required unless the point is met: what was found, and what was corrected. */
  @Optional() @Text({ max: 1000 }) remark?: string;
}

export class RecordChecklistRequest {
  @Uuid() inspectionId!: string;
  @Code() item!: string;
  /** Every point of the checklist, once. */
  @NestedList(() => Finding, { atLeast: 1, atMost: 100 }) findings!: Finding[];
}

export class RecordChecklistReply {
  @InstantText() recordedAt!: string;
}

export const RecordChecklistV1 = defineCommand({
  name: 'approval.record-checklist',
  version: 1,
  callers: ['gateway'],
  permitted: ['inspector'],
  request: RecordChecklistRequest,
  reply: RecordChecklistReply,
  http: { method: 'POST', path: '/inspections/{inspectionId}/checklists/{item}' },
  summary: { zh: '填写踏勘检查表', en: 'Fills in the checklist of one item on site' },
});
