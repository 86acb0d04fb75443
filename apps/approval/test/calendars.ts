import { goldenSample } from '@onewindow/contracts/documents';
import { legalDate } from '@onewindow/kernel';
import {
  PUBLISHED_YEARS,
  readYearTable,
  WorkingCalendar,
  type YearTable,
} from '@onewindow/statutory-clock';
import type { Counting } from '../src/domain/track/track-clock.js';
import { counting } from './fixtures.js';

/** The reason that a date moved in the specs. */
export const NOTICE = [{ year: 2026, edition: 2, documentNumber: '国办发明电〔2026〕3号' }];

const published = (year: number): YearTable => {
  const table = PUBLISHED_YEARS.find((each) => each.year === year);
  if (table === undefined) throw new RangeError(`${year} is not published`);
  return table;
};

/** 2026 with these days off besides. */
export const withDaysOff = (...days: string[]): Counting => countingBy(amended2026(days));

const amended2026 = (days: readonly string[]): readonly YearTable[] => {
  const table = published(2026);
  const more = days.map((day) => ({
    name: { zh: '日', en: 'day' },
    from: legalDate(day),
    to: legalDate(day),
  }));
  const amended = { ...table, version: 2, holidays: [...table.holidays, ...more] };
  return PUBLISHED_YEARS.map((each) => (each.year === 2026 ? amended : each));
};

/** As after the notice of 2027, made up for the specs, with days off in 2026 besides. */
export const with2027 = (...daysOff2026: string[]): Counting => {
  const notice = goldenSample('intake.publish-calendar.v1')?.request;
  const tables = daysOff2026.length === 0 ? PUBLISHED_YEARS : amended2026(daysOff2026);
  return countingBy([...tables, readYearTable({ ...notice, version: 1 })]);
};

/** As before the notice of that year. */
export const without = (year: number): Counting =>
  countingBy(PUBLISHED_YEARS.filter((each) => each.year !== year));

const countingBy = (tables: readonly YearTable[]): Counting => ({
  ...counting,
  calendar: WorkingCalendar.of(tables),
});
