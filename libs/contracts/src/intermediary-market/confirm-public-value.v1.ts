import { defineCommand } from '../contract.js';
import { InstantText, Nested, Sha256, Text } from '../fields.js';
import { MarketOrganisation, ProjectNumber } from './market-parts.js';

export class ConfirmPublicValueRequest {
  @ProjectNumber() projectNumber!: string;
  @Text({ max: 300 }) value!: string;
}

export class ConfirmPublicValueReply {
  @Nested(() => MarketOrganisation) agency!: MarketOrganisation;
  @InstantText() drawnAt!: string;
  /** Of the draw file. */
  @Sha256() drawHash!: string;
}

export const ConfirmPublicValueV1 = defineCommand({
  name: 'intermediary-market.confirm-public-value',
  version: 1,
  callers: ['gateway'],
  permitted: ['market-operator'],
  request: ConfirmPublicValueRequest,
  reply: ConfirmPublicValueReply,
  http: { method: 'POST', path: '/market/projects/{projectNumber}/draw' },
  summary: {
    zh: '复核公开数值并抽取',
    en: 'Another officer reads the value again and enters it; where both agree, the draw and the award follow at once',
  },
});
