import type { UnmetRule } from '@onewindow/kernel';
import { unmet } from '../unmet.js';

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fault = (rule: string, path: string, zh: string, en: string): UnmetRule =>
  unmet(rule, zh, en, { path });

export const at = (path: string, below: string): string =>
  path === '' ? below : `${path}.${below}`;

/** A keyword that is read nowhere would promise what nobody checks. */
export function unknownKeyword(keyword: string, path: string): UnmetRule {
  const shown = keyword.slice(0, 60);
  return /^\$(dynamic)?Ref$/i.test(keyword)
    ? fault(
        'no-references',
        path,
        `表单不得引用他处（${shown}），请直接写出字段。`,
        `A form refers to nothing elsewhere (${shown}); write the field in place.`,
      )
    : fault(
        'keyword-known',
        path,
        `表单不支持“${shown}”，请删去。`,
        `A form knows no "${shown}"; leave it out.`,
      );
}

/** A list of fields, in `required` or `x-order`. */
export function unmetOfListed(
  required: unknown,
  keys: readonly string[],
  path: string,
): readonly UnmetRule[] {
  if (required === undefined) return [];
  if (!Array.isArray(required)) {
    return [fault('fields-listed', path, '应为字段名的列表。', 'Expected: a list of fields.')];
  }
  return (required as unknown[])
    .map((key, index) => ({ key, index }))
    .filter(({ key }) => typeof key !== 'string' || !keys.includes(key))
    .map(({ key, index }) =>
      fault(
        'listed-field-known',
        `${path}.${index}`,
        `字段“${String(key).slice(0, 60)}”不在 properties 中。`,
        `The field "${String(key).slice(0, 60)}" is not among the properties.`,
      ),
    );
}
