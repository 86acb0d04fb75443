/** One place in which two versions differ; a side is absent where the other alone has it. */
export interface Difference {
  /** Dotted path; what has a code is named by it: `materials.kitchen-layout.necessity`. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Fields of the outermost object that differ. */
export function changedFields(before: object, after: object): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter(
    (name) => compare(valueAt(before, name), valueAt(after, name), name).length > 0,
  );
}

/** Everything in which two values differ, in the order of the fields. */
export function compare(before: unknown, after: unknown, path = ''): readonly Difference[] {
  if (Object.is(before, after)) return [];
  const [left, right] = [partsOf(before), partsOf(after)];
  if (left === undefined || right === undefined) {
    return [
      {
        path,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
      },
    ];
  }
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].flatMap((name) =>
    compare(left.get(name), right.get(name), path === '' ? name : `${path}.${name}`),
  );
}

/** What a value is made of, by name; undefined for what has no parts. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const codes = value.map(codeOf);
    const named = codes.every((code) => code !== undefined) && new Set(codes).size === codes.length;
    return new Map(value.map((each, at) => [named ? (codes[at] ?? '') : String(at), each]));
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value).filter(([, each]) => each !== undefined));
}

const codeOf = (value: unknown): string | undefined => {
  const code = typeof value === 'object' && value !== null ? valueAt(value, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
};

const valueAt = (object: object, name: string): unknown =>
  Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
