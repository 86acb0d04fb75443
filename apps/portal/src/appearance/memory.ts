/** What this browser was told before, where it lets pages remember anything. */
export function recall<Value extends string>(
  key: string,
  known: readonly Value[],
): Value | undefined {
  try {
    const stored = localStorage.getItem(key);
    return known.find((value) => value === stored);
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing still shows what was chosen, until the page is left.
  }
}
