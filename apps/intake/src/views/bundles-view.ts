import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  CatalogueFinding,
  DraftBundle,
  FindBundleDraftReply,
  FindBundleReply,
  FindBundleRequest,
  ListBundleEditionsReply,
  ListBundleEditionsRequest,
  ListBundlesReply,
  ListBundlesRequest,
  MergedMaterial,
  PlanOfBundle,
  SaveBundleDraftReply,
} from '@onewindow/contracts';
import { containing, decodeCursor, encodeCursor } from '@onewindow/service';
import { BundleEditionRow, BundleRow } from '../adapters/persistence/rows.js';
import type { BundlePlan } from '../domain/catalogue/bundle-plan.js';
import type { BundleDraft, DraftedBundle } from '../domain/catalogue/bundle-draft.js';
import { compare } from '../domain/catalogue/comparison.js';
import { formOfBundle } from '../domain/catalogue/form-conflicts.js';
import { itemsOf } from '../domain/catalogue/merged-bundle.js';
import { askedBeside, mergedMaterials } from '../domain/catalogue/merged-materials.js';
import { partOf } from '../domain/catalogue/needed-plan.js';
import { itemsNamedIn, judgeBundle } from '../domain/catalogue/publishable-bundle.js';
import { conflictRule } from '../domain/forms/merged-form.js';
import { intakeRefusals } from '../domain/refusals.js';
import type { Bundle, BundleEdition, CatalogueItem } from '../domain/service-item.js';
import {
  difference,
  finding,
  MOST_DIFFERENCES,
  MOST_FINDINGS,
  MOST_VERSIONS,
  serviceItem,
} from './catalogue-views.js';
import { isGuided } from './guided.js';

/** Reads what is stored of bundles. */
export interface StoredBundles {
  item(code: string): Promise<CatalogueItem | undefined>;
  bundle(code: string): Promise<Bundle | undefined>;
  edition(code: string, edition: number): Promise<BundleEdition | undefined>;
  draft(code: string): Promise<BundleDraft | undefined>;
}

const DEFAULT_LIMIT = 50;

/** Bundles 一件事 with the one form and the one set of materials of all their items. */
export class BundlesView {
  constructor(
    private readonly em: EntityManager,
    private readonly stored: StoredBundles,
  ) {}

  async bundle({ code, edition }: FindBundleRequest): Promise<FindBundleReply> {
    const found =
      edition === undefined
        ? await this.stored.bundle(code)
        : await this.stored.edition(code, edition);
    if (found === undefined) throw intakeRefusals.refuse('not-found');
    const { plan } = found;
    const [items, guided] = await Promise.all([this.offered(found), isGuided(this.em, code)]);
    const merged = formOfBundle(
      { ...found, items: [...items.keys()] },
      (each) => items.get(each)?.item,
    );
    return {
      code,
      name: found.name,
      edition: found.edition,
      items: [...items.values()].map(serviceItem),
      jointInspection: [...found.jointInspection],
      ...(guided && { guided }),
      ...(found.handling && { handling: found.handling }),
      ...(plan && { plan: plan as unknown as PlanOfBundle, conditions: conditionsOf(plan) }),
      ...(Object.keys(merged.form.properties).length > 0 && {
        form: { ...merged.form },
        fieldsOf: { ...merged.askedBy },
      }),
      materials: materialsOf(plan, items),
      ...(merged.conflicts.length > 0 && {
        conflicts: merged.conflicts.map((each) =>
          finding(conflictRule(each, `form.properties.${each.field}`)),
        ),
      }),
    };
  }

  async bundles({
    text,
    limit = DEFAULT_LIMIT,
    cursor,
  }: ListBundlesRequest): Promise<ListBundlesReply> {
    const from = cursor === undefined ? undefined : decodeCursor(cursor);
    const where: FilterQuery<BundleRow> = {
      offered: true,
      ...(text !== undefined && { state: { name: { $ilike: containing(text) } } }),
      ...(from && { id: { $gt: from.id } }),
    };
    const rows = await this.em
      .fork()
      .find(BundleRow, where, { orderBy: { id: 'asc' }, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      bundles: shown.map(({ id, state: { name, items } }) => ({
        code: id,
        name,
        items: items.length,
      })),
      ...(last && { nextCursor: encodeCursor(last.id, last.id) }),
    };
  }

  async draft(code: string): Promise<FindBundleDraftReply> {
    const [draft, published] = await Promise.all([
      this.stored.draft(code),
      this.stored.bundle(code),
    ]);
    const bundle = draft?.bundle ?? (published && asDrafted(published));
    if (bundle === undefined) throw intakeRefusals.refuse('not-found');
    return {
      code,
      revision: draft?.revision ?? 0,
      status: draft?.status ?? 'published',
      bundle: { ...bundle } as DraftBundle,
      ...(draft && { editedBy: draft.edited.name, editedAt: draft.edited.at }),
      ...(draft?.reviewed && { reviewedBy: draft.reviewed.name }),
      ...(draft?.remarks !== undefined && { remarks: draft.remarks }),
      findings: await this.lacks(bundle),
    };
  }

  /** What an editor is told after saving. */
  async saved({ id: code, revision, status, bundle }: BundleDraft): Promise<SaveBundleDraftReply> {
    return { code, revision, status, findings: await this.lacks(bundle) };
  }

  async editions({ code, from, to }: ListBundleEditionsRequest): Promise<ListBundleEditionsReply> {
    const rows = await this.em
      .fork()
      .find(
        BundleEditionRow,
        { code },
        { orderBy: { number: 'desc' }, limit: MOST_VERSIONS, populate: ['state'] },
      );
    if (rows.length === 0) throw intakeRefusals.refuse('not-found');
    const newer = to ?? rows[0]?.number ?? 1;
    const older = from ?? rows.find(({ number }) => number < newer)?.number;
    const editions = rows.map(({ number: edition, state: { publishedAt } }) => ({
      edition,
      publishedAt,
    }));
    if (older === undefined) return { editions, differences: [] };
    const [before, after] = await Promise.all(
      [older, newer].map(async (edition) => {
        const found = await this.stored.edition(code, edition);
        if (found === undefined) throw intakeRefusals.refuse('not-found');
        return asDrafted(found);
      }),
    );
    const differences = compare(before, after).slice(0, MOST_DIFFERENCES).map(difference);
    return { editions, from: older, to: newer, differences };
  }

  private async lacks(bundle: DraftedBundle): Promise<CatalogueFinding[]> {
    const found = await Promise.all(itemsNamedIn(bundle).map((code) => this.stored.item(code)));
    const items = new Map(found.flatMap((each) => (each ? [[each.id, each] as const] : [])));
    return judgeBundle(bundle, items).faults.slice(0, MOST_FINDINGS).map(finding);
  }

  /** By code, in the order of the bundle; what ended since it was published is not offered any more. */
  private async offered({ items, plan }: Bundle): Promise<ReadonlyMap<string, CatalogueItem>> {
    const planned = (plan?.nodes ?? []).flatMap(({ item }) => item ?? []);
    const codes = [...new Set(planned.length > 0 ? planned : items)];
    const found = await Promise.all(codes.map((item) => this.stored.item(item)));
    return new Map(
      found.flatMap((item) =>
        item === undefined || item.retired !== undefined ? [] : [[item.id, item] as const],
      ),
    );
  }
}

type Items = ReadonlyMap<string, CatalogueItem>;

/** As an editor wrote it: with a plan both lists follow from it. */
const asDrafted = ({
  name,
  items,
  jointInspection,
  handling,
  plan,
  form,
}: Bundle): DraftedBundle => ({
  name,
  ...(plan === undefined ? { items, jointInspection } : { plan }),
  ...(handling && { handling }),
  ...(form && { form: { ...form } }),
});

function materialsOf(plan: BundlePlan | undefined, items: Items): MergedMaterial[] {
  const asking =
    plan === undefined
      ? [...items.values()].map(({ item }) => item)
      : itemsOf(plan, (code) => items.get(code)?.item).map(({ code, item, when }) => ({
          code,
          // Before anything is answered only what is always needed is known to come before.
          materials: askedBeside(item, alwaysBefore(plan, code)),
          ...(when && { when }),
        }));
  return mergedMaterials(asking) as unknown as MergedMaterial[];
}

/** The part of a plan that is needed whatever is answered, with the nodes of one item. */
const alwaysBefore = (plan: BundlePlan, code: string) =>
  partOf(
    plan,
    ({ item, when, optional }) => item === code || (when === undefined && optional !== true),
  );

const conditionsOf = ({ nodes }: BundlePlan): NonNullable<FindBundleReply['conditions']> =>
  nodes.flatMap(({ id, item, when }) =>
    when === undefined
      ? []
      : [{ node: id, ...(item !== undefined && { item }), when: { ...when } }],
  );
