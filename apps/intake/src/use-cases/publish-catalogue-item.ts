import {
  legalDateAt,
  startOfDay,
  type Changes,
  type Instant,
  type ItemNews,
  type LegalDate,
  type UnmetRule,
} from '@onewindow/kernel';
import { newsInForce } from '../domain/catalogue/catalogue-notice.js';
import type { DraftReview } from '../domain/catalogue/draft.js';
import {
  publishAtOnce,
  publishDraft as decidePublication,
  reviewDraft as decideReview,
  saveDraft as decideDraft,
  type ItemDraft,
  type SavedDraft,
} from '../domain/catalogue/item-draft.js';
import {
  givesWay,
  inForce,
  publishVersion,
  putInForce,
  retireVersion,
  versionId,
  type ItemVersion,
} from '../domain/catalogue/item-version.js';
import type { ItemVersionStatus } from '../domain/catalogue/item-version-lifecycle.js';
import type { PublishedItem } from '../domain/service-item.js';
import { CATALOGUE_ITEM, IN_FORCE_DEADLINE, ITEM_DRAFT, ITEM_VERSION } from './aggregates.js';
import { formConflicts } from './form-conflicts.js';
import { personOf } from './own-application.js';
import type { Asking, CatalogueNotices, IntakeDependencies } from './ports.js';
import { tellNews } from './tell-catalogue.js';

export interface Published {
  readonly code: string;
  readonly edition: number;
}

type Deps = Pick<IntakeDependencies, 'transact' | 'now' | 'place' | 'notices' | 'bundles'>;

/** With what it comes to in bundles: where they ask one thing in two ways now. */
export interface WithNotes {
  readonly notes: readonly UnmetRule[];
}

/** Drafts, reviews and publishes in one act; what was filed before keeps the version that it was filed under. */
export const publishItem =
  ({ transact, now, place, notices, bundles }: Deps) =>
  (item: PublishedItem, { actor }: Asking): Promise<Published & WithNotes> =>
    transact(async (changes) => {
      const at = now();
      const by = personOf(actor);
      const before = await changes.find(CATALOGUE_ITEM, item.code);
      const draft = await changes.find(ITEM_DRAFT, item.code);
      const known = before?.version ?? before?.edition ?? 0;
      const change = publishAtOnce(
        draft,
        item,
        { by, versions: known, disclosure: place.itemDisclosure },
        at,
      );
      if (draft === undefined) changes.create(ITEM_DRAFT, item.code, change);
      else changes.save(ITEM_DRAFT, item.code, change);
      const version = nextVersion(change.state, item, legalDateAt(at));
      changes.create(ITEM_VERSION, version.id, publishVersion(version));
      const edition = await enterAndTell(changes, version.id, at, notices);
      return { code: item.code, edition, notes: await formConflicts(changes, bundles, [item]) };
    });

/** Saves a draft; throws the refusal `draft-changed` with everything that another editor has changed meanwhile. */
export const saveDraft =
  ({ transact, now }: Pick<Deps, 'transact' | 'now'>) =>
  (request: SavedDraft, { actor }: Asking): Promise<ItemDraft> =>
    transact(async (changes) => {
      const stored = await changes.find(ITEM_DRAFT, request.code);
      const change = decideDraft(stored, request, personOf(actor), now());
      if (stored === undefined) changes.create(ITEM_DRAFT, request.code, change);
      else changes.save(ITEM_DRAFT, request.code, change);
      return change.state;
    });

export const reviewDraft =
  ({ transact, now, place }: Omit<Deps, 'notices' | 'bundles'>) =>
  (
    { code, ...review }: DraftReview & { readonly code: string },
    { actor }: Asking,
  ): Promise<ItemDraft> =>
    transact(async (changes) => {
      const draft = await changes.load(ITEM_DRAFT, code);
      const change = decideReview(draft, review, personOf(actor), now(), place.itemDisclosure);
      changes.save(ITEM_DRAFT, code, change);
      return change.state;
    });

export interface PublishDraft {
  readonly code: string;
  readonly revision: number;
  /** Absent: today. */
  readonly inForceFrom?: LegalDate;
}

export interface PublishedVersion {
  readonly code: string;
  readonly version: number;
  readonly status: ItemVersionStatus;
  readonly inForceFrom: LegalDate;
}

/** Publishes what was reviewed: it is in force at once, or a deadline puts it in force on its day. */
export const publishDraft =
  ({ transact, now, place, notices, bundles }: Deps) =>
  (
    { code, revision, inForceFrom }: PublishDraft,
    { actor }: Asking,
  ): Promise<PublishedVersion & WithNotes> =>
    transact(async (changes) => {
      const at = now();
      const today = legalDateAt(at);
      const from = inForceFrom ?? today;
      const draft = await changes.load(ITEM_DRAFT, code);
      const terms = { revision, inForceFrom: from, disclosure: place.itemDisclosure };
      const { item, ...change } = decidePublication(draft, terms, at);
      changes.save(ITEM_DRAFT, code, change);
      const { id: by, name } = personOf(actor);
      const version = {
        ...nextVersion(change.state, item, from),
        published: { by, name, at },
        ...(draft.reviewed && { reviewed: draft.reviewed }),
      };
      changes.create(ITEM_VERSION, version.id, publishVersion(version));
      if (from <= today) await enterAndTell(changes, version.id, at, notices);
      else
        changes.arm(ITEM_VERSION, version.id, { kind: IN_FORCE_DEADLINE, dueAt: startOfDay(from) });
      const status = from <= today ? 'in-force' : 'published';
      const brought = await formConflicts(changes, bundles, [item]);
      return { code, version: version.number, status, inForceFrom: from, notes: brought };
    });

/** The day has come on which a published version applies. */
export const takeEffect =
  ({ transact, notices }: Pick<Deps, 'transact' | 'notices'>) =>
  ({ version, legal }: { readonly version: string; readonly legal: Instant }): Promise<void> =>
    transact(async (changes) => {
      await enterAndTell(changes, version, legal, notices);
    });

/** Puts a version in force and tells those who keep something of the catalogue; returns the edition of the item. */
export async function enterAndTell(
  changes: Changes,
  id: string,
  at: Instant,
  { hearers }: Pick<CatalogueNotices, 'hearers'>,
): Promise<number> {
  const { edition, news } = await enterIntoForce(changes, id, at);
  tellNews(changes, { id, at, hearers }, news);
  return edition;
}

/** What became of an item, and what there is to tell of it: nothing, where a later version holds already. */
interface Entered {
  readonly edition: number;
  readonly news: readonly ItemNews[];
}

/** Puts a version in the place of the one before it, which is retired. */
export async function enterIntoForce(changes: Changes, id: string, at: Instant): Promise<Entered> {
  const version = await changes.load(ITEM_VERSION, id);
  const { code } = version;
  const before = await changes.find(CATALOGUE_ITEM, code);
  const current =
    before?.version === undefined
      ? undefined
      : await changes.find(ITEM_VERSION, versionId(code, before.version));
  if (before !== undefined && givesWay(version, current)) {
    changes.save(ITEM_VERSION, id, retireVersion(version, `第 ${before.version} 版同日施行`, at));
    return { edition: before.edition, news: [] };
  }
  const after = inForce(before, version);
  changes.save(ITEM_VERSION, id, putInForce(version, at));
  if (before === undefined) changes.create(CATALOGUE_ITEM, code, after);
  else changes.save(CATALOGUE_ITEM, code, after);
  if (current?.status === 'in-force') {
    const because = `第 ${version.number} 版施行`;
    changes.save(ITEM_VERSION, current.id, retireVersion(current, because, at));
  }
  const news = newsInForce(before, after.state, version.inForceFrom);
  return { edition: after.state.edition, news: [news] };
}

const nextVersion = (
  { id: code, versions: number, edited }: ItemDraft,
  item: PublishedItem,
  inForceFrom: LegalDate,
): Omit<ItemVersion, 'status'> => ({
  id: versionId(code, number),
  code,
  number,
  item,
  published: edited,
  inForceFrom,
});
