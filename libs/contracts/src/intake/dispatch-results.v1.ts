import { defineCommand } from '../contract.js';
import { InstantText, OneOf, Text, Texts, Uuid } from '../fields.js';

/** By post the results are on their way, and are served once the receipt is recorded. */
export const DISPATCH_METHODS = ['electronic', 'window', 'post'] as const;

export class DispatchResultsRequest {
  @Uuid() applicationId!: string;
  @OneOf(DISPATCH_METHODS) method!: (typeof DISPATCH_METHODS)[number];
  @Text({ max: 100 }) receivedBy!: string;
}

export class DispatchResultsReply {
  @InstantText() dispatchedAt!: string;
  /** Numbers of the decisions and licences handed out together 一并出件. */
  @Texts({ atMost: 100, max: 60 }) papers!: string[];
}

export const DispatchResultsV1 = defineCommand({
  name: 'intake.dispatch-results',
  version: 1,
  callers: ['gateway'],
  permitted: ['window-clerk'],
  request: DispatchResultsRequest,
  reply: DispatchResultsReply,
  http: { method: 'POST', path: '/applications/{applicationId}/dispatch' },
  summary: { zh: '统一出件', en: 'Hands out all results of an application at once' },
});
