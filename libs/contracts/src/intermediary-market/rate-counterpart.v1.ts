import { defineCommand } from '../contract.js';
import { InstantText } from '../fields.js';
import { MarketRating, ProjectNumber } from './market-parts.js';

export class RateCounterpartRequest extends MarketRating {
  @ProjectNumber() projectNumber!: string;
}

export class RateCounterpartReply {
  @InstantText() ratedAt!: string;
}

export const RateCounterpartV1 = defineCommand({
  name: 'intermediary-market.rate-counterpart',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant', 'intermediary'],
  request: RateCounterpartRequest,
  reply: RateCounterpartReply,
  http: { method: 'POST', path: '/market/projects/{projectNumber}/ratings' },
  summary: { zh: '双向评价', en: 'Owner and agency rate each other, once each' },
});
