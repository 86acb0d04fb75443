import type { ServiceItem } from '../api/replies.js';

export interface DistinctMaterial {
  readonly code: string;
  readonly name: string;
  /** Names of the items that ask for it. */
  readonly usedBy: readonly string[];
}

/** The materials of several items, each once (同一份材料只交一次), in the order in which they come up. */
export function distinctMaterials(
  items: readonly Pick<ServiceItem, 'name' | 'materials'>[],
): readonly DistinctMaterial[] {
  const found = new Map<string, DistinctMaterial>();
  for (const { name: item, materials } of items) {
    for (const { code, name } of materials) {
      const before = found.get(code)?.usedBy ?? [];
      found.set(code, { code, name, usedBy: [...before, item] });
    }
  }
  return [...found.values()];
}
