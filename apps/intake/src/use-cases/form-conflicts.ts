import type { Changes, UnmetRule } from '@onewindow/kernel';
import { conflictsBrought } from '../domain/catalogue/form-conflicts.js';
import { itemsNamedIn } from '../domain/catalogue/publishable-bundle.js';
import type { DraftedItem } from '../domain/service-item.js';
import { BUNDLE, CATALOGUE_ITEM } from './aggregates.js';
import type { BundlesOnFile } from './ports.js';

/** What an act that publishes items comes to in the bundles that hold them. Bundles in `replaced` are judged by themselves. */
export async function formConflicts(
  changes: Changes,
  onFile: BundlesOnFile,
  published: readonly (DraftedItem & { readonly code: string })[],
  replaced: ReadonlySet<string> = new Set(),
): Promise<readonly UnmetRule[]> {
  const asking = published.filter(({ form }) => form !== undefined);
  const codes = await onFile.asking(asking.map(({ code }) => code));
  const found = await Promise.all(
    codes.filter((code) => !replaced.has(code)).map((code) => changes.find(BUNDLE, code)),
  );
  const bundles = found.filter((bundle) => bundle !== undefined);
  const others = new Set(bundles.flatMap(itemsNamedIn));
  const known = await Promise.all([...others].map((code) => changes.find(CATALOGUE_ITEM, code)));
  const items = new Map<string, DraftedItem>([
    ...known.flatMap((each) =>
      each === undefined || each.retired !== undefined ? [] : [[each.id, each.item] as const],
    ),
    ...published.map((item) => [item.code, item] as const),
  ]);
  return conflictsBrought(new Set(asking.map(({ code }) => code)), bundles, (code) =>
    items.get(code),
  );
}
