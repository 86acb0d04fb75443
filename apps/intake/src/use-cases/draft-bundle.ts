import {
  publishBundleDraft as decidePublication,
  reviewBundleDraft as decideReview,
  saveBundleDraft as decideDraft,
  type BundleDraft,
  type DraftedBundle,
} from '../domain/catalogue/bundle-draft.js';
import type { DraftReview } from '../domain/catalogue/draft.js';
import { BUNDLE, BUNDLE_DRAFT } from './aggregates.js';
import { personOf } from './own-application.js';
import type { Asking, IntakeDependencies } from './ports.js';
import { judgedBundle, keepJudged, type PublishedBundle } from './publish-bundle.js';

type Deps = Pick<IntakeDependencies, 'transact' | 'now'>;

export interface SaveBundleDraft {
  readonly code: string;
  readonly basedOn: number;
  readonly bundle: DraftedBundle;
}

/** Saves a draft; throws the refusal `draft-changed` with everything that another editor has changed meanwhile. */
export const saveBundleDraft =
  ({ transact, now }: Deps) =>
  (request: SaveBundleDraft, { actor }: Asking): Promise<BundleDraft> =>
    transact(async (changes) => {
      const { code } = request;
      const stored = await changes.find(BUNDLE_DRAFT, code);
      const edition = (await changes.find(BUNDLE, code))?.edition ?? 0;
      const change = decideDraft(stored, { ...request, edition }, personOf(actor), now());
      if (stored === undefined) changes.create(BUNDLE_DRAFT, code, change);
      else changes.save(BUNDLE_DRAFT, code, change);
      return change.state;
    });

/** A second person approves a draft as it is to be published, or gives it back. */
export const reviewBundleDraft =
  ({ transact, now }: Deps) =>
  (
    { code, ...review }: DraftReview & { readonly code: string },
    { actor }: Asking,
  ): Promise<BundleDraft> =>
    transact(async (changes) => {
      const draft = await changes.load(BUNDLE_DRAFT, code);
      const { faults } = await judgedBundle(changes, draft.bundle);
      const reviewing = { reviewer: personOf(actor), now: now(), faults };
      const change = decideReview(draft, review, reviewing);
      changes.save(BUNDLE_DRAFT, code, change);
      return change.state;
    });

/** Publishes what was reviewed as the next edition, judged again with the items that there are on that day. */
export const publishBundleDraft =
  ({ transact, now }: Deps) =>
  ({
    code,
    revision,
  }: {
    readonly code: string;
    readonly revision: number;
  }): Promise<PublishedBundle> =>
    transact(async (changes) => {
      const draft = await changes.load(BUNDLE_DRAFT, code);
      const published = (await changes.find(BUNDLE, code))?.edition ?? 0;
      changes.save(BUNDLE_DRAFT, code, decidePublication(draft, revision, published));
      const judged = await judgedBundle(changes, draft.bundle);
      const edition = await keepJudged(changes, code, judged, now());
      return { code, edition, notes: judged.notes };
    });
