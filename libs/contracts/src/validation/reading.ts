import type { Message, UnmetRule } from '@onewindow/kernel';
import type { PayloadClass } from '../contract.js';
import { expectationOf, expectationOfField } from './expectations.js';
import { type Check, type Field, type Shape, shapeOf } from './shape.js';

/** A newer producer may say more than a reader knows; a command with an unknown field is a mistake of its sender. */
export type UnknownFields = 'forbid' | 'strip';

export type Reading<Payload> =
  | { readonly ok: true; readonly value: Payload }
  | { readonly ok: false; readonly unmet: readonly UnmetRule[] };

const MOST_FAULTS = 100;
const DEEPEST = 16;

/**
 * Reads parsed JSON as a payload: a new plain object that holds the declared fields and nothing else, or everything
 * that is wrong with it. `null` in an optional field counts as absent.
 */
export function readPayload<Payload extends object>(
  type: PayloadClass<Payload>,
  value: unknown,
  unknownFields: UnknownFields,
): Reading<Payload> {
  const faults: UnmetRule[] = [];
  const read = new Reader(unknownFields, faults).object(shapeOf(type), value, '', 0);
  return faults.length === 0
    ? { ok: true, value: read as Payload }
    : { ok: false, unmet: faults.slice(0, MOST_FAULTS) };
}

class Reader {
  constructor(
    private readonly unknownFields: UnknownFields,
    private readonly faults: UnmetRule[],
  ) {}

  object(shape: Shape, value: unknown, path: string, depth: number): object | undefined {
    if (this.faults.length >= MOST_FAULTS) return undefined;
    if (!isRecord(value)) return this.fault(path, 'is-object', OBJECT);
    if (depth > DEEPEST) return this.fault(path, 'nesting', TOO_DEEP);
    if (this.unknownFields === 'forbid') this.nameUnknown(shape, value, path);
    const read: Record<string, unknown> = {};
    for (const field of shape.fields) {
      // Own fields only: a request must not inherit a value from the prototype of all objects.
      const given = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
      const taken = this.field(field, given, below(path, field.name), depth);
      if (taken !== undefined) read[field.name] = taken;
    }
    return read;
  }

  private nameUnknown(shape: Shape, value: object, path: string): void {
    for (const name of Object.keys(value)) {
      if (shape.names.has(name)) continue;
      if (this.faults.length >= MOST_FAULTS) return;
      this.fault(below(path, name.slice(0, 80)), 'known-field', UNKNOWN);
    }
  }

  private field(field: Field, value: unknown, path: string, depth: number): unknown {
    if (value === undefined || value === null) {
      return field.optional ? undefined : this.fault(path, 'required', requiredField(field));
    }
    const failed = field.checks.filter((check) => !passes(check, value));
    // Length and range of a value of the wrong type are noise.
    const named = failed.filter((check) => TYPE_CHECKS.has(check.name));
    for (const check of named.length > 0 ? named.slice(0, 1) : failed) {
      this.fault(path, kebab(check.name), expected(expectationOf(check)));
    }
    if (failed.length > 0) return undefined;
    return field.nested === undefined
      ? this.free(value, path, depth)
      : this.nested(field.nested, value, path, depth);
  }

  private nested(
    { type, forEach }: NonNullable<Field['nested']>,
    value: unknown,
    path: string,
    depth: number,
  ): unknown {
    const shape = shapeOf(type);
    if (!forEach) return this.object(shape, value, path, depth + 1);
    if (!Array.isArray(value)) return this.fault(path, 'is-array', LIST);
    return value.map((each, index) =>
      this.object(shape, each, below(path, String(index)), depth + 1),
    );
  }

  /** Text, numbers, and whatever a field without a class holds, copied so that nothing odd comes along. */
  private free(value: unknown, path: string, depth: number): unknown {
    if (typeof value === 'string') {
      return isStorable(value) ? value : this.fault(path, 'readable-text', UNREADABLE);
    }
    if (typeof value !== 'object' || value === null) return value;
    if (depth > DEEPEST) return this.fault(path, 'nesting', TOO_DEEP);
    if (Array.isArray(value)) {
      return value.map((each, index) => this.free(each, below(path, String(index)), depth + 1));
    }
    const copy: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(value)) {
      if (RESERVED.has(name)) this.fault(below(path, name), 'known-field', UNKNOWN);
      else copy[name] = this.free(each, below(path, name), depth + 1);
    }
    return copy;
  }

  private fault(path: string, rule: string, message: Message): undefined {
    this.faults.push({ rule, message, ...(path !== '' && { path }) });
    return undefined;
  }
}

const TYPE_CHECKS: ReadonlySet<string> = new Set([
  'isString',
  'isInt',
  'isNumber',
  'isBoolean',
  'isArray',
  'isObject',
  'isUuid',
  'isIn',
]);
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A rule for every entry holds for no value that is not a list. */
const passes = (check: Check, value: unknown): boolean =>
  check.forEach
    ? Array.isArray(value) && value.every((each) => check.passes(each))
    : check.passes(value);

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const expected = ({ zh, en }: Message): Message => ({
  zh: `应为：${zh}。`,
  en: `Expected: ${en}.`,
});

const requiredField = (field: Field): Message => {
  const { zh, en } = expectationOfField(field);
  return zh === ''
    ? { zh: '必填。', en: 'Required.' }
    : { zh: `必填，应为：${zh}。`, en: `Required: ${en}.` };
};

const OBJECT: Message = { zh: '应为一个对象。', en: 'Expected: an object.' };
const LIST: Message = { zh: '应为列表。', en: 'Expected: a list.' };
const UNKNOWN: Message = {
  zh: '没有这个字段，请删去或改正名称。',
  en: 'There is no such field; leave it out or correct its name.',
};
const TOO_DEEP: Message = {
  zh: `嵌套不得超过${DEEPEST}层。`,
  en: `Nest at most ${DEEPEST} levels.`,
};
const UNREADABLE: Message = {
  zh: '含有无法保存的字符（空字符或不完整的字符），请删去。',
  en: 'Contains a character that cannot be stored (NUL or half a character); leave it out.',
};
