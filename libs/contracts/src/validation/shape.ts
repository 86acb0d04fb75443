import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { PayloadClass } from '../contract.js';

/** One rule of a field, as its decorator declared it. */
export interface Check {
  /** Name of the class-validator rule: `maxLength`. */
  readonly name: string;
  readonly arguments: readonly unknown[];
  /** The rule is about every entry of a list, not about the list. */
  readonly forEach: boolean;
  passes(value: unknown): boolean;
}

export interface Field {
  readonly name: string;
  readonly optional: boolean;
  readonly checks: readonly Check[];
  /** Class of the object, or of every entry of the list. */
  readonly nested?: { readonly type: PayloadClass; readonly forEach: boolean };
}

/** What the decorators of a payload class say, read once. */
export interface Shape {
  readonly fields: readonly Field[];
  readonly names: ReadonlySet<string>;
}

type Metadata = ReturnType<
  ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']
>[number];

const shapes = new WeakMap<PayloadClass, Shape>();

/** The shape of a payload class; throws a TypeError where a decorator is used that cannot be checked safely. */
export function shapeOf(type: PayloadClass): Shape {
  const known = shapes.get(type);
  if (known !== undefined) return known;
  const byField = new Map<string, Metadata[]>();
  for (const each of metadataOf(type)) {
    byField.set(each.propertyName, [...(byField.get(each.propertyName) ?? []), each]);
  }
  const fields = [...byField].map(([name, rules]) => fieldOf(type, name, rules));
  const shape = { fields, names: new Set(byField.keys()) };
  shapes.set(type, shape);
  return shape;
}

const metadataOf = (type: PayloadClass): readonly Metadata[] =>
  getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);

function fieldOf(type: PayloadClass, name: string, rules: readonly Metadata[]): Field {
  const of = (kind: string) => rules.filter((each) => each.type === kind);
  const conditions = of(ValidationTypes.CONDITIONAL_VALIDATION);
  if (conditions.some((each) => each.name !== 'isOptional')) {
    throw new TypeError(`${type.name}.${name}: a field is optional or it is not; no conditions`);
  }
  const [nested] = of(ValidationTypes.NESTED_VALIDATION);
  return {
    name,
    optional: conditions.length > 0,
    checks: of(ValidationTypes.CUSTOM_VALIDATION).map((each) => checkOf(type, each)),
    ...(nested && { nested: { type: nestedTypeOf(type, name), forEach: nested.each } }),
  };
}

function checkOf(type: PayloadClass, rule: Metadata): Check {
  const [constraint] = getMetadataStorage().getTargetValidatorConstraints(rule.constraintCls);
  const { name } = rule;
  if (constraint === undefined || name === undefined || constraint.async) {
    throw new TypeError(`${type.name}.${rule.propertyName}: only rules that answer at once`);
  }
  const validator = constraint.instance;
  const given = (rule.constraints as unknown[] | undefined) ?? [];
  const argumentsOf = (value: unknown) => ({
    value,
    constraints: given,
    targetName: type.name,
    object: {},
    property: rule.propertyName,
  });
  return {
    name,
    arguments: given,
    forEach: rule.each,
    passes: (value) => validator.validate(value, argumentsOf(value)) === true,
  };
}

/** class-transformer knows the nested class only while it makes one. */
function nestedTypeOf(type: PayloadClass, name: string): PayloadClass {
  const sample = plainToInstance(type, { [name]: {} }) as Record<string, object>;
  const made = sample[name]?.constructor as PayloadClass | undefined;
  if (made === undefined || (made as unknown) === Object) {
    throw new TypeError(`${type.name}.${name}: a nested object needs its class`);
  }
  return made;
}
