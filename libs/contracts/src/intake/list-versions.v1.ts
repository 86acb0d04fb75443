import { defineQuery } from '../contract.js';
import { Code, NestedList, Optional, Whole } from '../fields.js';
import { DifferenceOfVersions, VersionOfItem } from '../parts/index.js';

export class ListVersionsRequest {
  @Code() code!: string;
  /** Two versions to compare; absent: the last two that were published. */
  @Optional() @Whole({ min: 1 }) from?: number;
  @Optional() @Whole({ min: 1 }) to?: number;
}

export class ListVersionsReply {
  /** Newest first, the last two hundred. */
  @NestedList(() => VersionOfItem, { atMost: 200 }) versions!: VersionOfItem[];
  /** The versions that are compared. */
  @Optional() @Whole({ min: 1 }) from?: number;
  @Optional() @Whole({ min: 1 }) to?: number;
  @NestedList(() => DifferenceOfVersions, { atMost: 2000 }) differences!: DifferenceOfVersions[];
}

export const ListVersionsV1 = defineQuery({
  name: 'intake.list-versions',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ListVersionsRequest,
  reply: ListVersionsReply,
  http: { method: 'GET', path: '/items/{code}/versions' },
  summary: {
    zh: '事项的历次版本及两版对比',
    en: 'Lists the versions of a service item and compares two of them',
  },
});
