import type { UnmetRule } from '@onewindow/kernel';

/** What came of reading an identifier: its parts and what to look at, or everything that is wrong with it. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value; readonly warnings: readonly UnmetRule[] }
  | { readonly ok: false; readonly unmet: readonly UnmetRule[] };

/** The rules a reading does not meet, placed at a path of the request; none when it could be read. */
export function unmetAt(reading: Reading<unknown>, path: string): UnmetRule[] {
  return reading.ok ? [] : reading.unmet.map((rule) => ({ ...rule, path }));
}

/** The value is only made when nothing is wrong. */
export function readingOf<Value>(
  value: () => Value,
  unmet: readonly UnmetRule[],
  warnings: readonly UnmetRule[] = [],
): Reading<Value> {
  return unmet.length > 0 ? { ok: false, unmet } : { ok: true, value: value(), warnings };
}

/** People paste codes with blanks around them and type letters small. */
export const asTyped = (text: string): string =>
  text.trim().replace(/[a-z]/g, (letter) => letter.toUpperCase());

/** Where the characters outside `allowed` stand, counted from 1 as a reader counts. */
export function strangersIn(text: string, allowed: RegExp): string {
  return Array.from(text)
    .map((character, index) => (allowed.test(character) ? '' : `${index + 1} (${character})`))
    .filter((place) => place !== '')
    .join(', ');
}
