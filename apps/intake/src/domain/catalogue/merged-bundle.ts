import { fieldsOfCondition, type Condition, type UnmetRule } from '@onewindow/kernel';
import type { Form } from '../forms/form.js';
import { isSound, unmetOfForm } from '../forms/form-soundness.js';
import { unmetOfConditionOn, unmetOfOrder } from '../forms/form-rules.js';
import {
  anyOf,
  conflictRule,
  mergedForm,
  type FormOf,
  type MergedForm,
} from '../forms/merged-form.js';
import type { DraftedItem } from '../service-item.js';
import { unmet } from '../unmet.js';
import { unmetOfPlan, whenOf, type BundleNode, type BundlePlan } from './bundle-plan.js';
import { decisiveFields } from './needed-plan.js';

/** What is said of a bundle as one thing: its plan, and what it asks beside its items. */
export interface PlannedBundle {
  readonly plan: BundlePlan;
  /** A `Form` where it is sound. */
  readonly form?: unknown;
  /** What its conditions turned on when it was published. */
  readonly decisive?: Form['properties'];
}

/** An item of a bundle, and the condition under which any of its nodes is needed. */
export interface ItemOfBundle<Item> {
  readonly code: string;
  readonly item: Item;
  readonly when?: Condition;
}

/** Everything that is wrong with a bundle as a whole, by its place in it. */
export function unmetOfBundle(
  bundle: PlannedBundle,
  itemOf: (code: string) => DraftedItem | undefined,
): readonly UnmetRule[] {
  const { plan, form } = bundle;
  const ofPlan = unmetOfPlan(plan).map((each) => ({ ...each, path: `plan.${each.path ?? ''}` }));
  const ofForm = form === undefined ? [] : unmetOfForm(form, 'form');
  // What is said of fields can be judged only where there is a form to say it of.
  if (ofForm.length > 0) return [...ofPlan, ...ofForm];
  const merged = mergedFormOf(bundle, itemOf);
  const ofConditions = plan.nodes.flatMap(({ when }, at) =>
    when === undefined
      ? []
      : unmetOfConditionOn(when, `plan.nodes.${at}.when`, merged.form.properties),
  );
  return [
    ...ofPlan,
    ...ofConditions,
    // A node that needs what only its own item asks is never needed.
    ...(ofConditions.length > 0 ? [] : unmetOfOrder(merged.form, 'form')),
    ...merged.conflicts.map((conflict) =>
      conflictRule(conflict, placeOf(bundle, conflict.items[1])),
    ),
  ];
}

/** The one form of a bundle: its own questions first, then those of its items in the order of the plan. */
export function mergedFormOf(
  { plan, form, decisive = {} }: PlannedBundle,
  itemOf: (code: string) => DraftedItem | undefined,
): MergedForm {
  const own: readonly FormOf[] = isSound(form) ? [{ form }] : [];
  const parts: readonly FormOf[] = [
    ...own,
    ...itemsOf(plan, itemOf).flatMap(({ code, item, when }) =>
      isSound(item.form) ? [{ item: code, form: item.form, ...(when && { when }) }] : [],
    ),
  ];
  const asked = new Set(parts.flatMap((part) => Object.keys(part.form.properties)));
  const missing = Object.entries(decisive).filter(([key]) => !asked.has(key));
  // An item may change its form at any time; what the plan turns on has to be answered all the same.
  return mergedForm([
    ...parts,
    ...(missing.length === 0
      ? []
      : [{ form: { type: 'object' as const, properties: Object.fromEntries(missing) } }]),
  ]);
}

/** The fields that the conditions of a bundle turn on, as they are asked now. */
export function decisiveOf(
  bundle: PlannedBundle,
  itemOf: (code: string) => DraftedItem | undefined,
): Form['properties'] {
  const { properties } = mergedFormOf(bundle, itemOf).form;
  const keys = decisiveFields(bundle.plan, fieldsOfCondition);
  return Object.fromEntries(
    keys.flatMap((key) => {
      const field = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return field === undefined ? [] : [[key, field] as const];
    }),
  );
}

/** The items of a plan that there are, each once and with all conditions under which it is needed. */
export function itemsOf<Item>(
  { nodes }: BundlePlan,
  itemOf: (code: string) => Item | undefined,
): readonly ItemOfBundle<Item>[] {
  const byItem = Map.groupBy(
    nodes.filter(({ item }) => item !== undefined),
    ({ item }) => item ?? '',
  );
  return [...byItem].flatMap(([code, ofItem]) => {
    const item = itemOf(code);
    const when = anyOf(ofItem.map(neededWhen));
    return item === undefined ? [] : [{ code, item, ...(when && { when }) }];
  });
}

/** The items of the nodes that are inspected together on site, among those that are offered. */
export function inspectedItems(
  { nodes, jointInspection = [] }: BundlePlan,
  items: readonly string[],
): readonly string[] {
  const inspected = nodes.filter(({ id }) => jointInspection.includes(id)).map(({ item }) => item);
  return items.filter((item) => inspected.includes(item));
}

/** A node whose item nobody can apply for. */
export const notOffered = ({ name, item }: BundleNode): UnmetRule =>
  unmet(
    'not-offered-here',
    item === undefined
      ? `节点“${name}”没有对应的事项，本地暂不提供。`
      : `目录中没有事项“${item}”，节点“${name}”本地暂不提供。`,
    item === undefined
      ? `"${name}" names no item; it is not offered here.`
      : `The catalogue has no item "${item}"; "${name}" is not offered here.`,
  );

/** A condition of a shape that is none is told by its own fault, and otherwise counts for nothing. */
const neededWhen = (node: BundleNode): Condition | undefined => whenOf(node);

const placeOf = ({ plan }: PlannedBundle, item: string | undefined): string =>
  item === undefined
    ? 'form'
    : `plan.nodes.${plan.nodes.findIndex((node) => node.item === item)}.item`;
