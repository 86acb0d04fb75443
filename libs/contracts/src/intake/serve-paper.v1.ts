import { defineCommand } from '../contract.js';
import { InstantText, OneOf, Text, Uuid } from '../fields.js';

export const SERVICE_METHODS = ['electronic', 'window', 'post'] as const;

export class ServePaperRequest {
  @Uuid() applicationId!: string;
  @Text({ max: 60 }) paperNumber!: string;
  @OneOf(['window', 'post']) method!: 'window' | 'post';
  /** Who signed for it. */
  @Text({ max: 100 }) receivedBy!: string;
}

export class ServePaperReply {
  @InstantText() servedAt!: string;
}

export const ServePaperV1 = defineCommand({
  name: 'intake.serve-paper',
  version: 1,
  callers: ['gateway'],
  permitted: ['window-clerk'],
  request: ServePaperRequest,
  reply: ServePaperReply,
  http: { method: 'POST', path: '/applications/{applicationId}/papers/{paperNumber}/service' },
  summary: {
    zh: '登记送达回证',
    en: 'Records the service of a paper on an applicant who is not served electronically',
  },
});
