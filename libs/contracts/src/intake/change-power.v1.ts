import { defineCommand } from '../contract.js';
import { Code, DateOnly, OneOf, Optional, Text, Whole } from '../fields.js';

export const POWER_CHANGES = ['transfer', 'delegate', 'undertake', 'cancel'] as const;

export class ChangePowerRequest {
  /** Code of the item. */
  @Code() code!: string;
  /** 划转 to the bureau, 下放 to a lower level, 承接 from a higher one, or 取消. */
  @OneOf(POWER_CHANGES) kind!: (typeof POWER_CHANGES)[number];
  /** The first day on which it holds. */
  @DateOnly() effectiveOn!: string;
  /** The act that orders it, with its number. */
  @Text({ max: 300 }) basis!: string;
  /** The agency that decides from then on; of everything but a cancellation. */
  @Optional() @Code() agency?: string;
  @Optional() @Text({ max: 200 }) agencyName?: string;
  /** Who goes on supervising; absent: who did, else the agency that decided until then. */
  @Optional() @Code() supervisingDepartment?: string;
}

export class ChangePowerReply {
  @Code() code!: string;
  @DateOnly() effectiveOn!: string;
  /** The version that holds from then on; absent where the item ends. */
  @Optional() @Whole({ min: 1 }) version?: number;
}

export const ChangePowerV1 = defineCommand({
  name: 'intake.change-power',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: ChangePowerRequest,
  reply: ChangePowerReply,
  http: { method: 'POST', path: '/items/{code}/power-changes' },
  summary: {
    zh: '权力事项划转、下放、承接、取消',
    en: 'Transfers, delegates, undertakes or cancels the power behind an item, from a day on',
  },
});
