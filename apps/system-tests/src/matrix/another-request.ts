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
  return undefined;
}

const choicesOf = (field: Field): readonly unknown[] => {
  const choices = field.checks.find(({ name }) => name === 'isIn')?.arguments[0];
  return Array.isArray(choices) ? (choices as unknown[]) : [];
};

/** Another last sign keeps the form of ids and numbers. */
const lookingLike = (value: unknown): readonly string[] =>
  typeof value === 'string' ? ['1', '2'].map((sign) => `${value.slice(0, -1)}${sign}`) : [];
