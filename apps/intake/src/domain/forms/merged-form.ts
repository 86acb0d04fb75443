import type { Condition, UnmetRule } from '@onewindow/kernel';
import { unmet } from '../unmet.js';
import { keysInOrder, type FieldSchema, type Form, type FormRule } from './form.js';

/** A form that goes into a merged one: whose it is, and under which condition that is needed at all. */
export interface FormOf {
  /** Code of the item; absent: the bundle's own questions. */
  readonly item?: string;
  readonly form: Form;
  readonly when?: Condition;
}

export interface MergedForm {
  readonly form: Form;
  /** By key of a field: the items that ask for it. */
  readonly askedBy: Readonly<Record<string, readonly string[]>>;
  readonly conflicts: readonly FormConflict[];
}

/** Two that mean different things by one key. */
export interface FormConflict {
  readonly field: string;
  readonly items: readonly [string | undefined, string | undefined];
}

/**
 * One form for several items: what two of them ask under one key is asked once, and where all that ask for it are needed only on a
 * condition, it is asked on that condition. Of two that differ on a key the first stands; they are told as a conflict.
 */
export function mergedForm(parts: readonly FormOf[]): MergedForm {
  const fields = new Map<string, { field: FieldSchema; whens: (Condition | undefined)[] }>();
  const askedBy = new Map<string, (string | undefined)[]>();
  const required = new Set<string>();
  const conflicts: FormConflict[] = [];
  for (const { item, form, when } of parts) {
    for (const key of keysInOrder(form)) {
      const field = form.properties[key];
      if (field === undefined) continue;
      const known = fields.get(key);
      const condition = both(when, field['x-when']);
      if (known === undefined) fields.set(key, { field, whens: [condition] });
      else if (asDefined(known.field) === asDefined(field)) known.whens.push(condition);
      else conflicts.push({ field: key, items: [askedBy.get(key)?.[0], item] });
      askedBy.set(key, [...(askedBy.get(key) ?? []), item]);
    }
    for (const key of form.required ?? []) required.add(key);
  }
  const rules = parts.flatMap(({ form, when }) =>
    (form['x-rules'] ?? []).map((rule) => onlyWhen(rule, when)),
  );
  return {
    form: {
      type: 'object',
      properties: Object.fromEntries(
        [...fields].map(([key, { field, whens }]) => [key, withWhen(field, anyOf(whens))]),
      ),
      required: [...required],
      'x-order': [...fields.keys()],
      ...(rules.length > 0 && { 'x-rules': distinct(rules) }),
    },
    askedBy: Object.fromEntries(
      [...askedBy].map(([key, items]) => [key, items.filter((item) => item !== undefined)]),
    ),
    conflicts,
  };
}

/** A conflict, named with both items. */
export const conflictRule = (
  { field, items: [one, other] }: FormConflict,
  path: string,
): UnmetRule =>
  unmet(
    'field-means-one-thing',
    `字段“${field}”在${named(one).zh}与${named(other).zh}中定义不同，请统一定义或改用不同的字段名。`,
    `The field "${field}" is defined differently by ${named(one).en} and ${named(other).en}; define it alike or give it another key.`,
    { path },
  );

const named = (item: string | undefined) =>
  item === undefined
    ? { zh: '“一件事”自己的表单', en: 'the form of the bundle' }
    : { zh: `事项“${item}”`, en: `the item "${item}"` };

/** What makes two fields the same: everything but explanations and when they are asked. */
function asDefined(field: FieldSchema): string {
  const { description: _, 'x-when': __, ...meant } = field;
  return JSON.stringify(ordered(meant));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
}

const both = (one: Condition | undefined, other: Condition | undefined): Condition | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  return { all: [one, other] };
};

/** Nothing: whoever asks for it unconditionally asks for it always. */
export function anyOf(whens: readonly (Condition | undefined)[]): Condition | undefined {
  const conditions = distinct(whens.filter((when) => when !== undefined));
  if (conditions.length === 0 || whens.includes(undefined)) return undefined;
  return conditions.length === 1 ? conditions[0] : { any: conditions };
}

function withWhen(field: FieldSchema, when: Condition | undefined): FieldSchema {
  const { 'x-when': _, ...rest } = field;
  return when === undefined ? rest : { ...rest, 'x-when': when };
}

const onlyWhen = (rule: FormRule, when: Condition | undefined): FormRule => {
  const condition = both(when, rule.when);
  return condition === undefined ? rule : { ...rule, when: condition };
};

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
