import { shapeOf, type Field, type PayloadClass } from '@onewindow/contracts';
import type { Fields } from './faulty-requests.js';

const VALUES: readonly unknown[] = [
  'another-sample',
  '2026-04-28',
  '2026-04-28T01:10:00.000Z',
  'f'.repeat(64),
  2,
  3,
  true,
  false,
];

/** Another request of the same contract: one value differs and all rules still hold; undefined where nothing can differ. */
export function anotherRequest(
  type: PayloadClass,
  request: Fields,
  isChangeable: (name: string) => boolean,
): Fields | undefined {
  for (const field of shapeOf(type).fields) {
    const own = request[field.name];
    if (field.nested !== undefined || !isChangeable(field.name)) continue;
    const isList = field.checks.some(({ name }) => name === 'isArray');
    const entries: readonly unknown[] = Array.isArray(own) ? own : [];
    const first = isList ? entries[0] : own;
    const checks = field.checks.filter(({ forEach }) => forEach === isList);
    const other = [...choicesOf(field), ...lookingLike(first), ...VALUES].find(
      (each) => each !== first && checks.every((check) => check.passes(each)),
    );
    if (other === undefined) continue;
    return { ...request, [field.name]: isList ? [other, ...entries.slice(1)] : other };
  }
  return shorter(type, request);
}

/** Where everything that may differ is nested: the same without the first entry of a list that has more. */
function shorter(type: PayloadClass, request: Fields): Fields | undefined {
  const nested = shapeOf(type).fields.filter((field) => field.nested !== undefined);
  const list = nested.find(({ name }) => Array.isArray(request[name]) && request[name].length > 1);
  return list && { ...request, [list.name]: (request[list.name] as readonly unknown[]).slice(1) };
}

const choicesOf = (field: Field): readonly unknown[] => {
  const choices = field.checks.find(({ name }) => name === 'isIn')?.arguments[0];
  return Array.isArray(choices) ? (choices as unknown[]) : [];
};

/** Another last sign keeps the form of ids and numbers. */
const lookingLike = (value: unknown): readonly string[] =>
  typeof value === 'string' ? ['1', '2'].map((sign) => `${value.slice(0, -1)}${sign}`) : [];
