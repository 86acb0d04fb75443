/** What to fetch for a page by its address, as the build knows it: `[['/items/:code', ['/assets/item-page.js', '/api/items/:code']]]`. */
export type EarlyFetches = readonly (readonly [path: string, addresses: readonly string[]])[];

/** What the page at this address needs, its parameters put in; nothing where the address is no page or asks for something special. */
export function fetchesFor(
  known: EarlyFetches,
  { pathname, search }: { readonly pathname: string; readonly search: string },
): readonly string[] {
  for (const [path, addresses] of known) {
    const given = parametersOf(path, pathname);
    if (given === undefined) continue;
    return addresses
      .filter((address) => search === '' || !isQuestion(address))
      .map((address) => address.replace(/:(\w+)/g, (_, name: string) => given[name] ?? ''));
  }
  return [];
}

export const isQuestion = (address: string): boolean => address.startsWith('/api/');

/** The parameters as the address writes them, undefined where the address is not of this path. */
function parametersOf(
  path: string,
  pathname: string,
): Readonly<Record<string, string>> | undefined {
  const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
  const found = pattern.exec(pathname);
  return found === null ? undefined : (found.groups ?? {});
}
