const KEY = 'onewindow.query-code';

/** The query code that was typed for a number, for this tab alone: it outlives a reload and never stands in an address. */
export function keptCode(number: string): string | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Readonly<
      Record<string, string>
    >;
    return kept[number];
  } catch {
    return undefined;
  }
}

export function keepCode(number: string, code: string): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ [number]: code }));
  } catch {
    // A browser that keeps nothing asks for the code again.
  }
}
