import type { Message } from '@onewindow/kernel';
import {
  CASE_NUMBER_PATTERN,
  CODE_PATTERN,
  INSTANT_PATTERN,
  LEGAL_DATE_PATTERN,
} from '../fields.js';
import type { Check, Field } from './shape.js';

type Wording = (...given: readonly unknown[]) => Message;

const fixed =
  (zh: string, en: string): Wording =>
  () => ({ zh, en });

/** What each rule expects; it is told to the one who filled in the field, so it says what to write. */
const wordings: Readonly<Record<string, Wording>> = {
  isString: fixed('文字', 'text'),
  minLength: (min) => ({
    zh: `不少于${String(min)}个字符`,
    en: `at least ${String(min)} characters`,
  }),
  maxLength: (max) => ({
    zh: `不超过${String(max)}个字符`,
    en: `at most ${String(max)} characters`,
  }),
  isUuid: fixed('UUID 标识', 'a UUID'),
  isInt: fixed('整数', 'a whole number'),
  isNumber: fixed('数字', 'a number'),
  min: (min) => ({ zh: `不小于${String(min)}`, en: `${String(min)} or more` }),
  max: (max) => ({ zh: `不大于${String(max)}`, en: `${String(max)} or less` }),
  isBoolean: fixed('true 或 false', 'true or false'),
  isArray: fixed('列表', 'a list'),
  arrayMinSize: (min) => ({ zh: `不少于${String(min)}项`, en: `at least ${String(min)} entries` }),
  arrayMaxSize: (max) => ({ zh: `不超过${String(max)}项`, en: `at most ${String(max)} entries` }),
  arrayUnique: fixed('各项不重复', 'no entry twice'),
  isIn: (values) => ({ zh: `下列之一：${listed(values)}`, en: `one of: ${listed(values)}` }),
  isObject: fixed('对象', 'an object'),
  isEmail: fixed('电子邮箱地址', 'an e-mail address'),
  isUrl: fixed('网址', 'a URL'),
  matches: (pattern) => patternWording(pattern),
};

const patterns: readonly (readonly [RegExp, Message])[] = [
  [LEGAL_DATE_PATTERN, { zh: '日期，如 2026-02-09', en: 'a date such as 2026-02-09' }],
  [
    INSTANT_PATTERN,
    {
      zh: '协调世界时，如 2026-02-09T02:12:00.000Z',
      en: 'an instant in UTC such as 2026-02-09T02:12:00.000Z',
    },
  ],
  [
    CODE_PATTERN,
    {
      zh: '小写字母、数字和连字符组成的代码',
      en: 'a code of lower-case letters, digits and hyphens',
    },
  ],
  [
    CASE_NUMBER_PATTERN,
    {
      zh: '办件编号，如 379900-20261123-000001',
      en: 'a case number such as 379900-20261123-000001',
    },
  ],
];

function patternWording(pattern: unknown): Message {
  const text = String(pattern);
  const known = patterns.find(([each]) => String(each) === text);
  return known?.[1] ?? { zh: `符合格式 ${text}`, en: `text of the form ${text}` };
}

const listed = (values: unknown): string =>
  Array.isArray(values) ? values.map(String).join(', ') : String(values);

export function expectationOf(check: Check): Message {
  const wording = wordings[check.name] ?? fixed(`符合规则 ${check.name}`, `the rule ${check.name}`);
  const { zh, en } = wording(...check.arguments);
  return check.forEach ? { zh: `每项为${zh}`, en: `for every entry ${en}` } : { zh, en };
}

/** Everything that is expected of a field in one sentence. */
export function expectationOfField(field: Field): Message {
  const of = field.checks.map(expectationOf);
  if (field.nested !== undefined && !field.nested.forEach) of.push({ zh: '对象', en: 'an object' });
  return { zh: of.map((each) => each.zh).join('，'), en: of.map((each) => each.en).join(', ') };
}
