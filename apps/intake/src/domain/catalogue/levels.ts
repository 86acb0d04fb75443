import type { UnmetRule } from '@onewindow/kernel';
import type { DraftedItem } from '../service-item.js';
import { unmet } from '../unmet.js';
import { compare } from './comparison.js';
import type { Implementation } from './implementation.js';

/** What has to agree on every level that handles an item 三级四同: name, code, materials and type. */
const ALIKE = {
  name: ['事项名称', 'name'],
  basicCode: ['事项编码', 'code'],
  materials: ['申报材料', 'materials'],
  itemType: ['权力类型', 'type'],
} as const satisfies Partial<Record<keyof DraftedItem, readonly [string, string]>>;

/** The elements in which a district is out of step with the item. */
export const outOfStep = (
  item: DraftedItem,
  { differs = {} }: Pick<Implementation, 'differs'>,
): readonly UnmetRule[] =>
  Object.entries(ALIKE).flatMap(([field, [zh, en]]) => {
    const own = differs[field as keyof typeof ALIKE];
    const [difference] =
      own === undefined ? [] : compare(item[field as keyof typeof ALIKE], own, field);
    return difference === undefined
      ? []
      : [
          unmet(
            `same-${en}-on-all-levels`,
            `${zh}与上级不一致，请按“三级四同”统一。`,
            `The ${en} differs from the item; it has to be the same on all levels.`,
            { path: `differs.${difference.path}`, source: '三级四同' },
          ),
        ];
  });
