import { defineCommand } from '../contract.js';
import { Code, Whole } from '../fields.js';
import { ServiceItem } from '../parts/index.js';

export class PublishItemRequest extends ServiceItem {}

export class PublishItemReply {
  @Code() code!: string;
  /** 1 for the first publication, one more for each change. */
  @Whole({ min: 1 }) edition!: number;
}

export const PublishItemV1 = defineCommand({
  name: 'intake.publish-item',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: PublishItemRequest,
  reply: PublishItemReply,
  http: { method: 'PUT', path: '/items/{code}' },
  summary: { zh: '发布或更新政务服务事项', en: 'Publishes a service item or a new edition of it' },
});
