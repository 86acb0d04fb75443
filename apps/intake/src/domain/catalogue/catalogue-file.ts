import type { LegalDate, UnmetRule } from '@onewindow/kernel';
import type { Bundle, BundleHandling, CatalogueItem, DraftedItem } from '../service-item.js';
import type { GuidanceTree } from '../guidance/guidance.js';
import { unmetOfGuidance } from '../guidance/guidance-soundness.js';
import type { Form } from '../forms/form.js';
import { unmet } from '../unmet.js';
import { offered, type BundlePlan } from './bundle-plan.js';
import { decisiveOf, inspectedItems, notOffered, unmetOfBundle } from './merged-bundle.js';
import { implementationId, unmetOfImplementation, type Implementation } from './implementation.js';
import { outOfStep } from './levels.js';
import { unmetForPublication } from './publication.js';

/** What a catalogue may be handed in as; plain text is read as a table. */
export const CATALOGUE_FILE_TYPES: readonly string[] = [
  'application/json',
  'text/csv',
  'text/plain',
];

/** Something in a file, with the row that it stands in: lines of a table, or places in a list, counted from 1. */
export interface InRow<Entry> {
  readonly row: number;
  readonly entry: Entry;
}

export interface ItemInFile {
  readonly item: DraftedItem & { readonly code: string };
  readonly publication: 'draft' | 'published';
}

export interface BundleInFile {
  readonly code: string;
  readonly name: string;
  readonly handling?: BundleHandling;
  readonly plan: BundlePlan;
  /** What it asks beside its items. */
  readonly form?: Readonly<Record<string, unknown>>;
}

export interface GuidanceInFile extends GuidanceTree {
  readonly code: string;
}

/** A fault of a file, or something to know about it. */
export interface FileFinding {
  readonly row?: number;
  readonly subject?: string;
  readonly unmet: UnmetRule;
}

/** A file as it was read; what could not be read is among the faults. */
export interface CatalogueFile {
  readonly items: readonly InRow<ItemInFile>[];
  readonly implementations: readonly InRow<Implementation>[];
  readonly bundles: readonly InRow<BundleInFile>[];
  readonly guidance: readonly InRow<GuidanceInFile>[];
  readonly faults: readonly FileFinding[];
}

/** What the catalogue knows of what a file speaks of. */
export interface KnownCatalogue {
  readonly items: ReadonlyMap<string, CatalogueItem>;
  /** Codes of bundles. */
  readonly bundles: ReadonlySet<string>;
}

export interface JudgingTerms {
  readonly on: LegalDate;
  readonly disclosure: readonly string[];
}

/** Everything that is wrong in a file, and what should be known about what is right. */
export interface Judgement {
  readonly faults: readonly FileFinding[];
  readonly notes: readonly FileFinding[];
  readonly bundles: readonly Omit<Bundle, 'edition'>[];
}

/** Judges a file as a whole: entries may refer to one another, and one fault keeps all of it out. */
export function judgeFile(
  file: CatalogueFile,
  known: KnownCatalogue,
  terms: JudgingTerms,
): Judgement {
  const inFile = new Map(file.items.map(({ entry }) => [entry.item.code, entry]));
  const itemOf = (code: string): DraftedItem | undefined =>
    inFile.get(code)?.item ?? known.items.get(code)?.item;
  const isOffered = (code: string): boolean => {
    const entry = inFile.get(code);
    if (entry?.publication === 'published') return true;
    const stored = known.items.get(code);
    return stored !== undefined && stored.retired === undefined;
  };
  const isBundle = (code: string): boolean =>
    known.bundles.has(code) || file.bundles.some(({ entry }) => entry.code === code);
  const items = file.items.map(({ row, entry }) => ({
    publication: entry.publication,
    found: unmetForPublication(entry.item, terms).map((each) =>
      at(row, `${entry.item.code} ${entry.item.name ?? ''}`.trim(), each),
    ),
  }));
  const bundles = file.bundles.map(({ row, entry }) => ({
    row,
    entry,
    ...offered(entry.plan, isOffered),
  }));
  return {
    faults: [
      ...file.faults,
      ...twice(file.items, ({ item }) => item.code),
      ...twice(file.implementations, implementationId),
      ...twice(file.bundles, ({ code }) => code),
      ...twice(file.guidance, ({ code }) => code),
      ...file.guidance.flatMap(({ row, entry }) =>
        unmetOfGuidance(entry, { isOffered, isBundle }).map((each) => at(row, entry.code, each)),
      ),
      ...items.flatMap(({ publication, found }) => (publication === 'published' ? found : [])),
      ...file.implementations.flatMap(({ row, entry }) =>
        unmetOfImplementation(entry, itemOf(entry.item)).map((each) =>
          at(row, implementationId(entry), each),
        ),
      ),
      ...bundles.flatMap(({ row, entry }) =>
        unmetOfBundle(entry, (code) => (isOffered(code) ? itemOf(code) : undefined)).map((each) =>
          at(row, entry.code, each),
        ),
      ),
    ].toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)),
    notes: [
      ...items.flatMap(({ publication, found }) => (publication === 'draft' ? found : [])),
      ...bundles.flatMap(({ row, entry, absent }) =>
        absent.map((node) => at(row, `${entry.code}/${node.id}`, notOffered(node))),
      ),
      ...file.implementations.flatMap(({ row, entry }) =>
        outOfStep(itemOf(entry.item) ?? {}, entry).map((each) =>
          at(row, implementationId(entry), each),
        ),
      ),
      ...bundles
        .filter(({ entry }) => entry.plan.nodes.length === 0)
        .map(({ row, entry }) => at(row, entry.code, DOCUMENTATION)),
    ],
    bundles: bundles.map(({ entry: { code, name, handling, plan, form }, items: ofBundle }) => ({
      id: code,
      name,
      items: ofBundle,
      jointInspection: inspectedItems(plan, ofBundle),
      ...(handling && { handling }),
      plan,
      ...(form && { form: form as unknown as Form }),
      decisive: decisiveOf({ plan, form }, (item) => (isOffered(item) ? itemOf(item) : undefined)),
    })),
  };
}

const at = (row: number, subject: string, rule: UnmetRule): FileFinding => ({
  row,
  subject,
  unmet: rule,
});

function twice<Entry>(
  entries: readonly InRow<Entry>[],
  nameOf: (entry: Entry) => string,
): readonly FileFinding[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ row, entry }) => {
    const name = nameOf(entry);
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, row);
      return [];
    }
    const message = unmet(
      'listed-once',
      `“${name}”已在第 ${before} 行列出，请删去一处。`,
      `"${name}" stands in row ${before} already; remove one.`,
    );
    return [at(row, name, message)];
  });
}

const DOCUMENTATION = unmet(
  'documentation-only',
  '没有节点，仅作资料保存，不作为“一件事”提供。',
  'It has no nodes: it is kept as documentation and not offered.',
);
