import type { Condition } from '@onewindow/kernel';
import { anyOf } from '../forms/merged-form.js';
import type { AskedMaterial } from '../service-item.js';
import type { BundlePlan } from './bundle-plan.js';
import { comesBefore, partOf } from './needed-plan.js';

/** A material that is handed in once for all items that ask for it. */
export interface MergedMaterial extends AskedMaterial {
  readonly items: readonly string[];
  readonly standards: readonly { readonly item: string; readonly acceptanceStandard: string }[];
  readonly when?: Condition;
}

export interface AskingItem {
  readonly code: string;
  readonly materials: readonly AskedMaterial[];
  readonly when?: Condition;
}

/** Strictest last. */
const NECESSITIES: readonly AskedMaterial['necessity'][] = ['optional', 'may-follow', 'required'];

/** The one set of materials: each once, as the strictest of the items asks for it, with the standards of all. */
export function mergedMaterials(items: readonly AskingItem[]): readonly MergedMaterial[] {
  const asking = items.flatMap(({ code, materials, when }) =>
    materials.map((material) => ({ item: code, material, when })),
  );
  return [...Map.groupBy(asking, ({ material }) => material.code).values()].map((group) => {
    const strictest = group.reduce((found, each) =>
      strictness(each.material) > strictness(found.material) ? each : found,
    );
    const months = group.flatMap(({ material }) => material.validMonths ?? []);
    const when = anyOf(group.map((each) => each.when));
    return {
      ...strictest.material,
      ...(months.length > 0 && { validMonths: Math.min(...months) }),
      items: group.map(({ item }) => item),
      standards: group.map(({ item, material: { acceptanceStandard } }) => ({
        item,
        acceptanceStandard,
      })),
      ...(when && { when }),
    };
  });
}

/** What some items of a bundle ask for together: nobody brings what one of them results in to the next. */
export function materialsTogether(
  items: readonly AskingItem[],
  plan: Pick<BundlePlan, 'nodes' | 'edges'>,
): readonly MergedMaterial[] {
  const codes = new Set(items.map(({ code }) => code));
  const part = partOf(plan, ({ item, when }) =>
    item === undefined ? when === undefined : codes.has(item),
  );
  return mergedMaterials(items.map((each) => ({ ...each, materials: askedBeside(each, part) })));
}

const strictness = ({ necessity }: AskedMaterial): number => NECESSITIES.indexOf(necessity);

/** What an item asks for beside the results of the items that come before it in the plan. */
export const askedBeside = (
  item: Pick<AskingItem, 'code' | 'materials'>,
  plan: Pick<BundlePlan, 'nodes' | 'edges'>,
): readonly AskedMaterial[] =>
  item.materials.filter(
    ({ resultOf }) => resultOf === undefined || !comesBefore(plan, resultOf, item.code),
  );
