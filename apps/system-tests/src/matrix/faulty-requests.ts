import { shapeOf, type Field, type PayloadClass } from '@onewindow/contracts';

export type Fields = Readonly<Record<string, unknown>>;

/** A request with one fault, and where validation has to name it. */
export interface FaultyRequest {
  readonly what: string;
  /** First field of the path: it tells whether the fault stands in the address or in the body. */
  readonly field: string;
  readonly path: string;
  readonly request: Fields;
  /** The field is there and holds nothing. */
  readonly isNull?: boolean;
}

interface Place {
  readonly field: Field;
  readonly path: readonly string[];
}

/** Every field of the sample, those of nested objects and of the first entry of each list among them. */
function placesIn(type: PayloadClass, sample: Fields, above: readonly string[] = []): Place[] {
  return shapeOf(type).fields.flatMap((field) => {
    const path = [...above, field.name];
    const value = sample[field.name];
    if (field.nested === undefined || value === undefined) return [{ field, path }];
    const inside = Array.isArray(value)
      ? placesIn(field.nested.type, value[0] as Fields, [...path, '0'])
      : placesIn(field.nested.type, value as Fields, path);
    return [{ field, path }, ...inside];
  });
}

const ABSENT = Symbol('absent');

/** A copy in which one place holds another value. */
function withValue(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  if (Array.isArray(value))
    return value.with(Number(name), withValue(value[Number(name)], rest, other));
  const { [name]: own, ...others } = value as Fields;
  const changed = withValue(own, rest, other);
  return changed === ABSENT ? others : { ...others, [name]: changed };
}

const faulty = (
  sample: Fields,
  path: readonly string[],
  value: unknown,
  what: string,
  named: readonly string[] = path,
): FaultyRequest => ({
  what: `${path.join('.')} ${what}`,
  field: named[0] ?? '',
  path: named.join('.'),
  request: withValue(sample, path, value) as Fields,
});

/** Every required field left out, and then given as null, one at a time. */
export const missingFields = (type: PayloadClass, sample: Fields): readonly FaultyRequest[] =>
  placesIn(type, sample)
    .filter(({ field }) => !field.optional)
    .flatMap(({ path }) => [
      faulty(sample, path, ABSENT, 'left out'),
      { ...faulty(sample, path, null, 'null'), isNull: true },
    ]);

/** A field that the contract does not know: at the top and in every nested object that the sample has. */
export function unknownFields(type: PayloadClass, sample: Fields): readonly FaultyRequest[] {
  const objects = placesIn(type, sample)
    .filter(({ field, path }) => field.nested !== undefined && valueAt(sample, path) !== undefined)
    .map(({ field, path }) => (field.nested?.forEach === true ? [...path, '0'] : path));
  return [[], ...objects].flatMap((above) =>
    ['unheardOf', '__proto__', 'constructor', 'toString'].map((name) =>
      faultyName(sample, above, name),
    ),
  );
}

function faultyName(sample: Fields, above: readonly string[], name: string): FaultyRequest {
  const inside = valueAt(sample, above) as Fields;
  // As JSON.parse makes it: a field of its own, whatever it is called.
  const added = JSON.parse(`{${JSON.stringify(name)}:{"admin":true}}`) as Fields;
  return faulty(sample, [...above], { ...inside, ...added }, `with an unknown ${name}`, [
    ...above,
    name,
  ]);
}

const OF_EVERY_TYPE: readonly unknown[] = ['', 'text', -1, 1.5, true, [], [[]], {}, { a: 1 }];

/** In every field each value of another type that its rules do not let through. */
export const wrongTypes = (type: PayloadClass, sample: Fields): readonly FaultyRequest[] =>
  placesIn(type, sample).flatMap(({ field, path }) =>
    OF_EVERY_TYPE.filter((value) => !mayBe(field, value)).map((value) =>
      faulty(sample, path, value, `is ${JSON.stringify(value)}`),
    ),
  );

/** Text a character longer, a list an entry longer, a number one greater or less than allowed, and text that nobody can store. */
export const beyondLimits = (type: PayloadClass, sample: Fields): readonly FaultyRequest[] =>
  placesIn(type, sample).flatMap(({ field, path }) =>
    beyond(field, valueAt(sample, path))
      .filter((value) => !mayBe(field, value))
      .map((value) => faulty(sample, path, value, `is ${JSON.stringify(value).slice(0, 30)}…`)),
  );

function beyond(field: Field, own: unknown): readonly unknown[] {
  const limit = (name: string) => {
    const given = field.checks.find((check) => check.name === name)?.arguments[0];
    return typeof given === 'number' ? given : undefined;
  };
  const [longest, most, greatest, least] = ['maxLength', 'arrayMaxSize', 'max', 'min'].map(limit);
  const isList = field.checks.some(({ name }) => name === 'isArray');
  const first: unknown = Array.isArray(own) ? own[0] : own;
  return [
    ...(longest === undefined
      ? []
      : [isList ? ['x'.repeat(longest + 1)] : 'x'.repeat(longest + 1)]),
    ...(most === undefined ? [] : [Array.from({ length: most + 1 }, () => first ?? 'x')]),
    ...(greatest === undefined ? [] : [greatest + 1]),
    ...(least === undefined ? [] : [least - 1]),
  ];
}

const valueAt = (sample: Fields, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Fields | undefined)?.[key], sample);

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && JSON.stringify(value) === '{}';

/** Whether the rules of the field itself let the value through; what is inside an object is judged there. */
function mayBe(field: Field, value: unknown): boolean {
  const isNestedList = field.nested?.forEach === true;
  if (field.nested !== undefined && !isNestedList) {
    return isEmptyObject(value) && shapeOf(field.nested.type).fields.every((each) => each.optional);
  }
  return (
    field.checks.every((check) =>
      check.forEach
        ? Array.isArray(value) && value.every((each) => check.passes(each))
        : check.passes(value),
    ) &&
    !(
      isNestedList &&
      Array.isArray(value) &&
      value.some((each) => typeof each !== 'object' || Array.isArray(each))
    )
  );
}

/** The same for a request whose fields stand in the address as text: text that is of no allowed type, and a field given twice. */
export const wrongTexts = (type: PayloadClass, sample: Fields): readonly FaultyRequest[] =>
  placesIn(type, sample).flatMap(({ field, path }) => [
    ...['', 'No Code!', '-1', '1.5', 'x'.repeat(201)]
      .filter((text) => !mayBe(field, text) && !mayBe(field, Number(text || Number.NaN)))
      .map((text) => faulty(sample, path, text, `is ${JSON.stringify(text).slice(0, 30)}`)),
    faulty(sample, path, [valueAt(sample, path), valueAt(sample, path)], 'given twice'),
  ]);

/** Every field of the request wrong at once: all of them have to be named, not only the first. */
export const everythingWrong = (type: PayloadClass, keep: readonly string[]): Fields =>
  Object.fromEntries(
    shapeOf(type)
      .fields.filter(({ name }) => !keep.includes(name))
      .map(({ name }) => [name, [[]]]),
  );
