import { isLegalDate, refuseWhenUnmet } from '@onewindow/kernel';
import type { LegalDate, Message, UnmetRule } from '@onewindow/kernel';
import { clockRefusals } from '../clock-refusals.js';
import { unmetByTable } from './year-table-requirements.js';
import type { CalendarSource, Holiday, RegionalDays, YearTable } from './year-table.js';

/**
 * Reads a calendar that an administrator loads. Throws the refusal `calendar-not-acceptable` with
 * everything that is wrong: its shape, and what its dates contradict as far as they can be read.
 */
export function readYearTable(input: unknown): YearTable {
  const { table, unmet } = yearTableReading(input);
  refuseWhenUnmet(unmet, (all) => clockRefusals.refuse('calendar-not-acceptable', all));
  return table;
}

/** The same without throwing: what was read, and everything that is wrong with it. */
export function yearTableReading(input: unknown): {
  readonly table: YearTable;
  readonly unmet: readonly UnmetRule[];
} {
  const shape: UnmetRule[] = [];
  const table = new Shape(input, '', shape).yearTable();
  return { table, unmet: [...shape, ...unmetByTable(table, shape.length === 0)] };
}

/** Walks an unknown value and notes every field that has the wrong shape. */
class Shape {
  constructor(
    private readonly value: unknown,
    private readonly path: string,
    private readonly unmet: UnmetRule[],
  ) {}

  yearTable(): YearTable {
    const regional = this.at('regional');
    return {
      year: this.at('year').wholeNumber(1949, 2999),
      version: this.at('version').wholeNumber(1, 9999),
      source: this.at('source').source(),
      holidays: this.at('holidays').list((each) => each.holiday()),
      makeUpWorkdays: this.at('makeUpWorkdays').list((each) => each.date()),
      workingDayCount: this.at('workingDayCount').wholeNumber(1, 366),
      ...(regional.value === undefined ? {} : { regional: regional.list((each) => each.region()) }),
    };
  }

  private region(): RegionalDays {
    return {
      region: this.at('region').matching(/^\d{2,6}$/),
      source: this.at('source').source(),
      holidays: this.at('holidays').list((each) => each.holiday()),
      makeUpWorkdays: this.at('makeUpWorkdays').list((each) => each.date()),
    };
  }

  private source(): CalendarSource {
    const issuedOn = this.at('issuedOn');
    return {
      title: this.at('title').text(),
      documentNumber: this.at('documentNumber').text(),
      ...(issuedOn.value === undefined ? {} : { issuedOn: issuedOn.date() }),
    };
  }

  private holiday(): Holiday {
    return {
      name: this.at('name').message(),
      from: this.at('from').date(),
      to: this.at('to').date(),
    };
  }

  private message(): Message {
    return { zh: this.at('zh').text(), en: this.at('en').text() };
  }

  private text(): string {
    return this.matching(/\S/);
  }

  private matching(pattern: RegExp): string {
    if (typeof this.value === 'string' && pattern.test(this.value)) return this.value;
    this.note('text-given', '须填写文字。', 'must be a text in the expected form.');
    return '';
  }

  private date(): LegalDate {
    if (typeof this.value === 'string' && isLegalDate(this.value)) return this.value;
    this.note(
      'date-exists',
      '须是存在的日期（年-月-日）。',
      'must be a date that exists, YYYY-MM-DD.',
    );
    return '' as LegalDate;
  }

  private wholeNumber(least: number, most: number): number {
    const { value } = this;
    if (typeof value === 'number' && Number.isInteger(value) && least <= value && value <= most) {
      return value;
    }
    const bounds = `${least}–${most}`;
    this.note('whole-number', `须是整数（${bounds}）。`, `must be a whole number (${bounds}).`);
    return least;
  }

  private list<Item>(read: (each: Shape) => Item): Item[] {
    if (Array.isArray(this.value)) {
      return this.value.map((each, at) => read(new Shape(each, `${this.path}.${at}`, this.unmet)));
    }
    this.note('list-given', '须是列表。', 'must be a list.');
    return [];
  }

  private at(field: string): Shape {
    const { value } = this;
    const inner: unknown =
      typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
    return new Shape(inner, this.path === '' ? field : `${this.path}.${field}`, this.unmet);
  }

  private note(rule: string, zh: string, en: string): void {
    const message = { zh: `“${this.path}”${zh}`, en: `"${this.path}" ${en}` };
    this.unmet.push({ rule, path: this.path, message });
  }
}
