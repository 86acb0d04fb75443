import { refuseWhenUnmet, type Changes, type Instant, type UnmetRule } from '@onewindow/kernel';
import type { DraftedBundle } from '../domain/catalogue/bundle-draft.js';
import { changedFields } from '../domain/catalogue/comparison.js';
import { changedInEdition } from '../domain/catalogue/editing-rules.js';
import { itemsNamedIn, judgeBundle, type Judged } from '../domain/catalogue/publishable-bundle.js';
import { intakeRefusals } from '../domain/refusals.js';
import type { Bundle } from '../domain/service-item.js';
import { BUNDLE, BUNDLE_EDITION, CATALOGUE_ITEM } from './aggregates.js';
import type { IntakeDependencies } from './ports.js';
import type { Published } from './publish-catalogue-item.js';

export interface PublishBundle extends DraftedBundle {
  readonly code: string;
  readonly name: string;
  /** The edition that the editor saw; 0: there was none. Absent: whatever there was is replaced. */
  readonly basedOn?: number;
}

export interface PublishedBundle extends Published {
  /** Nodes that are not offered here. */
  readonly notes: readonly UnmetRule[];
}

/** Publishes a bundle in one act, by an administrator who answers for it alone. */
export const publishBundle =
  ({ transact, now }: Pick<IntakeDependencies, 'transact' | 'now'>) =>
  ({ basedOn, code, ...bundle }: PublishBundle): Promise<PublishedBundle> =>
    transact(async (changes) => {
      const judged = await judgedBundle(changes, bundle);
      requireEdition(await changes.find(BUNDLE, code), basedOn, bundle);
      const edition = await keepJudged(changes, code, judged, now());
      return { code, edition, notes: judged.notes };
    });

/** A bundle with the items that there are now. */
export async function judgedBundle(changes: Changes, bundle: DraftedBundle): Promise<Judged> {
  const codes = itemsNamedIn(bundle);
  const found = await Promise.all(codes.map((code) => changes.find(CATALOGUE_ITEM, code)));
  return judgeBundle(
    bundle,
    new Map(found.flatMap((each) => (each ? [[each.id, each] as const] : []))),
  );
}

/** Keeps a bundle that has no fault. Throws the refusal `bundle-not-publishable`. */
export function keepJudged(
  changes: Changes,
  code: string,
  { faults, content }: Judged,
  at: Instant,
): Promise<number> {
  refuseWhenUnmet(faults, (rules) => intakeRefusals.refuse('bundle-not-publishable', rules));
  return keepBundle(changes, { id: code, ...content }, at);
}

/** Puts a bundle in the place of the edition before it, which stays on file. */
export async function keepBundle(
  changes: Changes,
  bundle: Omit<Bundle, 'edition'>,
  at: Instant,
): Promise<number> {
  const before = await changes.find(BUNDLE, bundle.id);
  const edition = (before?.edition ?? 0) + 1;
  const state = { ...bundle, edition };
  const change = { state, events: [{ type: 'bundle-published' as const, edition }] };
  if (before === undefined) changes.create(BUNDLE, bundle.id, change);
  else changes.save(BUNDLE, bundle.id, change);
  const id = editionId(bundle.id, edition);
  changes.create(BUNDLE_EDITION, id, {
    state: { ...state, id, code: bundle.id, publishedAt: at },
    events: [{ type: 'bundle-edition-kept', edition }],
  });
  return edition;
}

export const editionId = (code: string, edition: number): string => `${code}:${edition}`;

/** Of two editors of one edition the second is told what the first has changed. */
function requireEdition(
  before: Bundle | undefined,
  basedOn: number | undefined,
  given: DraftedBundle,
): void {
  const edition = before?.edition ?? 0;
  if (basedOn === undefined || basedOn === edition) return;
  const { id: __, edition: ___, decisive: ____, ...stored }: Partial<Bundle> = before ?? {};
  // With a plan both lists follow from it, and an editor leaves them empty.
  const following = given.plan === undefined ? [] : ['items', 'jointInspection'];
  const changed = changedFields(stored, given).filter((field) => !following.includes(field));
  throw intakeRefusals.refuse('bundle-changed', changedInEdition(changed, edition));
}
