import type { UnmetRule } from '@onewindow/kernel';
import { depthOf } from './decoded-text.js';
import { unmet } from '../../domain/unmet.js';
import type { CellKind, Column } from './columns.js';
import { exclusionLines, exclusionsIn } from './exclusion-lines.js';

type Fields = Record<string, unknown>;

/** A spreadsheet runs what begins so; an apostrophe before it makes it text, and is taken off again on the way in. */
const FORMULA = /^[=+\-@\t\r]/;

export const defused = (text: string): string =>
  FORMULA.test(text) || /^'[=+\-@\t\r]/.test(text) ? `'${text}` : text;

const plain = (cell: string): string => (/^''?[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** The fields that a row of cells holds, and what could not be read of it. */
export function fieldsOf(
  columns: readonly Column[],
  cellOf: (name: string) => string,
): { readonly fields: Fields; readonly faults: readonly UnmetRule[] } {
  const faults: UnmetRule[] = [];
  const fields: Fields = {};
  for (const { name, path, kind } of columns) {
    const cell = plain(cellOf(name)).trim();
    if (cell === '') continue;
    const value = valueOf(kind, cell);
    if (value === undefined) faults.push(unreadable(name, kind));
    else if (path === '') Object.assign(fields, value);
    else put(fields, path.split('.'), value);
  }
  return { fields, faults };
}

function valueOf(kind: CellKind, cell: string): unknown {
  if (typeof kind === 'object') return kind[cell] ?? kind[cell.padStart(2, '0')];
  if (kind === 'lines')
    return cell
      .split(/\r?\n/)
      .map((each) => each.trim())
      .filter(Boolean);
  if (kind === 'exclusions') return exclusionsIn(cell);
  if (kind === 'whole') return /^-?\d{1,9}$/.test(cell) ? Number(cell) : undefined;
  if (kind === 'flag') return { '1': true, '0': false, 是: true, 否: false }[cell];
  return kind === 'json' ? objectOf(cell) : cell;
}

const DEEPEST = 16;

function objectOf(cell: string): unknown {
  if (depthOf(cell) > DEEPEST) return undefined;
  try {
    const value: unknown = JSON.parse(cell);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function put(fields: Fields, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    fields[name] = value;
    return;
  }
  const inner = (fields[name] ??= {}) as Fields;
  put(inner, rest, value);
}

/** The cells of an object, by column; what no column holds goes into the last one as JSON. */
export function cellsOf(
  columns: readonly Column[],
  object: Fields,
): Readonly<Record<string, string>> {
  const rest = structuredClone(object);
  const cells = columns
    .filter(({ path }) => path !== '')
    .map(({ name, path, kind }) => [name, cellOf(kind, taken(rest, path.split('.')))] as const);
  const left = Object.fromEntries(Object.entries(rest).filter(([, each]) => !isEmpty(each)));
  const other = Object.keys(left).length === 0 ? '' : JSON.stringify(left);
  const holdsOthers = columns.some(({ path }) => path === '');
  return Object.fromEntries([...cells, ...(holdsOthers ? [['other_fields', other] as const] : [])]);
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 0);

function taken(fields: Fields, [name = '', ...rest]: readonly string[]): unknown {
  const value = fields[name];
  if (rest.length > 0)
    return typeof value === 'object' && value !== null ? taken(value as Fields, rest) : undefined;
  Reflect.deleteProperty(fields, name);
  return value;
}

function cellOf(kind: CellKind, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof kind === 'object')
    return Object.entries(kind).find(([, meaning]) => meaning === value)?.[0] ?? '';
  if (kind === 'exclusions')
    return defused(exclusionLines(value as Parameters<typeof exclusionLines>[0]));
  if (Array.isArray(value)) return defused(value.join('\n'));
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'string' || typeof value === 'number' ? defused(String(value)) : '';
}

const unreadable = (column: string, kind: CellKind): UnmetRule => {
  const { zh, en } = EXPECTED[typeof kind === 'object' ? 'code' : kind] ?? EXPECTED.text;
  const codes = typeof kind === 'object' ? `: ${Object.keys(kind).join(', ')}` : '';
  return unmet('cell-readable', `应为${zh}${codes}。`, `Expected: ${en}${codes}.`, {
    path: column,
  });
};

const EXPECTED: Readonly<Record<string, { zh: string; en: string }>> & {
  readonly text: { zh: string; en: string };
} = {
  text: { zh: '文字', en: 'text' },
  exclusions: {
    zh: '每行一项“程序代码|名称|条款”',
    en: 'one exclusion a line: procedure|name|article',
  },
  whole: { zh: '整数', en: 'a whole number' },
  flag: { zh: '1（是）或 0（否）', en: '1 (yes) or 0 (no)' },
  json: { zh: `不超过${DEEPEST}层的 JSON 对象`, en: `a JSON object of at most ${DEEPEST} levels` },
  code: { zh: '下列代码之一', en: 'one of these codes' },
};
