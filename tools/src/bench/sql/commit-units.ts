import type { LoggedStatement } from './postgres-log.js';

/** One row that a unit of work locks. */
export interface LockedRow {
  readonly kind: string;
  readonly id: string;
  readonly expected: number | null;
}

/** One unit of work as the commit function was given it, without its number in the statement. */
export interface CommitUnit {
  readonly rows: readonly LockedRow[];
  /** By kind of aggregate. */
  readonly updates: Readonly<Record<string, readonly object[]>>;
  readonly inserts: Readonly<Record<string, readonly object[]>>;
  /** By the position of the list among the parameters, from 6 for the entries. */
  readonly lists: Readonly<Record<number, readonly object[]>>;
}

export const UPDATES = 4;
export const INSERTS = 5;
export const FIRST_LIST = 6;
export const PARAMETERS = 14;
/** The list of the commands' receipts. */
export const RECEIPTS = 7;

export const isCommit = ({ text }: LoggedStatement): boolean =>
  text.includes('from journal_commit(');

type Numbered = object & { readonly unit: number };

/** Takes a logged call of the commit function apart into its independent units. */
export function unitsOf({ parameters }: LoggedStatement): CommitUnit[] {
  if (parameters.length !== PARAMETERS) {
    throw new TypeError(`the commit function was called with ${parameters.length} parameters`);
  }
  const json = (at: number): unknown => JSON.parse(parameters[at] ?? 'null');
  const rows = rowsIn(parameters);
  const writes = (at: number) => (json(at) ?? {}) as Record<string, Numbered[]>;
  const lists = Array.from({ length: PARAMETERS - FIRST_LIST }, (_, index) => {
    const at = FIRST_LIST + index;
    return [at, (json(at) ?? []) as Numbered[]] as const;
  });
  const [updates, inserts] = [writes(UPDATES), writes(INSERTS)];
  const all = [
    ...rows,
    ...[...Object.values(updates), ...Object.values(inserts)].flat(),
    ...lists.flatMap(([, elements]) => elements),
  ];
  const count = Math.max(-1, ...all.map(({ unit }) => unit)) + 1;
  return Array.from({ length: count }, (_, unit) => ({
    rows: ofUnit(rows, unit) as unknown as LockedRow[],
    updates: byKind(updates, unit),
    inserts: byKind(inserts, unit),
    lists: Object.fromEntries(
      lists.flatMap(([at, elements]) => {
        const own = ofUnit(elements, unit);
        return own.length === 0 ? [] : [[at, own]];
      }),
    ),
  }));
}

function rowsIn([units, kinds, ids, expected]: LoggedStatement['parameters']): (Numbered &
  LockedRow)[] {
  const columns = [units, kinds, ids, expected].map((each) => arrayIn(each ?? '{}'));
  return (columns[0] ?? []).map((unit, index) => {
    const at = (column: number) => columns[column]?.[index] ?? null;
    const version = at(3);
    return {
      unit: Number(unit),
      kind: at(1) ?? '',
      id: at(2) ?? '',
      expected: version === null ? null : Number(version),
    };
  });
}

const byKind = (writes: Readonly<Record<string, Numbered[]>>, unit: number) =>
  Object.fromEntries(
    Object.entries(writes).flatMap(([kind, elements]) => {
      const own = ofUnit(elements, unit);
      return own.length === 0 ? [] : [[kind, own]];
    }),
  );

const ofUnit = (elements: readonly Numbered[], unit: number): object[] =>
  elements
    .filter((each) => each.unit === unit)
    .map((each) => Object.fromEntries(Object.entries(each).filter(([name]) => name !== 'unit')));

/** The elements of an array as PostgreSQL writes one of one dimension; null is NULL. */
export function arrayIn(text: string): (string | null)[] {
  const elements = text.slice(1, -1).matchAll(/(?:"((?:[^"\\]|\\.)*)"|([^,]+))(?:,|$)/gs);
  return [...elements].map(([, quoted, bare]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/gs, '$1');
    return bare === 'NULL' ? null : (bare ?? null);
  });
}
