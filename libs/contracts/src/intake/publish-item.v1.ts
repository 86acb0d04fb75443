import { defineCommand } from '../contract.js';
import { Code, NestedList, Optional, Whole } from '../fields.js';
import { CatalogueFinding, ServiceItem } from '../parts/index.js';

export class PublishItemRequest extends ServiceItem {}

export class PublishItemReply {
  @Code() code!: string;
  /** 1 for the first publication, one more for each change. */
  @Whole({ min: 1 }) edition!: number;
  /** Where bundles come to ask one thing in two ways by it; the first definition stands there until one is changed. */
  @Optional() @NestedList(() => CatalogueFinding, { atMost: 200 }) notes?: CatalogueFinding[];
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
