import type { LegalDate, Message } from '@onewindow/kernel';

/** The notice that a table was taken from. */
export interface CalendarSource {
  readonly title: string;
  /** Document number 发文字号: `国办发明电〔2024〕12号`. */
  readonly documentNumber: string;
  readonly issuedOn?: LegalDate;
}

/** A run of days without work, both ends included. */
export interface Holiday {
  readonly name: Message;
  readonly from: LegalDate;
  readonly to: LegalDate;
}

/** Days that only one region observes 地方性假日, under the region's own document. */
export interface RegionalDays {
  /** Prefix of the six-digit region code: `45` is all of Guangxi. */
  readonly region: string;
  readonly source: CalendarSource;
  readonly holidays: readonly Holiday[];
  readonly makeUpWorkdays: readonly LegalDate[];
}

/** The working calendar of one year as it was published: plain data, replaced as a whole by a higher version. */
export interface YearTable {
  readonly year: number;
  readonly version: number;
  readonly source: CalendarSource;
  readonly holidays: readonly Holiday[];
  /** Weekend days that are worked in exchange 调休上班日. */
  readonly makeUpWorkdays: readonly LegalDate[];
  /** Working days of the whole year without regional days: a check on the typing of the table. */
  readonly workingDayCount: number;
  readonly regional?: readonly RegionalDays[];
}
