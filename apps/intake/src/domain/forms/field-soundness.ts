import { unmetOfCondition, type UnmetRule } from '@onewindow/kernel';
import { FIELD_TYPES, type FieldType } from './form.js';
import { FORMATS } from './formats.js';
import { MOST_WAYS, waysThrough } from './pattern-safety.js';
import { at, fault, isRecord, unknownKeyword, unmetOfListed } from './schema-faults.js';

const DEEPEST = 4;
const MOST_VALUES = 300;
const MOST_INNER_FIELDS = 50;
/** Characters of an answer where the form says nothing, and where it has a pattern to match. */
export const LONGEST_ANSWER = 2_000;
const LONGEST_MATCHED = 500;
const MOST_ENTRIES = 200;

type Given = Readonly<Record<string, unknown>>;
type Check = (value: unknown, field: Given) => boolean;

const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isNumber: Check = (value) => Number.isFinite(value);
const isFlag: Check = (value) => typeof value === 'boolean';
const isTitle: Check = (value) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200;

const EVERY: Readonly<Record<string, Check>> = {
  type: () => true,
  title: isTitle,
  'x-title-en': isTitle,
  description: (value) => typeof value === 'string' && value.length <= 1_000,
  enum: (value, { type }) => Array.isArray(value) && isEnumeration(value, type),
  'x-labels': (value, field) => isRecord(value) && labelsFit(value, field['enum']),
  'x-when': () => true,
  'x-personal': isFlag,
};
const COUNTED: Readonly<Record<string, Check>> = {
  minimum: isNumber,
  maximum: isNumber,
  exclusiveMinimum: isNumber,
  exclusiveMaximum: isNumber,
  multipleOf: (value) => Number.isFinite(value) && (value as number) > 0,
};
const BY_TYPE: Readonly<Record<FieldType, Readonly<Record<string, Check>>>> = {
  string: {
    minLength: isCount,
    maxLength: (value, field) =>
      isCount(value, field) && (value as number) >= 1 && (value as number) <= 10_000,
    pattern: (value) => typeof value === 'string' && value.length <= 200,
    format: (value) => typeof value === 'string' && Object.hasOwn(FORMATS, value),
  },
  number: COUNTED,
  integer: COUNTED,
  boolean: {},
  array: {
    items: isRecord,
    minItems: isCount,
    maxItems: (value, field) => isCount(value, field) && (value as number) <= MOST_ENTRIES,
    uniqueItems: isFlag,
  },
  object: {
    properties: isRecord,
    required: () => true,
  },
};

/** Everything that is wrong with one field, and with what lies inside it. */
export function unmetOfField(field: unknown, path: string, depth: number): readonly UnmetRule[] {
  if (!isRecord(field) || !isType(field['type'])) {
    return [
      fault(
        'field-has-a-type',
        path,
        `字段应写明一种 type：${FIELD_TYPES.join('、')}。`,
        `A field states one type: ${FIELD_TYPES.join(', ')}.`,
      ),
    ];
  }
  if (depth > DEEPEST) {
    return [
      fault(
        'form-nesting',
        path,
        `字段嵌套不得超过${DEEPEST}层。`,
        `Fields are nested at most ${DEEPEST} levels.`,
      ),
    ];
  }
  const known: Readonly<Record<string, Check>> = { ...EVERY, ...BY_TYPE[field['type']] };
  const keywords = Object.entries(field).flatMap(([keyword, value]) => {
    const check = Object.hasOwn(known, keyword) ? known[keyword] : undefined;
    if (check === undefined) return [unknownKeyword(keyword, at(path, keyword))];
    return check(value, field) ? [] : [badValue(keyword, at(path, keyword))];
  });
  return [
    ...keywords,
    ...(depth === 1 && field['title'] === undefined ? [untitled(path)] : []),
    ...unmetOfWhen(field, path, depth),
    ...unmetOfBounds(field, path),
    ...(keywords.length > 0 ? [] : unmetOfPattern(field, path)),
    ...unmetOfInside(field, path, depth),
  ];
}

const isType = (value: unknown): value is FieldType =>
  (FIELD_TYPES as readonly unknown[]).includes(value);

function isEnumeration(values: readonly unknown[], type: unknown): boolean {
  const fits = (value: unknown) =>
    type === 'integer' ? Number.isSafeInteger(value) : typeof value === type && value !== '';
  return (
    values.length > 0 &&
    values.length <= MOST_VALUES &&
    new Set(values).size === values.length &&
    values.every(fits)
  );
}

const labelsFit = (labels: Given, values: unknown): boolean =>
  Array.isArray(values) &&
  Object.entries(labels).every(
    ([value, label]) => values.map(String).includes(value) && isTitle(label, labels),
  );

function unmetOfWhen(field: Given, path: string, depth: number): readonly UnmetRule[] {
  if (field['x-when'] === undefined) return [];
  if (depth === 1) return unmetOfCondition(field['x-when'], at(path, 'x-when'));
  return [
    fault(
      'when-of-a-field',
      at(path, 'x-when'),
      '只有最外层字段可以设 x-when。',
      'Only outermost fields have an x-when.',
    ),
  ];
}

const BOUNDS = [
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['minItems', 'maxItems'],
] as const;

const unmetOfBounds = (field: Given, path: string): readonly UnmetRule[] =>
  BOUNDS.flatMap(([least, most]) =>
    Number(field[least] ?? Number.NEGATIVE_INFINITY) <=
    Number(field[most] ?? Number.POSITIVE_INFINITY)
      ? []
      : [
          fault(
            'bounds-agree',
            at(path, least),
            `${least} 不得大于 ${most}。`,
            `${least} is not greater than ${most}.`,
          ),
        ],
  );

function unmetOfPattern(field: Given, path: string): readonly UnmetRule[] {
  const { pattern } = field;
  if (typeof pattern !== 'string') return [];
  const longest = Number(field['maxLength'] ?? LONGEST_MATCHED);
  const ways = longest > LONGEST_MATCHED ? undefined : waysThrough(pattern, longest);
  return ways !== undefined && ways <= MOST_WAYS
    ? []
    : [
        fault(
          'pattern-is-bounded',
          at(path, 'pattern'),
          `格式应为 ^…$ 的简单表达式，maxLength 不超过${LONGEST_MATCHED}，不含引用、前后查找，也不得层层重复，否则一段文字就能使服务停顿。`,
          `A pattern is a simple ^…$ with a maxLength of at most ${LONGEST_MATCHED}, without references, looking around, or repetitions of repetitions: one text could hold the service up.`,
        ),
      ];
}

function unmetOfInside(field: Given, path: string, depth: number): readonly UnmetRule[] {
  if (field['type'] === 'array') return unmetOfField(field['items'], at(path, 'items'), depth + 1);
  if (field['type'] !== 'object') return [];
  const properties = isRecord(field['properties']) ? field['properties'] : {};
  const inner = Object.entries(properties);
  return [
    ...(inner.length > 0 && inner.length <= MOST_INNER_FIELDS
      ? []
      : [
          fault(
            'inner-fields',
            at(path, 'properties'),
            `请列出1至${MOST_INNER_FIELDS}个内部字段。`,
            `List 1 to ${MOST_INNER_FIELDS} inner fields.`,
          ),
        ]),
    ...unmetOfListed(field['required'], Object.keys(properties), at(path, 'required')),
    ...inner.flatMap(([key, each]) =>
      unmetOfField(each, at(path, `properties.${key.slice(0, 60)}`), depth + 1),
    ),
  ];
}

const untitled = (path: string): UnmetRule =>
  fault(
    'field-has-a-title',
    path,
    '请写明字段的名称（title）。',
    'Name the field: it needs a title.',
  );

const badValue = (keyword: string, path: string): UnmetRule => {
  const { zh, en } = EXPECTED[keyword] ?? EXPECTED.other;
  return fault('keyword-value', path, `${keyword} 应为${zh}。`, `Expected of ${keyword}: ${en}.`);
};

const EXPECTED: Readonly<Record<string, { zh: string; en: string }>> & {
  readonly other: { zh: string; en: string };
} = {
  enum: {
    zh: `1至${MOST_VALUES}个不重复、与 type 相符的值`,
    en: `1 to ${MOST_VALUES} different values of the field's type`,
  },
  'x-labels': { zh: '各选项的名称，键为 enum 中的值', en: 'a name for values of the enum' },
  format: {
    zh: `下列之一：${Object.keys(FORMATS).join('、')}`,
    en: `one of ${Object.keys(FORMATS).join(', ')}`,
  },
  maxLength: { zh: '1至10000', en: '1 to 10,000' },
  maxItems: { zh: `不超过${MOST_ENTRIES}的整数`, en: `a whole number up to ${MOST_ENTRIES}` },
  other: { zh: '符合 JSON Schema 2020-12 的值', en: 'what JSON Schema 2020-12 says' },
};
