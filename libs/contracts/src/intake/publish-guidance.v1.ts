import { defineCommand } from '../contract.js';
import { Code, Optional, Whole } from '../fields.js';
import { GuidanceInFile } from '../parts/index.js';

export class PublishGuidanceRequest extends GuidanceInFile {
  /** The version that the editor saw; 0: there was none. Absent: whatever there was is replaced. */
  @Optional() @Whole() basedOn?: number;
}

export class PublishGuidanceReply {
  @Code() code!: string;
  @Whole({ min: 1 }) version!: number;
}

export const PublishGuidanceV1 = defineCommand({
  name: 'intake.publish-guidance',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: PublishGuidanceRequest,
  reply: PublishGuidanceReply,
  http: { method: 'PUT', path: '/guidance/{code}' },
  summary: {
    zh: '发布或更新情形引导',
    en: 'Publishes the questions that lead to an item or a bundle',
  },
});
