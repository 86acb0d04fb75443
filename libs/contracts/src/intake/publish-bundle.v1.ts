import { defineCommand } from '../contract.js';
import { Code, Codes, OneOf, Optional, Text, Whole } from '../fields.js';
import { BUNDLE_HANDLINGS } from '../parts/index.js';

export class PublishBundleRequest {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  /** Items of the bundle; all of them must be published. */
  @Codes({ atLeast: 2, atMost: 30 }) items!: string[];
  /** Items inspected together on site. */
  @Codes({ atLeast: 0, atMost: 30 }) jointInspection!: string[];
  /** Absent: side by side, each item on its own term. */
  @Optional() @OneOf(BUNDLE_HANDLINGS) handling?: (typeof BUNDLE_HANDLINGS)[number];
}

export class PublishBundleReply {
  @Code() code!: string;
  @Whole({ min: 1 }) edition!: number;
}

export const PublishBundleV1 = defineCommand({
  name: 'intake.publish-bundle',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: PublishBundleRequest,
  reply: PublishBundleReply,
  http: { method: 'PUT', path: '/bundles/{code}' },
  summary: {
    zh: '发布或更新“一件事”',
    en: 'Publishes a bundle of items that are one thing to the applicant',
  },
});
