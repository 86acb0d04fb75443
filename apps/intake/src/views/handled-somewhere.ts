import type { ItemFilter } from './search-index.js';

/** That an item is handled in that district and on that level: by one implementation, which meets both. No condition where neither is asked for. */
export function handledSomewhere(
  item: string,
  { district, level }: Pick<ItemFilter, 'district' | 'level'>,
): { readonly conditions: readonly string[]; readonly values: readonly string[] } {
  const asked = Object.entries({ district, level }).flatMap(([column, value]) =>
    value === undefined ? [] : [{ condition: `m.${column} = ?`, value }],
  );
  if (asked.length === 0) return { conditions: [], values: [] };
  const both = asked.map(({ condition }) => condition).join(' and ');
  return {
    conditions: [`exists (select from implementation m where m.item = ${item} and ${both})`],
    values: asked.map(({ value }) => value),
  };
}
