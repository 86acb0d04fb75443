import { defineCommand } from '../contract.js';
import { Code, OneOf, Text, Whole } from '../fields.js';
import { VERSION_STATUSES } from '../parts/index.js';

export class WithdrawVersionRequest {
  @Code() code!: string;
  /** A version that is published and whose day has not come. */
  @Whole({ min: 1, max: 999_999 }) version!: number;
  @Text({ max: 500 }) reason!: string;
}

export class WithdrawVersionReply {
  @Code() code!: string;
  @Whole({ min: 1 }) version!: number;
  @OneOf(VERSION_STATUSES) status!: (typeof VERSION_STATUSES)[number];
}

export const WithdrawVersionV1 = defineCommand({
  name: 'intake.withdraw-version',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: WithdrawVersionRequest,
  reply: WithdrawVersionReply,
  http: { method: 'POST', path: '/items/{code}/versions/{version}/withdrawal' },
  summary: {
    zh: '撤回已发布、尚未施行的版本',
    en: 'Takes back a published version whose day has not come',
  },
});
