import {
  legalDateAt,
  refuseWhenUnmet,
  type Changes,
  type Instant,
  type ItemNews,
} from '@onewindow/kernel';
import {
  CATALOGUE_FILE_TYPES,
  judgeFile,
  type CatalogueFile,
  type ItemInFile,
} from '../domain/catalogue/catalogue-file.js';
import {
  endImport,
  receiveImport,
  type CatalogueImport,
} from '../domain/catalogue/catalogue-import.js';
import { implementationId } from '../domain/catalogue/implementation.js';
import {
  contentOf,
  editionOfImplementationId,
} from '../domain/catalogue/implementation-edition.js';
import { publishAtOnce, saveDraft, type ItemDraft } from '../domain/catalogue/item-draft.js';
import { publishVersion, versionId } from '../domain/catalogue/item-version.js';
import { intakeRefusals } from '../domain/refusals.js';
import type { CatalogueItem, PublishedItem } from '../domain/service-item.js';
import {
  BUNDLE,
  CATALOGUE_IMPORT,
  CATALOGUE_ITEM,
  GUIDANCE,
  IMPLEMENTATION,
  IMPLEMENTATION_EDITION,
  IMPORT_DEADLINE,
  ITEM_DRAFT,
  ITEM_VERSION,
} from './aggregates.js';
import { formConflicts } from './form-conflicts.js';
import { keepNext } from './keep-implementation.js';
import { Tally } from './import-tally.js';
import { personOf } from './own-application.js';
import type { Asking, BundlesOnFile, IntakeDependencies } from './ports.js';
import { keepBundle } from './publish-bundle.js';
import { itemsOfTree, keepGuidance } from './publish-guidance.js';
import { enterIntoForce } from './publish-catalogue-item.js';
import { tellNews } from './tell-catalogue.js';

export interface ImportCatalogue {
  readonly fileReceipt: string;
  readonly dryRun: boolean;
}

/** Takes a file in; a deadline that is due at once judges and takes it, so that a crash only delays it. */
export const importCatalogue =
  ({ transact, now, newId, receipts }: IntakeDependencies) =>
  async ({ fileReceipt, dryRun }: ImportCatalogue, { actor }: Asking) => {
    const at = now();
    const { id: by, name } = personOf(actor);
    const reading = await receipts.read(fileReceipt, CATALOGUE_FILE_TYPES);
    const unreadable = 'unreadable' in reading ? reading.unreadable : [];
    refuseWhenUnmet(unreadable, (rules) => intakeRefusals.refuse('import-not-possible', rules));
    if ('unreadable' in reading) throw intakeRefusals.refuse('import-not-possible');
    const importId = newId();
    return transact(async (changes) => {
      const received = { id: importId, file: reading.file, dryRun, by: { by, name, at } };
      changes.create(CATALOGUE_IMPORT, importId, receiveImport(received));
      changes.arm(CATALOGUE_IMPORT, importId, { kind: IMPORT_DEADLINE, dueAt: at });
      return { importId };
    });
  };

/** Judges a file that was taken in, and takes all of it or nothing. */
export const runImport =
  ({ transact, now, place, catalogueFiles, notices, bundles: onFile }: IntakeDependencies) =>
  (id: string): Promise<void> =>
    transact(async (changes) => {
      const at = now();
      const received = await changes.load(CATALOGUE_IMPORT, id);
      const file = await catalogueFiles.read(received.file);
      const items = await known(changes, file);
      const planned = await knownBundles(changes, file);
      const terms = { on: legalDateAt(at), disclosure: place.itemDisclosure };
      const { faults, notes, bundles } = judgeFile(file, { items, bundles: planned }, terms);
      const tally = new Tally();
      const news: ItemNews[] = [];
      const writes = faults.length === 0 && !received.dryRun;
      const run: Run = {
        changes,
        at,
        writes,
        tally,
        received,
        news,
        disclosure: place.itemDisclosure,
      };
      if (faults.length === 0) {
        await readTogether(changes, file, items);
        for (const [index, { entry }] of file.items.entries()) {
          if (index % WITHOUT_BREATH === 0) await catalogueFiles.breathe();
          await takeItem(run, entry, items.get(entry.item.code));
        }
        await takeImplementations(run, file, () => catalogueFiles.breathe());
        await takeBundles(run, bundles);
        await takeGuidance(run, file);
        tellNews(changes, { id: `import:${id}`, at, hearers: notices.hearers }, news);
      }
      const brought = faults.length > 0 ? [] : await conflicts(changes, onFile, file);
      const report = {
        ...tally.report(),
        faults: faults.length,
        findings: faults,
        notes: [...notes, ...brought],
      };
      changes.save(CATALOGUE_IMPORT, id, endImport(received, report, at));
    });

/** What the items of a file come to in bundles that are not in it. */
const conflicts = async (changes: Changes, onFile: BundlesOnFile, file: CatalogueFile) => {
  const published = file.items.flatMap(({ entry }) =>
    entry.publication === 'published' ? [entry.item] : [],
  );
  const replaced = new Set(file.bundles.map(({ entry }) => entry.code));
  const brought = await formConflicts(changes, onFile, published, replaced);
  return brought.map((unmet) => ({ unmet }));
};

/** Entries that are taken between two looks at what else there is to do. */
const WITHOUT_BREATH = 100;

interface Run {
  readonly changes: Changes;
  readonly at: Instant;
  readonly writes: boolean;
  readonly tally: Tally;
  readonly received: CatalogueImport;
  readonly disclosure: readonly string[];
  /** What is to be told of the items that it put in force. */
  readonly news: ItemNews[];
}

async function known(
  changes: Changes,
  { items, implementations, bundles, guidance }: CatalogueFile,
): Promise<ReadonlyMap<string, CatalogueItem>> {
  const codes = new Set([
    ...items.map(({ entry }) => entry.item.code),
    ...implementations.map(({ entry }) => entry.item),
    ...bundles.flatMap(({ entry }) => entry.plan.nodes.flatMap(({ item }) => item ?? [])),
    ...guidance.flatMap(({ entry }) => itemsOfTree(entry)),
  ]);
  const found = await Promise.all([...codes].map((code) => changes.find(CATALOGUE_ITEM, code)));
  return new Map(found.flatMap((each) => (each === undefined ? [] : [[each.id, each] as const])));
}

/** Bundles to which trees of the file lead. */
async function knownBundles(
  changes: Changes,
  { guidance }: CatalogueFile,
): Promise<ReadonlySet<string>> {
  const codes = [...new Set(guidance.flatMap(({ entry }) => entry.bundle ?? []))];
  const found = await Promise.all(codes.map((code) => changes.find(BUNDLE, code)));
  return new Set(found.flatMap((bundle) => bundle?.id ?? []));
}

/** One question for all entries, and not one for each, before they are taken one by one. */
async function readTogether(
  changes: Changes,
  { items, bundles }: CatalogueFile,
  stored: ReadonlyMap<string, CatalogueItem>,
): Promise<void> {
  await Promise.all([
    ...items.map(({ entry }) => changes.find(ITEM_DRAFT, entry.item.code)),
    ...items.flatMap(({ entry: { item } }) => {
      const version = stored.get(item.code)?.version;
      return version === undefined
        ? []
        : [changes.find(ITEM_VERSION, versionId(item.code, version))];
    }),
    ...bundles.map(({ entry }) => changes.find(BUNDLE, entry.code)),
  ]);
}

async function takeItem(
  run: Run,
  { item, publication }: ItemInFile,
  stored: CatalogueItem | undefined,
): Promise<void> {
  const { changes, at, writes, tally, received } = run;
  const draft = await changes.find(ITEM_DRAFT, item.code);
  const before = publication === 'published' ? stored?.item : (draft?.item ?? stored?.item);
  if (!tally.note('items', item.code, before, item) || !writes) return;
  const by = { id: received.by.by, name: received.by.name };
  if (publication === 'draft') {
    const saved = { code: item.code, basedOn: draft?.revision ?? 0, item };
    keepDraft(changes, draft, saveDraft(draft, saved, by, at));
    return;
  }
  const numbered = Math.max(draft?.versions ?? 0, stored?.version ?? stored?.edition ?? 0);
  const published = item as PublishedItem;
  // An item that nobody drafts needs no draft: it begins with the first that is saved.
  if (draft !== undefined) {
    const terms = { by, versions: numbered, disclosure: run.disclosure };
    keepDraft(changes, draft, publishAtOnce(draft, published, terms, at));
  }
  const number = numbered + 1;
  const version = versionId(item.code, number);
  changes.create(
    ITEM_VERSION,
    version,
    publishVersion({
      code: item.code,
      number,
      item: published,
      published: received.by,
      inForceFrom: legalDateAt(at),
    }),
  );
  run.news.push(...(await enterIntoForce(changes, version, at)).news);
}

function keepDraft(
  changes: Changes,
  stored: ItemDraft | undefined,
  change: ReturnType<typeof saveDraft>,
): void {
  if (stored === undefined) changes.create(ITEM_DRAFT, change.state.id, change);
  else changes.save(ITEM_DRAFT, change.state.id, change);
}

async function takeImplementations(
  { changes, at, writes, tally, received }: Run,
  file: CatalogueFile,
  breathe: () => Promise<void>,
) {
  const ids = file.implementations.map(({ entry }) => implementationId(entry));
  const found = await Promise.all(ids.map((id) => changes.find(IMPLEMENTATION, id)));
  // One question for all that may be replaced, and not one for each.
  await Promise.all(
    found.flatMap((stored) =>
      stored?.holds === undefined
        ? []
        : changes.find(
            IMPLEMENTATION_EDITION,
            editionOfImplementationId(stored.id, stored.holds.edition),
          ),
    ),
  );
  const by = { ...received.by, at };
  for (const [index, { entry: content }] of file.implementations.entries()) {
    if (index % WITHOUT_BREATH === 0) await breathe();
    const id = implementationId(content);
    const stored = found[index];
    if (!tally.note('implementations', id, contentOf(stored), content) || !writes) continue;
    await keepNext(changes, stored, { id, content, inForceFrom: legalDateAt(at), by });
  }
}

async function takeBundles(
  { changes, at, writes, tally }: Run,
  bundles: ReturnType<typeof judgeFile>['bundles'],
) {
  for (const bundle of bundles) {
    const stored = await changes.find(BUNDLE, bundle.id);
    const edition = stored?.edition ?? 0;
    if (!tally.note('bundles', bundle.id, stored, { ...bundle, edition }) || !writes) continue;
    await keepBundle(changes, bundle, at);
  }
}

async function takeGuidance({ changes, at, writes, tally }: Run, { guidance }: CatalogueFile) {
  for (const { entry } of guidance) {
    const { code, ...tree } = entry;
    const { id: _, version: __, ...stored } = (await changes.find(GUIDANCE, code)) ?? NO_GUIDANCE;
    const before = Object.keys(stored).length === 0 ? undefined : stored;
    if (tally.note('guidance', code, before, tree) && writes)
      await keepGuidance(changes, code, tree, at);
  }
}

const NO_GUIDANCE = { id: '', version: 0 };
