import type { UnmetRule } from '@onewindow/kernel';
import type { Form } from '../forms/form.js';
import type { Bundle, CatalogueItem } from '../service-item.js';
import { repeated, unmet } from '../unmet.js';
import type { DraftedBundle } from './bundle-draft.js';
import { offered, type BundlePlan } from './bundle-plan.js';
import { decisiveOf, inspectedItems, notOffered, unmetOfBundle } from './merged-bundle.js';

type Items = ReadonlyMap<string, CatalogueItem>;
type Planned = { readonly plan: BundlePlan };

/** What a bundle comes to with the items that there are. */
export interface Judged {
  /** With one of them it is not published. */
  readonly faults: readonly UnmetRule[];
  readonly content: Omit<Bundle, 'id' | 'edition'>;
  /** Nodes that are not offered here. */
  readonly notes: readonly UnmetRule[];
}

/** Judges a bundle 一件事: of items that are named, or of a plan that is judged as a whole. */
export const judgeBundle = (bundle: DraftedBundle, known: Items): Judged => {
  const { plan } = bundle;
  return plan === undefined ? named(bundle, known) : asPlanned({ ...bundle, plan }, known);
};

/** The items that a bundle speaks of. */
export const itemsNamedIn = ({
  items = [],
  plan,
}: Pick<DraftedBundle, 'items' | 'plan'>): readonly string[] => [
  ...new Set([...items, ...(plan?.nodes ?? []).flatMap(({ item }) => item ?? [])]),
];

function asPlanned(
  { name = '', items = [], jointInspection = [], handling, plan, form }: DraftedBundle & Planned,
  known: Items,
): Judged {
  const isOffered = (code: string) => known.get(code)?.retired === undefined && known.has(code);
  const { items: ofPlan, absent } = offered(plan, isOffered);
  const inspected = inspectedItems(plan, ofPlan);
  const itemOf = (code: string) => (isOffered(code) ? known.get(code)?.item : undefined);
  return {
    faults: [
      ...unmetOfName(name),
      ...unmetOfBundle({ plan, form }, itemOf),
      ...(plan.nodes.length === 0 ? [NO_NODES] : []),
      ...differing('items', items, ofPlan),
      ...differing('jointInspection', jointInspection, inspected),
    ],
    content: {
      name,
      items: ofPlan,
      jointInspection: inspected,
      ...(handling && { handling }),
      plan,
      ...(form && { form: form as unknown as Form }),
      decisive: decisiveOf({ plan, form }, itemOf),
    },
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
  { name = '', items = [], jointInspection = [], handling, form }: DraftedBundle,
  known: Items,
): Judged {
  const unknown = items.filter((item) => !known.has(item));
  return {
    faults: [
      ...unmetOfName(name),
      ...unmetForList({ items, jointInspection }, unknown),
      ...(form === undefined ? [] : [FORM_WITHOUT_PLAN]),
    ],
    content: { name, items, jointInspection, ...(handling && { handling }) },
    notes: [],
  };
}

const unmetOfName = (name: string): readonly UnmetRule[] =>
  name.trim() === '' ? [WITHOUT_NAME] : [];

const WITHOUT_NAME = unmet(
  'field-filled-in',
  '尚未填写名称，请补充。',
  'The name is missing; fill it in.',
  { path: 'name' },
);

const unmetForList = (
  bundle: Pick<Judged['content'], 'items' | 'jointInspection'>,
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
