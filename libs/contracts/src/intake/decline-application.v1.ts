import { defineCommand } from '../contract.js';
import { InstantText, OneOf, Optional, Text, Texts, Uuid } from '../fields.js';

/** 许可法 32(一): no permit is needed; 32(二): not this agency's; and an application that was not corrected. */
export const NON_ACCEPTANCE_GROUNDS = [
  'no-permit-needed',
  'not-competent',
  'not-corrected',
] as const;

export class DeclineApplicationRequest {
  @Uuid() applicationId!: string;
  @OneOf(NON_ACCEPTANCE_GROUNDS) ground!: (typeof NON_ACCEPTANCE_GROUNDS)[number];
  @Texts({ atLeast: 1, atMost: 20, max: 1000 }) reasons!: string[];
  /** Where to apply instead; required when this window is not competent (许可法 32(二)). */
  @Optional() @Text({ max: 200 }) competentAuthority?: string;
}

export class DeclineApplicationReply {
  @Text({ max: 60 }) noticeNumber!: string;
  @InstantText() declinedAt!: string;
}

export const DeclineApplicationV1 = defineCommand({
  name: 'intake.decline-application',
  version: 1,
  callers: ['gateway'],
  permitted: ['window-clerk'],
  request: DeclineApplicationRequest,
  reply: DeclineApplicationReply,
  http: { method: 'POST', path: '/applications/{applicationId}/non-acceptance' },
  summary: { zh: '不予受理', en: 'Declines to accept an application, in writing and with reasons' },
});
