import { shapeOf, type Field, type PayloadClass } from '@onewindow/contracts';

export type Fields = Readonly<Record<string, unknown>>;

/** Values of every form that the contracts know; a field takes the first that meets all its rules. */
const VALUES: readonly unknown[] = [
  'a-sample',
  '00000000-0000-4000-8000-000000000001',
  '379900-20260427-999999',
  '2026-04-27',
  '2026-04-27T01:10:00.000Z',
  '379900',
  '91371500MA9YXW1T5X',
  '123456789012',
  '1234567890123456789012345678901',
  'a'.repeat(64),
  1,
  2026,
  true,
];

/** A request that its contract accepts: every required field and, on demand, the optional ones too. */
export function sampleOf(type: PayloadClass, optional: 'with-optional' | 'required-only'): Fields {
  const { fields } = shapeOf(type);
  return Object.fromEntries(
    fields
      .filter((field) => optional === 'with-optional' || !field.optional)
      .map((field) => [field.name, valueOf(type, field, optional)]),
  );
}

function valueOf(
  type: PayloadClass,
  field: Field,
  optional: 'with-optional' | 'required-only',
): unknown {
  const isList = field.checks.some(({ name }) => name === 'isArray');
  if (field.nested !== undefined) {
    const one = sampleOf(field.nested.type, optional);
    return field.nested.forEach ? Array.from({ length: leastOf(field) }, () => one) : one;
  }
  const ofEntry = field.checks.filter(({ forEach }) => forEach === isList);
  const candidates = [...choicesOf(field), ...VALUES];
  const value = candidates.find((each) => ofEntry.every((check) => check.passes(each)));
  if (value === undefined) throw new TypeError(`${type.name}.${field.name}: no sample meets it`);
  return isList ? Array.from({ length: leastOf(field) }, () => value) : value;
}

/** One entry at least, so that the fields of the entries are there to be spoilt. */
export function leastOf(field: Field): number {
  const least = field.checks.find(({ name }) => name === 'arrayMinSize')?.arguments[0];
  return Math.max(1, typeof least === 'number' ? least : 1);
}

const choicesOf = (field: Field): readonly unknown[] => {
  const choices = field.checks.find(({ name }) => name === 'isIn')?.arguments[0];
  return Array.isArray(choices) ? (choices as unknown[]) : [];
};

/** Another request of the same contract: one value differs and all rules still hold; undefined where nothing can differ. */
export function anotherRequest(
  type: PayloadClass,
  request: Fields,
  changeable: (name: string) => boolean,
): Fields | undefined {
  for (const field of shapeOf(type).fields) {
    const own = request[field.name];
    if (own === undefined || field.nested !== undefined || !changeable(field.name)) continue;
    const isList = Array.isArray(own);
    const checks = field.checks.filter(({ forEach }) => forEach === isList);
    const first: unknown = isList ? own[0] : own;
    const longer = typeof first === 'string' ? [`${first}2`, `${first.slice(0, -1)}2`] : [];
    const other = [...choicesOf(field), ...longer, ...VALUES, false, 2].find(
      (each) => each !== first && checks.every((check) => check.passes(each)),
    );
    if (other === undefined) continue;
    const rest: readonly unknown[] = isList ? own.slice(1) : [];
    return { ...request, [field.name]: isList ? [other, ...rest] : other };
  }
  return undefined;
}
