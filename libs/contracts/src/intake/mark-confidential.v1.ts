import { defineCommand } from '../contract.js';
import { InstantText, NestedList, Uuid } from '../fields.js';
import { ConfidentialityMark } from '../parts/index.js';

export class MarkConfidentialRequest {
  @Uuid() applicationId!: string;
  /** All that the applicant wants kept from the public, in the place of what was marked before; none: nothing any more. */
  @NestedList(() => ConfidentialityMark, { atMost: 20 }) marks!: ConfidentialityMark[];
}

export class MarkConfidentialReply {
  @InstantText() markedAt!: string;
}

export const MarkConfidentialV1 = defineCommand({
  name: 'intake.mark-confidential',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant'],
  request: MarkConfidentialRequest,
  reply: MarkConfidentialReply,
  http: { method: 'PUT', path: '/applications/{applicationId}/confidentiality' },
  summary: {
    zh: '申请人声明涉及商业秘密或者个人隐私、不宜公开的内容',
    en: 'Says which parts of the decision asked for are a trade secret or private, and why',
  },
});
