import { FIRST_LIST, INSERTS, PARAMETERS, UPDATES } from './commit-units.js';
import { literal } from './script-text.js';
import { CHANCE, NUMBER, SERIAL, type UnitTemplate } from './unit-template.js';

/** For each case of a call: the ends of its ids, of its numbers, and of its callers' keys. */
export const VARIABLES = ['s', 'n', 'r'] as const;

/** The type of each parameter of the commit function. */
const TYPES = ['int[]', 'text[]', 'text[]', 'int[]', ...Array<string>(10).fill('json')];

/**
 * One call of the commit function for this many cases that are at the same step. The texts are the recorded ones; what is new in
 * each case comes from the script's variables `s1`, `n1`, `r1`, `s2`, …
 */
export function commitCall(template: UnitTemplate, copies: number): string {
  const units = Array.from({ length: copies }, (_, unit) => unit);
  const rows = units.flatMap((unit) => template.rows.map((row) => ({ ...row, unit })));
  const texts: (string | null)[] = [
    arrayText(rows.map(({ unit }) => String(unit))),
    arrayText(rows.map(({ kind }) => kind)),
    arrayText(rows.map(({ id, unit }) => placed(id, unit))),
    arrayText(rows.map(({ expected }) => (expected === null ? null : String(expected)))),
  ];
  for (const [at, writes] of [
    [UPDATES, template.updates],
    [INSERTS, template.inserts],
  ] as const) {
    texts[at] = objectText(writes, units);
  }
  for (let at = FIRST_LIST; at < PARAMETERS; at += 1) {
    texts[at] = listText(template.lists[at] ?? [], units);
  }
  const variables = units.flatMap((unit) => VARIABLES.map((name) => `${name}${unit + 1}`));
  const given = variables.map((name) => `:${name}::text as ${name}`).join(', ');
  const values = texts.map((text, at) => valueOf(text, TYPES[at] ?? 'json', variables));
  return `select unit, outcome, answer, request_hash from (select ${given}) v, journal_commit(${values.join(', ')});`;
}

/** A format of PostgreSQL's `format()` where something has to be put in, a constant elsewhere. */
function valueOf(text: string | null, type: string, variables: readonly string[]): string {
  if (text === null) return `null::${type}`;
  if (!text.includes('%')) return `${literal(text)}::${type}`;
  if (!/%\d/.test(text.replaceAll('%%', ''))) {
    return `${literal(text.replaceAll('%%', '%'))}::${type}`;
  }
  return `format(${literal(text)}, ${variables.join(', ')})::${type}`;
}

const listText = (elements: readonly string[], units: readonly number[]): string | null =>
  elements.length === 0
    ? null
    : `[${units.flatMap((unit) => elements.map((each) => numbered(each, unit))).join(',')}]`;

function objectText(
  writes: Readonly<Record<string, readonly string[]>>,
  units: readonly number[],
): string | null {
  const kinds = Object.entries(writes).map(
    ([kind, elements]) => `${JSON.stringify(kind)}:${listText(elements, units) ?? '[]'}`,
  );
  return kinds.length === 0 ? null : `{${kinds.join(',')}}`;
}

const numbered = (text: string, unit: number): string =>
  `{"unit":${unit},${placed(text, unit).slice(1)}`;

const placed = (text: string, unit: number): string =>
  text
    .replaceAll('%', '%%')
    .replaceAll(SERIAL, `%${3 * unit + 1}$s`)
    .replaceAll(NUMBER, `%${3 * unit + 2}$s`)
    .replaceAll(CHANCE, `%${3 * unit + 3}$s`);

const arrayText = (elements: readonly (string | null)[]): string =>
  `{${elements.map((each) => (each === null ? 'NULL' : `"${each.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`)).join(',')}}`;
