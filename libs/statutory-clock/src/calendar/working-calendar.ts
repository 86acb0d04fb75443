import { yearOf } from '@onewindow/kernel';
import type { LegalDate, Message } from '@onewindow/kernel';
import { clockRefusals } from '../clock-refusals.js';
import { dayNumber, firstDayOfYear, isWeekend, yearOfDay } from './day-number.js';
import type { DayNumber } from './day-number.js';
import { PUBLISHED_YEARS } from './published-years.js';
import type { Holiday, YearTable } from './year-table.js';

/** What a day is to a term, and why. */
export type DayKind =
  | { readonly kind: 'working-day' }
  | { readonly kind: 'make-up-working-day' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: Message }
  | { readonly kind: 'unpublished'; readonly missingYear: number };

const WORKING: DayKind = { kind: 'working-day' };
const MAKE_UP: DayKind = { kind: 'make-up-working-day' };
const WEEKEND: DayKind = { kind: 'weekend' };

/**
 * The working days of the years that were published, and of no other year: a question about an
 * unpublished year is answered with "unpublished" or refused, never with Monday to Friday.
 */
export class WorkingCalendar {
  /** Years and versions it was built from, `2024.1 2025.1 2026.1`: tells whether a derived date is stale. */
  readonly version: string;
  readonly years: readonly number[];
  readonly #tables: ReadonlyMap<number, YearTable>;
  readonly #special: ReadonlyMap<DayNumber, DayKind>;
  readonly #firstDay: DayNumber;
  /** Working days from the first day up to and including each day. */
  readonly #countUpTo: Int32Array;
  readonly #workingDays: Int32Array;
  /** Last and first day of the unbroken run of published years that each day lies in. */
  readonly #runEnd: Int32Array;
  readonly #runStart: Int32Array;

  private constructor(tables: ReadonlyMap<number, YearTable>, region: string) {
    this.#tables = tables;
    this.years = [...tables.keys()].sort((a, b) => a - b);
    this.version = [
      ...this.years.map((year) => `${year}.${tables.get(year)?.version ?? 0}`),
      ...(region === '' ? [] : [`region:${region}`]),
    ].join(' ');
    this.#special = specialDays([...tables.values()], region);

    const first = this.years[0] ?? 1970;
    const last = this.years.at(-1) ?? first - 1;
    this.#firstDay = firstDayOfYear(first);
    const length = firstDayOfYear(last + 1) - this.#firstDay;
    this.#countUpTo = new Int32Array(length);
    this.#runEnd = new Int32Array(length).fill(-1);
    this.#runStart = new Int32Array(length).fill(-1);
    const working: number[] = [];
    for (let at = 0; at < length; at += 1) {
      const kind = this.kindOfDay(this.#firstDay + at).kind;
      if (kind === 'working-day' || kind === 'make-up-working-day')
        working.push(this.#firstDay + at);
      this.#countUpTo[at] = working.length;
    }
    this.#workingDays = Int32Array.from(working);
    this.#markRuns();
  }

  /** Of several tables for one year the highest version counts. `region` adds the days of a region code. */
  static of(tables: readonly YearTable[], region = ''): WorkingCalendar {
    const newest = new Map<number, YearTable>();
    for (const table of tables) {
      if ((newest.get(table.year)?.version ?? -1) < table.version) newest.set(table.year, table);
    }
    return new WorkingCalendar(newest, region);
  }

  /** The national calendar of the years that ship with the platform. */
  static published(): WorkingCalendar {
    return WorkingCalendar.of(PUBLISHED_YEARS);
  }

  table(year: number): YearTable | undefined {
    return this.#tables.get(year);
  }

  isPublished(date: LegalDate): boolean {
    return this.#tables.has(yearOf(date));
  }

  kindOf(date: LegalDate): DayKind {
    return this.kindOfDay(dayNumber(date));
  }

  /** Throws the refusal `calendar-year-not-published`. */
  isWorkingDay(date: LegalDate): boolean {
    const { kind } = this.kindOf(date);
    if (kind === 'unpublished') throw clockRefusals.refuse('calendar-year-not-published');
    return kind === 'working-day' || kind === 'make-up-working-day';
  }

  kindOfDay(day: DayNumber): DayKind {
    const year = yearOfDay(day);
    if (!this.#tables.has(year)) return { kind: 'unpublished', missingYear: year };
    return this.#special.get(day) ?? (isWeekend(day) ? WEEKEND : WORKING);
  }

  /** Last day of the unbroken published run that `day` lies in; before `day` if its year is unpublished. */
  publishedThrough(day: DayNumber): DayNumber {
    return this.#runEnd[day - this.#firstDay] ?? -1;
  }

  /** First day of the unbroken published run that `day` lies in; -1 if its year is unpublished. */
  publishedFrom(day: DayNumber): DayNumber {
    return this.#runStart[day - this.#firstDay] ?? -1;
  }

  /** Working days after `after` up to and including `through`; days of unpublished years count as none. */
  countAfter(after: DayNumber, through: DayNumber): number {
    return through <= after ? 0 : this.#upTo(through) - this.#upTo(after);
  }

  /** The `n`-th known working day after `day`, `n` ≥ 1; the caller compares it with the published run. */
  nthAfter(day: DayNumber, n: number): DayNumber | undefined {
    return this.#workingDays[this.#upTo(day) + n - 1];
  }

  /** The `n`-th known working day at or before `day`, `n` ≥ 1. */
  nthUpTo(day: DayNumber, n: number): DayNumber | undefined {
    return this.#workingDays[this.#upTo(day) - n];
  }

  #upTo(day: DayNumber): number {
    const at = day - this.#firstDay;
    if (at < 0) return 0;
    return this.#countUpTo[at] ?? this.#workingDays.length;
  }

  #markRuns(): void {
    const { length } = this.#countUpTo;
    const published = (at: number) => this.#tables.has(yearOfDay(this.#firstDay + at));
    for (let at = 0, start = -1; at < length; at += 1) {
      const open = published(at);
      if (open && start < 0) start = this.#firstDay + at;
      if (!open) start = -1;
      this.#runStart[at] = start;
    }
    for (let at = length - 1, end = -1; at >= 0; at -= 1) {
      const open = published(at);
      if (open && end < 0) end = this.#firstDay + at;
      if (!open) end = -1;
      this.#runEnd[at] = end;
    }
  }
}

/** A notice may touch the last days of the year before (New Year 2023 began on 2022-12-31), so later years win. */
function specialDays(tables: readonly YearTable[], region: string): Map<DayNumber, DayKind> {
  const special = new Map<DayNumber, DayKind>();
  const mark = (holidays: readonly Holiday[], makeUpWorkdays: readonly LegalDate[]) => {
    for (const { name, from, to } of holidays) {
      for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
        special.set(day, { kind: 'holiday', name });
      }
    }
    for (const date of makeUpWorkdays) special.set(dayNumber(date), MAKE_UP);
  };
  for (const table of [...tables].sort((a, b) => a.year - b.year)) {
    mark(table.holidays, table.makeUpWorkdays);
    for (const days of table.regional ?? []) {
      if (region !== '' && region.startsWith(days.region)) mark(days.holidays, days.makeUpWorkdays);
    }
  }
  return special;
}
