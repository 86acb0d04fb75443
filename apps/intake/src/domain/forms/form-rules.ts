import {
  comparisonsOf,
  fieldsOfCondition,
  unmetOfCondition,
  type Answer,
  type Condition,
  type UnmetRule,
} from '@onewindow/kernel';
import { walk } from '../walk.js';
import { isNumeric, type FieldSchema, type Form } from './form.js';
import { at, fault, isRecord } from './schema-faults.js';

const MOST_RULES = 100;
const OF_A_RULE: ReadonlySet<string> = new Set([
  'when',
  'expect',
  'ordered',
  'zh',
  'en',
  'field',
  'source',
]);

/** Everything that is wrong with the rules over several fields and with the conditions on which fields are asked. */
export function unmetOfFormRules(form: Form, path: string): readonly UnmetRule[] {
  return [
    ...unmetOfRules(form, at(path, 'x-rules')),
    ...Object.entries(form.properties).flatMap(([key, { 'x-when': when }]) =>
      when === undefined
        ? []
        : unmetOfUse(when, at(path, `properties.${key}.x-when`), form.properties),
    ),
    ...unmetOfOrder(form, path),
  ];
}

/** Fields that wait for one another are never asked. */
export function unmetOfOrder({ properties }: Form, path: string): readonly UnmetRule[] {
  const { circle } = walk(Object.keys(properties), (key) => {
    const when = Object.hasOwn(properties, key) ? properties[key]?.['x-when'] : undefined;
    return when === undefined ? [] : fieldsOfCondition(when);
  });
  return circle === undefined
    ? []
    : [
        fault(
          'asked-in-some-order',
          at(path, `properties.${circle[0] ?? ''}.x-when`),
          `字段互相等待：${circle.join(' → ')}，谁也问不到，请去掉一个条件。`,
          `The fields wait for one another: ${circle.join(' → ')}; take one condition out.`,
        ),
      ];
}

function unmetOfRules(form: Form, path: string): readonly UnmetRule[] {
  const rules: unknown = form['x-rules'];
  if (rules === undefined) return [];
  if (!Array.isArray(rules) || rules.length > MOST_RULES) {
    return [
      fault(
        'rules-listed',
        path,
        `x-rules 应为不超过${MOST_RULES}条规则的列表。`,
        `x-rules is a list of at most ${MOST_RULES} rules.`,
      ),
    ];
  }
  return (rules as unknown[]).flatMap((rule, index) =>
    unmetOfRule(rule, form.properties, `${path}.${index}`),
  );
}

function unmetOfRule(
  rule: unknown,
  fields: Form['properties'],
  path: string,
): readonly UnmetRule[] {
  const isWhole =
    isRecord(rule) &&
    Object.keys(rule).every((each) => OF_A_RULE.has(each)) &&
    (rule['expect'] === undefined) !== (rule['ordered'] === undefined) &&
    [rule['zh'], rule['en']].every((each) => isSentence(each)) &&
    (rule['source'] === undefined || isSentence(rule['source']));
  if (!isWhole) return [fault('rule-shape', path, RULE.zh, RULE.en)];
  const { when, expect, ordered, field } = rule;
  return [
    ...[
      ['when', when],
      ['expect', expect],
    ].flatMap(([name, condition]) =>
      condition === undefined
        ? []
        : unmetOfConditionOn(condition, `${path}.${String(name)}`, fields),
    ),
    ...(ordered === undefined ? [] : unmetOfOrdered(ordered, fields, `${path}.ordered`)),
    ...(field === undefined || (typeof field === 'string' && Object.hasOwn(fields, field))
      ? []
      : [unknownField(JSON.stringify(field).replaceAll('"', ''), `${path}.field`)]),
  ];
}

const isSentence = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 500;

/** A condition that came from outside: its shape, and then what it says of the fields. */
export function unmetOfConditionOn(
  condition: unknown,
  path: string,
  fields: Form['properties'],
): readonly UnmetRule[] {
  const shape = unmetOfCondition(condition, path);
  return shape.length > 0 ? shape : unmetOfUse(condition as Condition, path, fields);
}

/** A comparison with what no answer can be is never true, and nobody would notice. */
export function unmetOfUse(
  condition: Condition,
  path: string,
  fields: Form['properties'],
): readonly UnmetRule[] {
  return comparisonsOf(condition, path).flatMap(({ path: place, comparison }) => {
    const field = Object.hasOwn(fields, comparison.field) ? fields[comparison.field] : undefined;
    if (field === undefined) return [unknownField(comparison.field, `${place}.field`)];
    if ('present' in comparison) return [];
    if ('atLeast' in comparison || 'atMost' in comparison) {
      return isNumeric(field) ? [] : [notMeasured(comparison.field, place)];
    }
    const values = 'equals' in comparison ? [comparison.equals] : comparison.oneOf;
    return values
      .filter((value) => !canBe(field, value))
      .map((value) => neverGiven(comparison.field, value, place));
  });
}

function canBe(field: FieldSchema, value: Answer): boolean {
  const inner = field.type === 'array' ? field.items : field;
  if (inner === undefined) return false;
  if (inner.enum !== undefined) return inner.enum.includes(value);
  return isNumeric(inner) ? typeof value === 'number' : typeof value === inner.type;
}

function unmetOfOrdered(
  ordered: unknown,
  fields: Form['properties'],
  path: string,
): readonly UnmetRule[] {
  const keys = Array.isArray(ordered) ? (ordered as unknown[]) : [];
  const kinds = keys.map((key) => {
    const field = typeof key === 'string' && Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) return 'none';
    if (isNumeric(field)) return 'number';
    return field.format === 'date' ? 'date' : 'none';
  });
  const fits = keys.length >= 2 && !kinds.includes('none') && new Set(kinds).size === 1;
  return fits
    ? []
    : [
        fault(
          'ordered-fields',
          path,
          'ordered 应列出两个以上数字字段，或两个以上日期字段。',
          'ordered lists at least two fields that are numbers, or that are dates.',
        ),
      ];
}

const unknownField = (field: string, path: string): UnmetRule =>
  fault(
    'condition-field-known',
    path,
    `表单没有字段“${field.slice(0, 60)}”，请先在表单中列出。`,
    `The form has no field "${field.slice(0, 60)}"; list it in the form first.`,
  );

const notMeasured = (field: string, path: string): UnmetRule =>
  fault(
    'condition-fits-field',
    path,
    `字段“${field}”不是数字，不能用 atLeast、atMost 比较。`,
    `The field "${field}" is no number; atLeast and atMost do not fit it.`,
  );

const neverGiven = (field: string, value: Answer, path: string): UnmetRule =>
  fault(
    'condition-fits-field',
    path,
    `字段“${field}”不会是“${String(value)}”，该条件永不成立，请核对。`,
    `The field "${field}" is never "${String(value)}"; the condition would never hold.`,
  );

const RULE = {
  zh: '规则应有 zh、en 说明，以及 expect（条件）或 ordered（字段列表）之一；另可有 when、field、source。',
  en: 'A rule has zh and en, and either expect (a condition) or ordered (a list of fields); when, field and source may stand beside.',
};
