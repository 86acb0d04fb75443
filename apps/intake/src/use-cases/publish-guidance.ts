import { refuseWhenUnmet, type Changes, type Instant } from '@onewindow/kernel';
import { changedFields } from '../domain/catalogue/comparison.js';
import { changedInEdition } from '../domain/catalogue/editing-rules.js';
import type { Guidance, GuidanceTree } from '../domain/guidance/guidance.js';
import { unmetOfGuidance } from '../domain/guidance/guidance-soundness.js';
import { intakeRefusals } from '../domain/refusals.js';
import { BUNDLE, CATALOGUE_ITEM, GUIDANCE, GUIDANCE_VERSION } from './aggregates.js';
import type { IntakeDependencies } from './ports.js';

export interface PublishGuidance extends GuidanceTree {
  readonly code: string;
  /** The version that the editor saw; 0: there was none. Absent: whatever there was is replaced. */
  readonly basedOn?: number;
}

/** Publishes the questions that lead to an item or a bundle; the version before stays on file. */
export const publishGuidance =
  ({ transact, now }: Pick<IntakeDependencies, 'transact' | 'now'>) =>
  ({ basedOn, code, ...tree }: PublishGuidance): Promise<{ code: string; version: number }> =>
    transact(async (changes) => {
      const before = await changes.find(GUIDANCE, code);
      requireVersion(before, basedOn, tree);
      const codes = itemsOfTree(tree);
      const found = await Promise.all(codes.map((item) => changes.find(CATALOGUE_ITEM, item)));
      const offered = new Set(
        found.flatMap((item) => (item !== undefined && item.retired === undefined ? item.id : [])),
      );
      const bundle =
        tree.bundle === undefined ? undefined : await changes.find(BUNDLE, tree.bundle);
      const known = {
        isOffered: (item: string) => offered.has(item),
        isBundle: () => bundle !== undefined,
      };
      refuseWhenUnmet(unmetOfGuidance(tree, known), (rules) =>
        intakeRefusals.refuse('guidance-not-publishable', rules),
      );
      return { code, version: await keepGuidance(changes, code, tree, now()) };
    });

/** Puts a tree in the place of the version before it. */
export async function keepGuidance(
  changes: Changes,
  code: string,
  tree: GuidanceTree,
  at: Instant,
): Promise<number> {
  const before = await changes.find(GUIDANCE, code);
  const version = (before?.version ?? 0) + 1;
  const state = { ...tree, id: code, version };
  const change = { state, events: [{ type: 'guidance-published' as const, version }] };
  if (before === undefined) changes.create(GUIDANCE, code, change);
  else changes.save(GUIDANCE, code, change);
  const id = guidanceVersionId(code, version);
  changes.create(GUIDANCE_VERSION, id, {
    state: { ...state, id, code, publishedAt: at },
    events: [{ type: 'guidance-version-kept', version }],
  });
  return version;
}

export const guidanceVersionId = (code: string, version: number): string => `${code}:${version}`;

/** The items that a tree speaks of. */
export const itemsOfTree = ({ item, outcomes }: GuidanceTree): readonly string[] => [
  ...new Set([...(item === undefined ? [] : [item]), ...outcomes.flatMap(({ items }) => items)]),
];

/** Of two editors of one version the second is told what the first has changed. */
function requireVersion(
  before: Guidance | undefined,
  basedOn: number | undefined,
  given: GuidanceTree,
): void {
  const version = before?.version ?? 0;
  if (basedOn === undefined || basedOn === version) return;
  const { id: _, version: __, ...stored } = before ?? { id: '', version: 0 };
  throw intakeRefusals.refuse(
    'guidance-changed',
    changedInEdition(changedFields(stored, given), version, 'version'),
  );
}
