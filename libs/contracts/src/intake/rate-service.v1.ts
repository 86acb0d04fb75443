import { defineCommand } from '../contract.js';
import { InstantText, Optional, Text, Uuid, Whole } from '../fields.js';

export class RateServiceRequest {
  @Uuid() applicationId!: string;
  /** 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意; 2 and 1 are poor ratings 差评. */
  @Whole({ min: 1, max: 5 }) stars!: number;
  @Optional() @Text({ max: 1000 }) remark?: string;
}

export class RateServiceReply {
  @InstantText() ratedAt!: string;
}

export const RateServiceV1 = defineCommand({
  name: 'intake.rate-service',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant'],
  request: RateServiceRequest,
  reply: RateServiceReply,
  http: { method: 'POST', path: '/applications/{applicationId}/rating' },
  summary: { zh: '好差评（一事一评）', en: 'Rates the service, once for each application' },
});
