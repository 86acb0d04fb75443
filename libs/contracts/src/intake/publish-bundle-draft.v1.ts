import { defineCommand } from '../contract.js';
import { Code, Whole } from '../fields.js';
import { PublishBundleReply } from './publish-bundle.v1.js';

export class PublishBundleDraftRequest {
  @Code() code!: string;
  /** The revision that was approved. */
  @Whole({ min: 1, max: 999_999 }) revision!: number;
}

export class PublishBundleDraftReply extends PublishBundleReply {}

export const PublishBundleDraftV1 = defineCommand({
  name: 'intake.publish-bundle-draft',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: PublishBundleDraftRequest,
  reply: PublishBundleDraftReply,
  http: { method: 'POST', path: '/bundles/{code}/draft/publication' },
  summary: {
    zh: '发布审核通过的“一件事”草稿',
    en: 'Publishes a reviewed draft as the next edition of a bundle',
  },
});
