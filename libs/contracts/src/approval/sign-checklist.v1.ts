import { defineCommand } from '../contract.js';
import { Code, InstantText, OneOf, Uuid } from '../fields.js';

export const INSPECTION_STATUSES = ['arranged', 'under-way', 'completed'] as const;

export class SignChecklistRequest {
  @Uuid() inspectionId!: string;
  @Code() item!: string;
}

export class SignChecklistReply {
  @InstantText() signedAt!: string;
  /** Completed with the last signature of the last checklist. */
  @OneOf(INSPECTION_STATUSES) inspectionStatus!: (typeof INSPECTION_STATUSES)[number];
}

export const SignChecklistV1 = defineCommand({
  name: 'approval.sign-checklist',
  version: 1,
  callers: ['gateway'],
  permitted: ['inspector'],
  request: SignChecklistRequest,
  reply: SignChecklistReply,
  http: { method: 'POST', path: '/inspections/{inspectionId}/checklists/{item}/signatures' },
  summary: {
    zh: '踏勘人员签字',
    en: 'Signs a filled-in checklist; every assigned inspector of the agency signs',
  },
});
