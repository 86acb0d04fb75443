import { fieldsOfCondition, type Answers, type Message, type UnmetRule } from '@onewindow/kernel';
import { unmet } from '../unmet.js';
import { askedFields, type Asked } from './asked-form.js';
import { titleOf, type FieldSchema, type Form, type FormRule } from './form.js';
import { FORMATS } from './formats.js';
import { LONGEST_ANSWER } from './field-soundness.js';

/** One thing that a schema finds wrong with an answer. */
export interface SchemaFault {
  readonly keyword: string;
  /** The way to the value, from the outermost field. */
  readonly place: readonly string[];
  /** What the keyword says: `{ limit: 5 }`. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Holds answers against a schema of JSON Schema 2020-12, with every fault at once. */
export type SchemaCheck = (schema: Form, answers: Answers) => readonly SchemaFault[];

/** Everything that is wrong with the answers of a form, told by the names of its fields. */
export function unmetOfAnswers(
  form: Form,
  answers: Answers,
  check: SchemaCheck,
  path = 'answers',
): readonly UnmetRule[] {
  const asked = askedFields(form, answers);
  const open = new Set(asked.open);
  const known = (key: string) => Object.hasOwn(form.properties, key);
  return [
    ...Object.keys(answers)
      .filter((key) => !known(key))
      .map((key) => notInForm(key, path)),
    ...Object.keys(answers)
      .filter((key) => known(key) && !asked.fields.has(key))
      .map((key) => notAsked(form, key, path)),
    ...asked.open.map((key) => needed(form, key, path)),
    ...check(schemaOf(form, asked), only(answers, asked.fields))
      .filter(({ keyword, place }) => keyword !== 'required' || !open.has(place[0] ?? ''))
      .map((found) => told(form, found, path)),
    ...unmetOfRules(form, answers, asked, path),
  ];
}

/** The form as it stands for these answers, in which a text without a bound of its own has the common one. */
export function schemaOf(form: Form, { fields }: Pick<Asked, 'fields'>): Form {
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(form.properties)
        .filter(([key]) => fields.has(key))
        .map(([key, field]) => [key, bounded(field)]),
    ),
    required: (form.required ?? []).filter((key) => fields.has(key)),
    additionalProperties: false,
  };
}

const bounded = (field: FieldSchema): FieldSchema => ({
  ...field,
  ...(field.type === 'string' && { maxLength: field.maxLength ?? LONGEST_ANSWER }),
  ...(field.items && { items: bounded(field.items) }),
  ...(field.properties && {
    properties: Object.fromEntries(
      Object.entries(field.properties).map(([key, inner]) => [key, bounded(inner)]),
    ),
    additionalProperties: false,
  }),
});

const only = (answers: Answers, fields: ReadonlySet<string>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => fields.has(key)));

function unmetOfRules(
  form: Form,
  answers: Answers,
  { fields, holds }: Asked,
  path: string,
): readonly UnmetRule[] {
  return (form['x-rules'] ?? [])
    .filter(({ when }) => when === undefined || holds(when) === true)
    .filter(({ expect, ordered = [] }) =>
      expect === undefined
        ? falls(ordered.filter((key) => fields.has(key)).map((key) => answers[key]))
        : turnsOnAsked(expect, fields) && holds(expect) === false,
    )
    .map((rule) =>
      unmet('form-rule', rule.zh, rule.en, {
        path: `${path}.${placeOf(rule)}`,
        ...(rule.source !== undefined && { source: rule.source }),
      }),
    );
}

/** What turns only on fields that are not asked of this applicant asks nothing of him. */
const turnsOnAsked = (
  expect: NonNullable<FormRule['expect']>,
  fields: ReadonlySet<string>,
): boolean => fieldsOfCondition(expect).some((key) => fields.has(key));

const falls = (values: readonly unknown[]): boolean =>
  values
    .filter((value): value is number | string => ['number', 'string'].includes(typeof value))
    .some((value, index, given) => {
      const before = given[index - 1];
      return before !== undefined && before > value;
    });

const placeOf = ({ field, expect, ordered }: FormRule): string =>
  field ?? (expect === undefined ? (ordered?.[0] ?? '') : (fieldsOfCondition(expect)[0] ?? ''));

const notInForm = (key: string, path: string): UnmetRule =>
  unmet(
    'answer-in-form',
    `表单没有字段“${key.slice(0, 60)}”，请删去。`,
    `The form has no field "${key.slice(0, 60)}"; leave it out.`,
    { path: `${path}.${key.slice(0, 60)}` },
  );

const notAsked = (form: Form, key: string, path: string): UnmetRule => {
  const { zh, en } = titleOf(form, key);
  return unmet(
    'answer-asked',
    `按您的其他回答，“${zh}”不需要填写，请删去。`,
    `"${en}" is not asked with your other answers; leave it out.`,
    { path: `${path}.${key}`, source: '行政许可法 31' },
  );
};

/** What else is needed turns on it, so it has to be answered although nobody may have marked it as required. */
export const needed = (form: Form, key: string, path = 'answers'): UnmetRule => {
  const { zh, en } = titleOf(form, key);
  return unmet(
    'answer-needed',
    `请回答“${zh}”：需要办理哪些事项由它决定。`,
    `Answer "${en}": it decides what else is needed.`,
    { path: `${path}.${key}` },
  );
};

function told(form: Form, { keyword, place, params }: SchemaFault, path: string): UnmetRule {
  const { zh, en } = titleAt(form, place);
  const message = (TOLD[keyword] ?? TOLD.other)(params);
  return unmet(`answer-${kebab(keyword)}`, `“${zh}”${message.zh}`, `"${en}" ${message.en}`, {
    path: [path, ...place].join('.'),
  });
}

function titleAt(form: Form, [key = '', ...inside]: readonly string[]): Message {
  let field = Object.hasOwn(form.properties, key) ? form.properties[key] : undefined;
  let title = titleOf(form, key);
  for (const step of inside) {
    const inner = field?.properties;
    field = /^\d+$/.test(step) ? field?.items : inner?.[step];
    const { zh, en } = { zh: field?.title, en: field?.['x-title-en'] ?? field?.title };
    const counted = /^\d+$/.test(step);
    title = {
      zh: counted ? `${title.zh}第${Number(step) + 1}项` : `${title.zh}·${zh ?? step}`,
      en: counted ? `${title.en} ${Number(step) + 1}` : `${title.en}, ${en ?? step}`,
    };
  }
  return title;
}

const kebab = (keyword: string): string =>
  keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

type Teller = (params: Readonly<Record<string, unknown>>) => Message;
const limit = (params: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(params['limit'] ?? params['multipleOf'] ?? '');

const TYPES: Readonly<Record<string, Message>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'a yes or no' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组内容', en: 'a group of fields' },
};

const TOLD: Readonly<Record<string, Teller>> & { readonly other: Teller } = {
  required: () => ({ zh: '必填，请填写。', en: 'is required; fill it in.' }),
  additionalProperties: () => ({
    zh: '不在表单内，请删去。',
    en: 'is not in the form; leave it out.',
  }),
  type: ({ type }) => {
    const { zh, en } = TYPES[String(type)] ?? { zh: String(type), en: String(type) };
    return { zh: `应为${zh}，请改正。`, en: `has to be ${en}; correct it.` };
  },
  enum: ({ allowedValues }) => {
    const values = Array.isArray(allowedValues) ? allowedValues.slice(0, 20).join('、') : '';
    return {
      zh: `应为所列选项之一：${values}。`,
      en: `has to be one of the options: ${values.replaceAll('、', ', ')}.`,
    };
  },
  format: ({ format }) => {
    const { zh, en } = FORMATS[String(format)] ?? { zh: String(format), en: String(format) };
    return { zh: `应为${zh}，请核对。`, en: `has to be ${en}; check it.` };
  },
  pattern: () => ({
    zh: '格式不符，请按填写说明更正。',
    en: 'is not in the form that its note describes; correct it.',
  }),
  minLength: (params) => ({
    zh: `至少${limit(params)}个字符。`,
    en: `has at least ${limit(params)} characters.`,
  }),
  maxLength: (params) => ({
    zh: `最多${limit(params)}个字符，请精简。`,
    en: `has at most ${limit(params)} characters; shorten it.`,
  }),
  minimum: (params) => ({ zh: `不得小于${limit(params)}。`, en: `is not below ${limit(params)}.` }),
  maximum: (params) => ({ zh: `不得大于${limit(params)}。`, en: `is not above ${limit(params)}.` }),
  exclusiveMinimum: (params) => ({
    zh: `应大于${limit(params)}。`,
    en: `is greater than ${limit(params)}.`,
  }),
  exclusiveMaximum: (params) => ({
    zh: `应小于${limit(params)}。`,
    en: `is less than ${limit(params)}.`,
  }),
  multipleOf: (params) => ({
    zh: `应为${limit(params)}的倍数。`,
    en: `is a multiple of ${limit(params)}.`,
  }),
  minItems: (params) => ({
    zh: `至少${limit(params)}项。`,
    en: `has at least ${limit(params)} entries.`,
  }),
  maxItems: (params) => ({
    zh: `最多${limit(params)}项。`,
    en: `has at most ${limit(params)} entries.`,
  }),
  uniqueItems: () => ({ zh: '有重复，请删去一项。', en: 'names something twice; remove one.' }),
  other: () => ({ zh: '不符合要求，请核对。', en: 'is not as it has to be; check it.' }),
};
