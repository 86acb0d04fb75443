import { defineCommand } from '../contract.js';
import { Code, Whole } from '../fields.js';
import { MarketService } from './market-parts.js';

export class PublishServiceRequest extends MarketService {}

export class PublishServiceReply {
  @Code() code!: string;
  @Whole({ min: 1 }) edition!: number;
}

export const PublishServiceV1 = defineCommand({
  name: 'intermediary-market.publish-service',
  version: 1,
  callers: ['gateway'],
  permitted: ['market-operator'],
  request: PublishServiceRequest,
  reply: PublishServiceReply,
  http: { method: 'PUT', path: '/market/services/{code}' },
  summary: {
    zh: '发布中介服务事项',
    en: "Puts a mandated report on the city's list, or a new edition of it",
  },
});
