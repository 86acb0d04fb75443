import { defineQuery } from '../contract.js';
import { Code, NestedList, Optional } from '../fields.js';
import { AskingItem, MarketService } from './market-parts.js';

export class ListServicesRequest {
  /** Only what this item may ask for. */
  @Optional() @Code() item?: string;
}

export class ServiceOfList extends MarketService {
  /** The items in force that ask for it, as the catalogue has it: what a project may be for. */
  @Optional() @NestedList(() => AskingItem, { atMost: 1000 }) matters?: AskingItem[];
}

export class ListServicesReply {
  @NestedList(() => ServiceOfList, { atMost: 1000 }) services!: ServiceOfList[];
}

export const ListServicesV1 = defineQuery({
  name: 'intermediary-market.list-services',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ListServicesRequest,
  reply: ListServicesReply,
  http: { method: 'GET', path: '/market/services' },
  summary: {
    zh: '中介服务事项清单',
    en: 'The list of mandated reports; what is not on it may not be asked for',
  },
});
