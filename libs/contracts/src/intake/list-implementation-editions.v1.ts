import { defineQuery } from '../contract.js';
import {
  Code,
  DateOnly,
  DistrictCode,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Whole,
} from '../fields.js';
import { DifferenceOfVersions, ImplementationOfItem, VERSION_STATUSES } from '../parts/index.js';

export class EditionOfImplementation {
  @Whole({ min: 1 }) edition!: number;
  @OneOf(VERSION_STATUSES) status!: (typeof VERSION_STATUSES)[number];
  @DateOnly() inForceFrom!: string;
  @Optional() @InstantText() inForceSince?: string;
  @Optional() @InstantText() retiredAt?: string;
  @Optional() @Text({ max: 500 }) retiredBecause?: string;
  /** Why the district handles the item no more from then on. */
  @Optional() @Text({ max: 500 }) ended?: string;
  @InstantText() publishedAt!: string;
}

export class ListImplementationEditionsRequest {
  @Code() item!: string;
  @DistrictCode() district!: string;
  /** Two editions to compare; absent: the last two that were published. */
  @Optional() @Whole({ min: 1, max: 999_999 }) from?: number;
  @Optional() @Whole({ min: 1, max: 999_999 }) to?: number;
}

export class ListImplementationEditionsReply {
  /** Newest first, the last two hundred. */
  @NestedList(() => EditionOfImplementation, { atMost: 200 }) editions!: EditionOfImplementation[];
  /** What the latest of them says, to be edited; absent where it ended. */
  @Optional() @Nested(() => ImplementationOfItem) latest?: ImplementationOfItem;
  /** The editions that are compared. */
  @Optional() @Whole({ min: 1 }) from?: number;
  @Optional() @Whole({ min: 1 }) to?: number;
  @NestedList(() => DifferenceOfVersions, { atMost: 2000 }) differences!: DifferenceOfVersions[];
}

export const ListImplementationEditionsV1 = defineQuery({
  name: 'intake.list-implementation-editions',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ListImplementationEditionsRequest,
  reply: ListImplementationEditionsReply,
  http: { method: 'GET', path: '/items/{item}/implementations/{district}/editions' },
  summary: {
    zh: '事项在一地的历次实施清单及两版对比',
    en: 'Lists the editions of how a district handles an item and compares two of them',
  },
});
