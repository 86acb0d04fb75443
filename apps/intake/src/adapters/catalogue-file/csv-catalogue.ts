import { unmet } from '../../domain/unmet.js';
import { fieldsOf } from './cells.js';
import { HEADING, RECORDS, type Column, type RecordName } from './columns.js';
import { csvRecords, type CsvRecord } from './csv-records.js';
import type { Entries, Locate } from './entries.js';

interface Row {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  readonly record: RecordName;
  readonly item: string;
  readonly fields: Record<string, unknown>;
}

/** Reads a catalogue as one table: a row an item, and rows below it for its materials, questions and implementations. */
export async function readCsv(text: string, entries: Entries): Promise<void> {
  const rows = await rowsOf(text, entries);
  const below = Map.groupBy(
    rows.filter(({ record }) => record === 'material' || record === 'question'),
    ({ item }) => item,
  );
  for (const row of rows) {
    await entries.breathe();
    if (row.record === 'item') takeItem(row, below.get(row.item) ?? [], entries);
    if (row.record === 'implementation')
      entries.implementation(
        { ...row.fields, item: row.item },
        located(row, RECORDS.implementation),
      );
  }
  const items = new Set(rows.filter(({ record }) => record === 'item').map(({ item }) => item));
  for (const [item, rest] of below)
    if (!items.has(item)) for (const { line } of rest) entries.fault(line, withoutItem(item), item);
}

function takeItem(row: Row, below: readonly Row[], entries: Entries): void {
  const of = (record: RecordName) => below.filter((each) => each.record === record);
  const [materials, questions] = [of('material'), of('question')];
  const value = {
    ...row.fields,
    code: row.item,
    ...(materials.length > 0 && { materials: materials.map(({ fields }) => fields) }),
    ...(questions.length > 0 && { questions: questions.map(({ fields }) => fields) }),
  };
  const own = located(row, RECORDS.item);
  entries.item(value, (path) => {
    const [, list, index, rest] = /^(materials|questions)\.(\d+)\.?(.*)$/.exec(path ?? '') ?? [];
    const inner = (list === 'materials' ? materials : questions)[Number(index)];
    if (list === undefined || inner === undefined) return own(path);
    return located(inner, RECORDS[inner.record])(rest === '' ? undefined : rest);
  });
}

/** A fault is told with the column in which the field stands. */
const located =
  ({ line }: Row, columns: readonly Column[]): Locate =>
  (path) => {
    if (path === undefined) return { row: line };
    const exact = columns.find((each) => each.path === path);
    const inner = columns.find((each) => each.path !== '' && path.startsWith(`${each.path}.`));
    const outer = columns.find((each) => each.path.startsWith(`${path}.`));
    return { row: line, path: (exact ?? inner ?? outer)?.name ?? path };
  };

async function rowsOf(text: string, entries: Entries): Promise<readonly Row[]> {
  const [heading, ...records] = await recordsOf(text, entries);
  if (heading === undefined) return [];
  const names = heading.cells.map((each) => each.trim());
  const missing = ['record', 'item_code'].filter((name) => !names.includes(name));
  for (const name of missing) entries.fault(heading.line, noColumn(name));
  for (const name of names) if (!HEADING.includes(name)) entries.fault(heading.line, strange(name));
  if (missing.length > 0) return [];
  const places = new Map(names.map((name, index) => [name, index]));
  const rows: Row[] = [];
  for (const { line, cells } of records) {
    await entries.breathe();
    if (cells.every((each) => each.trim() === '')) continue;
    if (cells.length !== names.length) {
      entries.fault(line, wrongCount(cells.length, names.length));
      continue;
    }
    const cellOf = (name: string) => cells[places.get(name) ?? -1] ?? '';
    const record = cellOf('record').trim();
    if (!isRecord(record)) {
      entries.fault(line, noRecord(record));
      continue;
    }
    const { fields, faults } = fieldsOf(RECORDS[record], cellOf);
    for (const each of faults) entries.fault(line, each, cellOf('item_code'));
    rows.push({ line, record, item: cellOf('item_code').trim(), fields });
  }
  return rows;
}

const isRecord = (name: string): name is RecordName => Object.hasOwn(RECORDS, name);

async function recordsOf(text: string, entries: Entries): Promise<readonly CsvRecord[]> {
  if (!/\r?\n$/.test(text)) entries.fault(text.split('\n').length, CUT_OFF);
  const reading = await csvRecords(text);
  if ('records' in reading) return reading.records;
  entries.fault(reading.brokenAt, NOT_CSV);
  return [];
}

const CUT_OFF = unmet(
  'file-complete',
  '文件末尾没有换行，可能被截断；请核对最后一行，补上换行后重新上传。',
  'The file does not end with a line break and may be cut off; check its last row and end it with one.',
);

const NOT_CSV = unmet(
  'file-complete',
  '不是完整的 CSV：引号没有成对，请核对引号，或文件是否被截断。',
  'It is not whole CSV: a quote is not closed; check the quotes, and whether the file was cut off.',
);

const noColumn = (name: string) =>
  unmet('column-there', `缺少列“${name}”。`, `The column "${name}" is missing.`, { path: name });

const strange = (name: string) =>
  unmet(
    'column-known',
    `没有名为“${name}”的列，请改正或删去。`,
    `There is no column "${name}"; correct or remove it.`,
    { path: name.slice(0, 80) },
  );

const wrongCount = (found: number, wanted: number) =>
  unmet(
    'row-complete',
    `本行有 ${found} 列，应为 ${wanted} 列，请核对逗号、引号，或文件是否被截断。`,
    `The row has ${found} cells and should have ${wanted}; check commas and quotes, and whether the file was cut off.`,
  );

const noRecord = (record: string) =>
  unmet(
    'record-known',
    `record 应为 ${Object.keys(RECORDS).join('、')} 之一，现为“${record.slice(0, 40)}”。`,
    `record is one of ${Object.keys(RECORDS).join(', ')}, not "${record.slice(0, 40)}".`,
    { path: 'record' },
  );

const withoutItem = (item: string) =>
  unmet(
    'item-in-file',
    `文件中没有事项“${item}”这一行，其材料和问题无处可归。`,
    `The file has no row of the item "${item}" that this belongs to.`,
    { path: 'item_code' },
  );
