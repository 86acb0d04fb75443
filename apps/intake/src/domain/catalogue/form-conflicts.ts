import type { UnmetRule } from '@onewindow/kernel';
import { isSound } from '../forms/form-soundness.js';
import { conflictRule, mergedForm, type FormConflict } from '../forms/merged-form.js';
import type { Bundle, DraftedItem } from '../service-item.js';
import { mergedFormOf } from './merged-bundle.js';

type ItemOf = (code: string) => DraftedItem | undefined;

/** What the items of a bundle come to ask together. */
export const formOfBundle = ({ plan, form, decisive = {}, items }: Bundle, itemOf: ItemOf) =>
  plan === undefined
    ? mergedForm(
        items.flatMap((item) => {
          const own = itemOf(item)?.form;
          return isSound(own) ? [{ item, form: own }] : [];
        }),
      )
    : mergedFormOf({ plan, form, decisive }, itemOf);

/**
 * Where an item that is published now defines a key of its form otherwise than what it is bundled with. The law does not wait for a
 * bundle, so the item is published and its editor told; the first definition stands in the bundle until one of them is changed.
 */
export function conflictsBrought(
  changed: ReadonlySet<string>,
  bundles: readonly Bundle[],
  itemOf: ItemOf,
): readonly UnmetRule[] {
  const bringsIt = ({ items }: FormConflict) =>
    items.some((code) => code !== undefined && changed.has(code));
  return bundles.flatMap((bundle) =>
    formOfBundle(bundle, itemOf)
      .conflicts.filter(bringsIt)
      .map((conflict) => conflictRule(conflict, `bundles.${bundle.id}.form.${conflict.field}`)),
  );
}
