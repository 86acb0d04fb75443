import { DateOnly, Dates, Nested, NestedList, Optional, Text, Whole } from '../fields.js';

/** The notice that a calendar was taken from. */
export class CalendarNotice {
  @Text({ max: 300 }) title!: string;
  /** Document number 发文字号: `国办发明电〔2025〕7号`. */
  @Text({ max: 100 }) documentNumber!: string;
  @Optional() @DateOnly() issuedOn?: string;
}

export class HolidayName {
  @Text({ max: 100 }) zh!: string;
  @Text({ max: 100 }) en!: string;
}

/** A run of days without work, both ends included. */
export class OfficialHoliday {
  @Nested(() => HolidayName) name!: HolidayName;
  @DateOnly() from!: string;
  @DateOnly() to!: string;
}

/** Days that only one region observes 地方性假日, under the region's own document. */
export class RegionalDays {
  /** A region code of GB/T 2260, or its first two or four digits for all of a province or a prefecture. */
  @Text({ min: 2, max: 6 }) region!: string;
  @Nested(() => CalendarNotice) source!: CalendarNotice;
  @NestedList(() => OfficialHoliday, { atMost: 60 }) holidays!: OfficialHoliday[];
  @Dates() makeUpWorkdays!: string[];
}

/** The working calendar of one year, as its notice has it; a later notice replaces it as a whole. */
export class YearCalendar {
  @Whole({ min: 1949, max: 2999 }) year!: number;
  @Nested(() => CalendarNotice) source!: CalendarNotice;
  @NestedList(() => OfficialHoliday, { atLeast: 1, atMost: 60 }) holidays!: OfficialHoliday[];
  /** Weekend days that are worked in exchange 调休上班日. */
  @Dates() makeUpWorkdays!: string[];
  /** Working days of the whole year without regional days: a check on the typing of the dates. */
  @Whole({ min: 1, max: 366 }) workingDayCount!: number;
  @Optional() @NestedList(() => RegionalDays, { atMost: 100 }) regional?: RegionalDays[];
}

/** Which notice, and the how-manieth that came for its year. */
export class CalendarEdition {
  @Whole({ min: 1949, max: 2999 }) year!: number;
  @Whole({ min: 1, max: 9999 }) edition!: number;
  @Text({ max: 100 }) documentNumber!: string;
}
