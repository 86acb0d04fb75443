import { defineQuery } from '../contract.js';
import { Code, Optional, Whole } from '../fields.js';
import { GuidanceInFile } from '../parts/index.js';

export class FindGuidanceRequest {
  /** As a rule the code of the item or the bundle that it leads to. */
  @Code() code!: string;
  /** An earlier version; absent: the one that leads now. */
  @Optional() @Whole({ min: 1 }) version?: number;
}

export class FindGuidanceReply extends GuidanceInFile {
  @Whole({ min: 1 }) version!: number;
}

export const FindGuidanceV1 = defineQuery({
  name: 'intake.find-guidance',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FindGuidanceRequest,
  reply: FindGuidanceReply,
  http: { method: 'GET', path: '/guidance/{code}' },
  summary: { zh: '查看情形引导', en: 'Shows the questions that lead to an item or a bundle' },
});
