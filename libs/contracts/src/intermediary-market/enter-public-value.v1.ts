import { defineCommand } from '../contract.js';
import { InstantText, Text } from '../fields.js';
import { ProjectNumber } from './market-parts.js';

export class EnterPublicValueRequest {
  @ProjectNumber() projectNumber!: string;
  @Text({ max: 300 }) publication!: string;
  @Text({ max: 100 }) issue!: string;
  @Text({ max: 300 }) value!: string;
  /** Where it was read: an address, a page, a broadcast. */
  @Text({ max: 500 }) source!: string;
}

export class EnterPublicValueReply {
  @InstantText() readAt!: string;
}

export const EnterPublicValueV1 = defineCommand({
  name: 'intermediary-market.enter-public-value',
  version: 1,
  callers: ['gateway'],
  permitted: ['market-operator'],
  request: EnterPublicValueRequest,
  reply: EnterPublicValueReply,
  http: { method: 'POST', path: '/market/projects/{projectNumber}/public-value' },
  summary: { zh: '录入公开数值', en: 'One officer enters the public value that the notice names' },
});
