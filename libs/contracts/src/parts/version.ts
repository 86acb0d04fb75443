import { DateOnly, InstantText, OneOf, Optional, Text, Whole } from '../fields.js';

export const VERSION_STATUSES = ['published', 'in-force', 'retired', 'withdrawn'] as const;

/** A published version of an item; its content is never changed. */
export class VersionOfItem {
  @Whole({ min: 1 }) version!: number;
  @OneOf(VERSION_STATUSES) status!: (typeof VERSION_STATUSES)[number];
  @DateOnly() inForceFrom!: string;
  @Optional() @InstantText() inForceSince?: string;
  @Optional() @InstantText() retiredAt?: string;
  @Optional() @Text({ max: 500 }) retiredBecause?: string;
  /** When it was taken back before its day, and why. */
  @Optional() @InstantText() withdrawnAt?: string;
  @Optional() @Text({ max: 500 }) withdrawnBecause?: string;
  @InstantText() publishedAt!: string;
}

/** One place in which two versions differ; a side is absent where the other alone has it. */
export class DifferenceOfVersions {
  /** Dotted path; what has a code is named by it: `materials.kitchen-layout.necessity`. */
  @Text({ max: 300 }) path!: string;
  /** As JSON. */
  @Optional() @Text({ max: 20_000 }) before?: string;
  @Optional() @Text({ max: 20_000 }) after?: string;
}
