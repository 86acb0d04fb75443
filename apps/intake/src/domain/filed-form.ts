import { fieldsOfCondition, type Answers, type UnmetRule } from '@onewindow/kernel';
import { mergedFormOf } from './catalogue/merged-bundle.js';
import { askedBeside } from './catalogue/merged-materials.js';
import { decisiveFields, neededOf, type NeededPlan } from './catalogue/needed-plan.js';
import { needed, unmetOfAnswers, type SchemaCheck } from './forms/answers.js';
import type { FieldSchema, Form } from './forms/form.js';
import { isSound } from './forms/form-soundness.js';
import { mergedForm } from './forms/merged-form.js';
import type { AskedMaterial, Bundle, Catalogue, PublishedItem } from './service-item.js';
import { unmet } from './unmet.js';

/** What is filed, as it follows from the answers. */
export interface FiledForm {
  /** Items applied for. */
  readonly items: readonly string[];
  /** What each item asks for, without what an earlier one of the same plan results in. */
  readonly materialsOf: (item: PublishedItem) => readonly AskedMaterial[];
  readonly form?: Form;
  readonly answers?: Answers;
  readonly plan?: NeededPlan;
  readonly decisive?: readonly string[];
  readonly unmet: readonly UnmetRule[];
}

export interface Answered {
  readonly items: readonly string[];
  readonly answers?: Answers;
}

/** Which items and which form somebody files: what the applicant names, or what a plan needs with these answers. */
export function filedForm(filing: Answered, catalogue: Catalogue, check: SchemaCheck): FiledForm {
  const { bundle } = catalogue;
  return isPlanned(bundle)
    ? filedByPlan(filing, bundle, catalogue, check)
    : filedByName(filing, catalogue, check);
}

type PlannedBundle = Bundle & { readonly plan: NonNullable<Bundle['plan']> };

const isPlanned = (bundle: Bundle | undefined): bundle is PlannedBundle =>
  bundle?.plan !== undefined && bundle.plan.nodes.length > 0;

function filedByName(
  { items, answers }: Answered,
  catalogue: Catalogue,
  check: SchemaCheck,
): FiledForm {
  const { form } = mergedForm(
    items.flatMap((item) => {
      const own = catalogue.items.get(item)?.item.form;
      return isSound(own) ? [{ item, form: own }] : [];
    }),
  );
  return {
    items,
    materialsOf: ({ materials }) => materials,
    ...filledIn(form, answers),
    unmet: [
      ...(items.length === 0 ? [NO_ITEM] : []),
      ...unmetOfAnswers(form, answers ?? {}, check),
    ],
  };
}

function filedByPlan(
  { items: chosen, answers }: Answered,
  { plan, form: own, decisive = {} }: PlannedBundle,
  catalogue: Catalogue,
  check: SchemaCheck,
): FiledForm {
  const isOffered = (code: string) => {
    const item = catalogue.items.get(code);
    return item !== undefined && item.retired === undefined;
  };
  const { form } = mergedFormOf({ plan, form: own, decisive }, (code) =>
    isOffered(code) ? catalogue.items.get(code)?.item : undefined,
  );
  const asked = neededOf(plan, form, answers ?? {}, { chosen, isOffered });
  const faults = unmetOfAnswers(form, answers ?? {}, check);
  const told = new Set(faults.map(({ path }) => path));
  return {
    items: asked.items,
    materialsOf: (item) => askedBeside(item, asked.plan),
    ...filledIn(form, answers),
    plan: asked.plan,
    decisive: decisiveFields(plan, fieldsOfCondition),
    unmet: [
      ...faults,
      ...asked.open.map((key) => needed(form, key)).filter(({ path }) => !told.has(path)),
      // Which items are needed is only known once everything that it turns on was answered.
      ...(faults.length === 0 && asked.open.length === 0 ? unmetOfChoice(chosen, asked) : []),
    ],
  };
}

const filledIn = (form: Form, answers: Answers | undefined): Pick<FiledForm, 'form' | 'answers'> =>
  Object.keys(form.properties).length === 0 ? {} : { form, answers: answers ?? {} };

/** Whoever names items has seen which are needed; where the two differ, one of them is mistaken. */
function unmetOfChoice(
  chosen: readonly string[],
  { items, left }: { readonly items: readonly string[]; readonly left: readonly string[] },
): readonly UnmetRule[] {
  if (items.length === 0) return [NOTHING_NEEDED];
  if (chosen.length === 0) return [];
  return [
    ...items
      .filter((code) => !chosen.includes(code))
      .map((code) =>
        unmet(
          'needed-item-named',
          `按您的回答，还需办理事项“${code}”，请一并申请。`,
          `With your answers the item "${code}" is needed as well; apply for it too.`,
          { path: 'items' },
        ),
      ),
    ...chosen
      .filter((code) => left.includes(code))
      .map((code) =>
        unmet(
          'item-needed-by-answers',
          `按您的回答，不需要办理事项“${code}”，请删去。`,
          `With your answers the item "${code}" is not needed; leave it out.`,
          { path: `items.${chosen.indexOf(code)}` },
        ),
      ),
  ];
}

/** What of the answers a process may turn on: what is measured or chosen, never own words or anything personal. */
export function answersToTell({
  form,
  answers = {},
}: Pick<FiledForm, 'form' | 'answers'>): Answers | undefined {
  if (form === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(answers).filter(([key, value]) => {
      const field = Object.hasOwn(form.properties, key) ? form.properties[key] : undefined;
      return (
        field !== undefined && field['x-personal'] !== true && value !== null && isCoded(field)
      );
    }),
  );
}

const isCoded = ({ type, enum: values, items }: FieldSchema): boolean =>
  type === 'array'
    ? items !== undefined && items.type !== 'array' && isCoded(items)
    : ['number', 'integer', 'boolean'].includes(type) || values !== undefined;

const NO_ITEM = unmet('items-named', '请选择要申请的事项。', 'Name the items to apply for.', {
  path: 'items',
});

const NOTHING_NEEDED = unmet(
  'something-is-needed',
  '按您的回答，本地没有需要办理的事项，请核对回答或向窗口咨询。',
  'With your answers nothing that is offered here is needed; check them, or ask at the window.',
  { path: 'answers' },
);
