import { FIELD_KEY_PATTERN, type UnmetRule } from '@onewindow/kernel';
import { unmetOfField } from './field-soundness.js';
import type { Form } from './form.js';
import { unmetOfFormRules } from './form-rules.js';
import { at, fault, isRecord, unknownKeyword, unmetOfListed } from './schema-faults.js';

const MOST_FIELDS = 200;
const LARGEST = 64 << 10;
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** Keywords of the outermost object. */
const OF_A_FORM: ReadonlySet<string> = new Set([
  '$schema',
  'type',
  'title',
  'description',
  'properties',
  'required',
  'additionalProperties',
  'x-rules',
  'x-order',
]);

export const isSound = (form: unknown): form is Form => unmetOfForm(form, '').length === 0;

/**
 * Everything that is wrong with a form 申请表单. A form is written by whoever drafts an item and read by everybody: what is not known
 * here is refused, nothing refers elsewhere, and its size, depth and patterns are bounded.
 */
export function unmetOfForm(form: unknown, path: string): readonly UnmetRule[] {
  if (!isRecord(form) || form['type'] !== 'object' || !isRecord(form['properties'])) {
    return [fault('form-is-a-schema', path, NOT_A_SCHEMA.zh, NOT_A_SCHEMA.en)];
  }
  const fields = Object.entries(form['properties']);
  const size = JSON.stringify(form).length;
  if (size > LARGEST || fields.length > MOST_FIELDS) return [tooLarge(path)];
  const own = [
    ...Object.keys(form)
      .filter((keyword) => !OF_A_FORM.has(keyword))
      .map((keyword) => unknownKeyword(keyword, at(path, keyword))),
    ...(form['$schema'] === undefined || form['$schema'] === DIALECT
      ? []
      : [
          fault(
            'form-dialect',
            at(path, '$schema'),
            `只支持 ${DIALECT}。`,
            `Only ${DIALECT} is read.`,
          ),
        ]),
    ...(form['additionalProperties'] === undefined || form['additionalProperties'] === false
      ? []
      : [
          fault(
            'form-is-closed',
            at(path, 'additionalProperties'),
            '表单只收列出的字段：additionalProperties 应为 false 或省略。',
            'A form takes the fields it lists: additionalProperties is false or absent.',
          ),
        ]),
    ...unmetOfListed(form['required'], Object.keys(form['properties']), at(path, 'required')),
    ...unmetOfListed(form['x-order'], Object.keys(form['properties']), at(path, 'x-order')),
    ...(Array.isArray(form['x-order']) && new Set(form['x-order']).size < form['x-order'].length
      ? [
          fault(
            'ordered-once',
            at(path, 'x-order'),
            'x-order 中每个字段只列一次。',
            'x-order names each field once.',
          ),
        ]
      : []),
    ...fields.flatMap(([key, field]) => [
      ...(FIELD_KEY_PATTERN.test(key) ? [] : [badKey(at(path, `properties.${key.slice(0, 60)}`))]),
      ...unmetOfField(field, at(path, `properties.${key.slice(0, 60)}`), 1),
    ]),
  ];
  // Rules are read only where the fields that they speak of can be.
  return own.length > 0 ? own : unmetOfFormRules(form as unknown as Form, path);
}

const badKey = (path: string): UnmetRule =>
  fault(
    'field-key',
    path,
    '字段名以字母开头，只含字母、数字、“_”和“-”，不超过60个字符。',
    'The key of a field begins with a letter and has at most 60 letters, digits, "_" and "-".',
  );

const tooLarge = (path: string): UnmetRule =>
  fault(
    'form-size',
    path,
    `表单不得超过${MOST_FIELDS}个字段、${LARGEST >> 10}KB，请精简。`,
    `A form has at most ${MOST_FIELDS} fields and ${LARGEST >> 10} KB; make it shorter.`,
  );

const NOT_A_SCHEMA = {
  zh: '申请表单应为 JSON Schema：type 为 object，字段列在 properties。',
  en: 'The form is a JSON Schema of type object with its fields below properties.',
};
