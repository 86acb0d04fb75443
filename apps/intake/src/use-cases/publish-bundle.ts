import { refuseWhenUnmet, type Changes, type Instant, type UnmetRule } from '@onewindow/kernel';
import { offered, type BundlePlan } from '../domain/catalogue/bundle-plan.js';
import { changedFields } from '../domain/catalogue/comparison.js';
import {
  decisiveOf,
  inspectedItems,
  notOffered,
  unmetOfBundle,
} from '../domain/catalogue/merged-bundle.js';
import type { Form } from '../domain/forms/form.js';
import { intakeRefusals } from '../domain/refusals.js';
import type { Bundle, BundleHandling, CatalogueItem } from '../domain/service-item.js';
import { repeated, unmet } from '../domain/unmet.js';
import { BUNDLE, BUNDLE_EDITION, CATALOGUE_ITEM } from './aggregates.js';
import type { IntakeDependencies } from './ports.js';
import type { Published } from './publish-catalogue-item.js';

export interface PublishBundle {
  readonly code: string;
  readonly name: string;
  readonly items: readonly string[];
  readonly jointInspection: readonly string[];
  readonly handling?: BundleHandling;
  readonly plan?: BundlePlan;
  readonly form?: Readonly<Record<string, unknown>>;
  /** The edition that the editor saw; 0: there was none. Absent: whatever there was is replaced. */
  readonly basedOn?: number;
}

export interface PublishedBundle extends Published {
  /** Nodes that are not offered here. */
  readonly notes: readonly UnmetRule[];
}

/** Publishes a bundle 一件事: of items that are named, or of a plan that is judged as a whole. */
export const publishBundle =
  ({ transact, now }: Pick<IntakeDependencies, 'transact' | 'now'>) =>
  ({ basedOn, ...bundle }: PublishBundle): Promise<PublishedBundle> =>
    transact(async (changes) => {
      const planned = (bundle.plan?.nodes ?? []).flatMap(({ item }) => item ?? []);
      const codes = [...new Set([...bundle.items, ...planned])];
      const found = await Promise.all(codes.map((code) => changes.find(CATALOGUE_ITEM, code)));
      const items = new Map(found.flatMap((each) => (each ? [[each.id, each] as const] : [])));
      const before = await changes.find(BUNDLE, bundle.code);
      requireEdition(before, basedOn, bundle);
      const { plan } = bundle;
      const { notes, ...state } =
        plan === undefined ? named(bundle, items) : asPlanned({ ...bundle, plan }, items);
      const edition = await keepBundle(changes, { id: bundle.code, ...state }, now());
      return { code: bundle.code, edition, notes };
    });

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

type Taken = Omit<Bundle, 'id' | 'edition'> & { readonly notes: readonly UnmetRule[] };
type Items = ReadonlyMap<string, CatalogueItem>;

function asPlanned(
  { name, items, jointInspection, handling, plan, form }: PublishBundle & { plan: BundlePlan },
  known: Items,
): Taken {
  const isOffered = (code: string) => known.get(code)?.retired === undefined && known.has(code);
  const { items: ofPlan, absent } = offered(plan, isOffered);
  const inspected = inspectedItems(plan, ofPlan);
  const itemOf = (code: string) => (isOffered(code) ? known.get(code)?.item : undefined);
  refuseWhenUnmet(
    [
      ...unmetOfBundle({ plan, form }, itemOf),
      ...(plan.nodes.length === 0 ? [NO_NODES] : []),
      ...differing('items', items, ofPlan),
      ...differing('jointInspection', jointInspection, inspected),
    ],
    (rules) => intakeRefusals.refuse('bundle-not-publishable', rules),
  );
  return {
    name,
    items: ofPlan,
    jointInspection: inspected,
    ...(handling && { handling }),
    plan,
    ...(form && { form: form as unknown as Form }),
    decisive: decisiveOf({ plan, form }, itemOf),
    notes: absent.map((node) => ({
      ...notOffered(node),
      path: `plan.nodes.${plan.nodes.indexOf(node)}`,
    })),
  };
}

/** With a plan both lists follow from it; whoever names them all the same has to mean the same. */
const differing = (
  path: string,
  given: readonly string[],
  ofPlan: readonly string[],
): readonly UnmetRule[] =>
  given.length === 0 || given.toSorted().join() === ofPlan.toSorted().join()
    ? []
    : [
        unmet(
          'follows-from-the-plan',
          `${path} 由方案的节点得出（${ofPlan.join('、')}），请留空。`,
          `${path} follows from the nodes of the plan (${ofPlan.join(', ')}); leave it empty.`,
          { path },
        ),
      ];

function named(
  { name, items, jointInspection, handling, form }: PublishBundle,
  known: Items,
): Taken {
  const unknown = items.filter((item) => !known.has(item));
  refuseWhenUnmet(
    [
      ...unmetForList({ items, jointInspection }, unknown),
      ...(form === undefined ? [] : [FORM_WITHOUT_PLAN]),
    ],
    (rules) => intakeRefusals.refuse('bundle-not-publishable', rules),
  );
  return { name, items, jointInspection, ...(handling && { handling }), notes: [] };
}

/** Of two editors of one edition the second is told what the first has changed. */
function requireEdition(
  before: Bundle | undefined,
  basedOn: number | undefined,
  { code: _, ...given }: Omit<PublishBundle, 'basedOn'>,
): void {
  const edition = before?.edition ?? 0;
  if (basedOn === undefined || basedOn === edition) return;
  const { id: __, edition: ___, decisive: ____, ...stored }: Partial<Bundle> = before ?? {};
  // With a plan both lists follow from it, and an editor leaves them empty.
  const following = given.plan === undefined ? [] : ['items', 'jointInspection'];
  const changed = changedFields(stored, given).filter((field) => !following.includes(field));
  throw intakeRefusals.refuse(
    'bundle-changed',
    changed.map((field) =>
      unmet(
        'field-changed-since',
        `“${field}”在第 ${edition} 版中已不同，请在最新版上修改。`,
        `"${field}" differs in edition ${edition}; make your change on that.`,
        { path: field },
      ),
    ),
  );
}

const unmetForList = (
  bundle: Pick<PublishBundle, 'items' | 'jointInspection'>,
  unknown: readonly string[],
): readonly UnmetRule[] => [
  ...(bundle.items.length < 2 ? [TOO_FEW] : []),
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
        { path: 'jointInspection' },
      ),
    ),
];

const TOO_FEW = unmet(
  'several-items',
  '没有方案的“一件事”应列出至少两个事项。',
  'A bundle without a plan lists at least two items.',
  { path: 'items' },
);

const NO_NODES = unmet(
  'plan-has-nodes',
  '方案没有节点，无从办理；仅作资料的请随目录文件导入。',
  'The plan has no nodes, so there is nothing to apply for; documentation comes with a catalogue file.',
  { path: 'plan.nodes' },
);

const FORM_WITHOUT_PLAN = unmet(
  'form-needs-a-plan',
  '“一件事”自己的表单要有方案（plan）才有用，请补充方案或删去表单。',
  'A form of the bundle needs a plan that turns on it; add the plan or leave the form out.',
  { path: 'form' },
);
