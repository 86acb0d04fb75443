import { defineQuery } from '../contract.js';
import { Code, NestedList, Optional, Whole } from '../fields.js';
import { DifferenceOfVersions, EditionOfBundle } from '../parts/index.js';

export class ListBundleEditionsRequest {
  @Code() code!: string;
  /** Two editions to compare; absent: the last two. */
  @Optional() @Whole({ min: 1, max: 999_999 }) from?: number;
  @Optional() @Whole({ min: 1, max: 999_999 }) to?: number;
}

export class ListBundleEditionsReply {
  /** Newest first, the last two hundred. */
  @NestedList(() => EditionOfBundle, { atMost: 200 }) editions!: EditionOfBundle[];
  /** The editions that are compared. */
  @Optional() @Whole({ min: 1 }) from?: number;
  @Optional() @Whole({ min: 1 }) to?: number;
  @NestedList(() => DifferenceOfVersions, { atMost: 2000 }) differences!: DifferenceOfVersions[];
}

export const ListBundleEditionsV1 = defineQuery({
  name: 'intake.list-bundle-editions',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ListBundleEditionsRequest,
  reply: ListBundleEditionsReply,
  http: { method: 'GET', path: '/bundles/{code}/editions' },
  summary: {
    zh: '“一件事”的历次版本及两版对比',
    en: 'Lists the editions of a bundle and compares two of them',
  },
});
