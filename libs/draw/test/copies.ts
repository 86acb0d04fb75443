import type { DrawFile } from '../src/index.js';

type Mutable<Value> = Value extends string | number
  ? Value
  : { -readonly [Field in keyof Value]: Mutable<Value[Field]> };

export type OpenFile = Mutable<DrawFile>;

/** A copy that a forger may write on. */
export function altered(file: DrawFile, alter: (copy: OpenFile) => void): unknown {
  const copy = structuredClone(file) as OpenFile;
  alter(copy);
  return copy;
}

/** Every value of a document that is no object, by its path. */
export function leavesOf(value: unknown, path: readonly (string | number)[] = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([field, each]) => leavesOf(each, [...path, field]));
}

export interface Leaf {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** The document with another value at a path; `undefined` removes the field. */
export function withValueAt(
  document: unknown,
  path: readonly (string | number)[],
  value: unknown,
): unknown {
  const copy = structuredClone(document) as Record<string | number, unknown>;
  const parent = path
    .slice(0, -1)
    .reduce((at, field) => at[field] as Record<string | number, unknown>, copy);
  const last = path.at(-1)!;
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy;
}
