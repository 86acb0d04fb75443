import { defineQuery } from '../contract.js';
import { NestedList, OneOf, Optional, Text, Whole } from '../fields.js';
import { Page } from '../parts/index.js';
import { AGENCY_STATUSES } from './find-agency.v1.js';
import { MarketOrganisation } from './market-parts.js';

export class ListAgenciesRequest extends Page {
  /** Part of the name. */
  @Optional() @Text({ max: 100 }) text?: string;
}

export class AgencyRow extends MarketOrganisation {
  @OneOf(AGENCY_STATUSES) status!: (typeof AGENCY_STATUSES)[number];
}

export class ListAgenciesReply {
  @NestedList(() => AgencyRow, { atMost: 200 }) agencies!: AgencyRow[];
  /** Counted up to 1000: with 1000 there are at least as many. */
  @Whole() total!: number;
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListAgenciesV1 = defineQuery({
  name: 'intermediary-market.list-agencies',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ListAgenciesRequest,
  reply: ListAgenciesReply,
  http: { method: 'GET', path: '/market/agencies' },
  summary: { zh: '中介机构名录', en: 'Lists the agencies of the market by name' },
});
