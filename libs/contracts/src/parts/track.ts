import { Code, DateOnly, Flag, Nested, NestedList, Optional, Text, Whole } from '../fields.js';
import { LapseOfItem, TermOfItem, WarningsOfItem } from './item.js';
import { HeldMaterial } from './material.js';

/** What approval needs to know of an accepted item: it keeps no catalogue of its own. */
export class AcceptedItem {
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Code() agency!: string;
  @Text({ max: 200 }) agencyName!: string;
  @Optional() @Code() supervisingDepartment?: string;
  @Nested(() => TermOfItem) statutoryTerm!: TermOfItem;
  @Optional() @Nested(() => TermOfItem) promisedTerm?: TermOfItem;
  @Optional() @Nested(() => WarningsOfItem) warnings?: WarningsOfItem;
  @Flag() siteVisit!: boolean;
  @Text({ max: 200 }) resultName!: string;
  @Optional() @Whole({ min: 1, max: 50 }) validityYears?: number;
  @Optional() @Nested(() => LapseOfItem) lapse?: LapseOfItem;
  @NestedList(() => HeldMaterial, { atMost: 50 }) materials!: HeldMaterial[];
}

/** A date the law attaches to something. Without `due` it is open: the calendar of `missingYear` is not published yet. */
export class DueDate {
  /** The clock stands still since that day; `due` is where the term ends if the procedure ends as announced. */
  @Optional() @DateOnly() haltedSince?: string;
  @Optional() @DateOnly() due?: string;
  @Optional() @DateOnly() notBefore?: string;
  @Optional() @Whole({ min: 2000, max: 2200 }) missingYear?: number;
}

/** The last day of each appeal route (行政复议法 20, 行政诉讼法 46). */
export class AppealUntil {
  @Nested(() => DueDate) reconsideration!: DueDate;
  @Nested(() => DueDate) litigation!: DueDate;
}

export class TrackDue {
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Code() agency!: string;
  @Nested(() => DueDate) statutory!: DueDate;
  @Optional() @Nested(() => DueDate) promised?: DueDate;
}
