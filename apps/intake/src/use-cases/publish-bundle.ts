import { refuseWhenUnmet } from '@onewindow/kernel';
import { intakeRefusals } from '../domain/refusals.js';
import type { BundleHandling } from '../domain/service-item.js';
import { repeated, unmet } from '../domain/unmet.js';
import { BUNDLE, CATALOGUE_ITEM } from './aggregates.js';
import type { IntakeDependencies } from './ports.js';
import type { Published } from './publish-catalogue-item.js';

export interface PublishBundle {
  readonly code: string;
  readonly name: string;
  readonly items: readonly string[];
  readonly jointInspection: readonly string[];
  readonly handling?: BundleHandling;
}

/** Publishes a bundle 一件事 of published items. */
export const publishBundle =
  ({ transact }: Pick<IntakeDependencies, 'transact'>) =>
  ({ code, ...bundle }: PublishBundle): Promise<Published> =>
    transact(async (changes) => {
      const found = await Promise.all(
        bundle.items.map((item) => changes.find(CATALOGUE_ITEM, item)),
      );
      const unknown = bundle.items.filter((_, index) => found[index] === undefined);
      refuseWhenUnmet(unmetForBundle(bundle, unknown), (rules) =>
        intakeRefusals.refuse('bundle-not-publishable', rules),
      );
      const before = await changes.find(BUNDLE, code);
      const edition = (before?.edition ?? 0) + 1;
      const change = {
        state: { id: code, edition, ...bundle },
        events: [{ type: 'bundle-published' as const, edition }],
      };
      if (before === undefined) changes.create(BUNDLE, code, change);
      else changes.save(BUNDLE, code, change);
      return { code, edition };
    });

const unmetForBundle = (bundle: Omit<PublishBundle, 'code'>, unknown: readonly string[]) => [
  ...unknown.map((item) =>
    unmet(
      'item-published',
      `事项“${item}”尚未发布，请先发布。`,
      `The item "${item}" is not published; publish it first.`,
      { path: 'items' },
    ),
  ),
  ...repeated(bundle.items).map((item) =>
    unmet('item-listed-once', `事项“${item}”列了两次。`, `The item "${item}" is listed twice.`, {
      path: 'items',
    }),
  ),
  ...bundle.jointInspection
    .filter((item) => !bundle.items.includes(item))
    .map((item) =>
      unmet(
        'inspected-item-in-bundle',
        `联合踏勘的事项“${item}”不在本“一件事”中。`,
        `The jointly inspected item "${item}" is not in the bundle.`,
        {
          path: 'jointInspection',
        },
      ),
    ),
];
