import { instantOf, type Message } from '@onewindow/kernel';
import { isHash } from './digest.js';
import { faultAt, type DrawFault } from './faults.js';

/** Judges one value of a JSON document; answers what is wrong, at the path where it stands. */
export type Shape = (value: unknown, path: string) => DrawFault[];

const value =
  (expected: Message, fits: (value: unknown) => boolean): Shape =>
  (found, path) =>
    fits(found) ? [] : [faultAt(path, 'field-malformed', expected)];

const isInstant = (found: unknown): boolean => {
  if (typeof found !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(found))
    return false;
  const time = Date.parse(found);
  return !Number.isNaN(time) && instantOf(time) === found;
};

// Lone surrogates have no UTF-8 bytes of their own, and control characters are seen by nobody.
const isText = (found: unknown, longest: number): boolean =>
  typeof found === 'string' &&
  found.length <= longest &&
  found.isWellFormed() &&
  found.trim() === found &&
  /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u.test(found);

export const text = (longest: number): Shape =>
  value(
    {
      zh: `应为1至${longest}个字符的文字，首尾无空格，无控制字符。`,
      en: `It is a text of 1 to ${longest} characters, without blanks around it or control characters.`,
    },
    (found) => isText(found, longest),
  );

export const hash: Shape = value(
  { zh: '应为64位小写十六进制数字。', en: 'It has 64 small hexadecimal digits.' },
  isHash,
);

export const instant: Shape = value(
  {
    zh: '应为世界时时刻，如“2026-03-02T08:00:00.000Z”。',
    en: 'It is a moment in UTC such as "2026-03-02T08:00:00.000Z".',
  },
  isInstant,
);

export const creditCode: Shape = value(
  {
    zh: '应为18位统一社会信用代码（大写）。',
    en: 'It is a unified social credit code: 18 digits and capital letters.',
  },
  (found) => typeof found === 'string' && /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(found),
);

export const place: Shape = value(
  { zh: '应为从1起的整数。', en: 'It is a whole number from 1.' },
  (found) => Number.isSafeInteger(found) && (found as number) >= 1,
);

export const oneOf = (words: readonly string[]): Shape =>
  value({ zh: `应为：${words.join('、')}。`, en: `It is one of ${words.join(', ')}.` }, (found) =>
    words.some((word) => word === found),
  );

export const listOf =
  (each: Shape, longest: number): Shape =>
  (found, path) =>
    Array.isArray(found) && found.length <= longest
      ? Array.from(found, (item: unknown, index) => each(item, `${path}.${index}`)).flat()
      : [
          faultAt(path, 'field-malformed', {
            zh: `应为不超过${longest}项的列表。`,
            en: `It is a list of no more than ${longest}.`,
          }),
        ];

/** Exactly these fields: what nobody hashes must not stand in the file either. */
export const fields =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (found, path) => {
    if (!isObject(found))
      return [faultAt(path, 'field-malformed', { zh: '应为对象。', en: 'It is an object.' })];
    const at = (field: string) => (path === '' ? field : `${path}.${field}`);
    return [
      ...Object.entries(shapes).flatMap(([field, shape]) =>
        Object.hasOwn(found, field)
          ? shape(found[field], at(field))
          : [faultAt(at(field), 'field-missing')],
      ),
      ...Object.keys(found)
        .filter((field) => !Object.hasOwn(shapes, field))
        .map((field) => faultAt(at(field), 'field-unknown')),
    ];
  };

export const isObject = (found: unknown): found is Readonly<Record<string, unknown>> =>
  typeof found === 'object' && found !== null && !Array.isArray(found);
