export interface Printed {
  readonly number: string;
  readonly code: string;
}

/**
 * Number and code of a printed link, `/verify#number=…&code=…`: what stands behind the `#` reaches no server and no log.
 * The same after a `?` is understood too, because some readers of printed codes cut off the rest.
 */
export function printedLink(hash: string, search: string): Printed {
  const behind = new URLSearchParams(hash.replace(/^#/, ''));
  const before = new URLSearchParams(search);
  const read = (name: string) => (behind.get(name) ?? before.get(name) ?? '').trim();
  return { number: read('number'), code: read('code') };
}

/** Where a paper is verified; its number may hold anything that agencies write into numbers. */
export const paperAddress = (number: string): string =>
  `/verification/papers/${encodeURIComponent(number)}`;
