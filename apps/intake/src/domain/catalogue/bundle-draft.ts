import { unchanged, type Change, type Instant, type UnmetRule } from '@onewindow/kernel';
import { intakeRefusals } from '../refusals.js';
import type { BundleHandling } from '../service-item.js';
import { unmet } from '../unmet.js';
import type { BundlePlan } from './bundle-plan.js';
import { changedFields } from './comparison.js';
import {
  nextRevision,
  requireRevision,
  reviewed,
  signed,
  type Draft,
  type DraftReview,
  type Reviewing,
  type Signed,
  type Who,
} from './draft.js';
import { itemDraftLifecycle } from './item-draft-lifecycle.js';

/** What is said of a bundle; a draft may still lack any of it. */
export interface DraftedBundle {
  readonly name?: string;
  readonly items?: readonly string[];
  readonly jointInspection?: readonly string[];
  readonly handling?: BundleHandling;
  readonly plan?: BundlePlan;
  readonly form?: Readonly<Record<string, unknown>>;
}

/** The one draft of a bundle. */
export interface BundleDraft extends Draft {
  readonly bundle: DraftedBundle;
  /** The edition that was published when it was last saved; 0: none. */
  readonly edition: number;
}

export type BundleDraftEvent =
  | {
      readonly type: 'bundle-draft-saved';
      readonly revision: number;
      readonly fields: readonly string[];
    }
  | { readonly type: 'bundle-draft-approved'; readonly revision: number }
  | {
      readonly type: 'bundle-draft-returned';
      readonly revision: number;
      readonly remarks: string;
    }
  | {
      readonly type: 'bundle-draft-published';
      readonly revision: number;
      readonly edition: number;
    };

type Changed = Change<BundleDraft, BundleDraftEvent>;

export interface SavedBundleDraft {
  readonly code: string;
  /** The revision that the editor saw; 0: there was none. */
  readonly basedOn: number;
  readonly bundle: DraftedBundle;
  /** The edition that is published now. */
  readonly edition: number;
}

/** Saves what an editor made of the draft. Throws the refusal `draft-changed`. */
export function saveBundleDraft(
  stored: BundleDraft | undefined,
  { code, basedOn, bundle, edition }: SavedBundleDraft,
  editor: Who,
  now: Instant,
): Changed {
  const fields = changedFields(stored?.bundle ?? {}, bundle);
  if (stored !== undefined && fields.length === 0 && stored.edition === edition)
    return unchanged(stored);
  requireRevision(stored, basedOn, changedSince);
  const next = nextRevision(stored, fields, signed(editor, now));
  const status =
    stored === undefined
      ? itemDraftLifecycle.initial
      : itemDraftLifecycle.next(stored.status, 'edit');
  return {
    state: { id: code, status, ...next, bundle, edition },
    events: [{ type: 'bundle-draft-saved', revision: next.revision, fields }],
  };
}

/** A second person approves the draft, or gives it back with remarks. Throws the refusal `bundle-not-publishable`. */
export function reviewBundleDraft(
  draft: BundleDraft,
  review: DraftReview,
  reviewing: Omit<Reviewing, 'refusal'>,
): Changed {
  const { revision, outcome, remarks = '' } = review;
  requireRevision(draft, revision, changedSince);
  const { reviewed: _, remarks: __, ...rest } = draft;
  const found = reviewed(draft, review, { ...reviewing, refusal: 'bundle-not-publishable' });
  return {
    state: { ...rest, ...found },
    events: [
      outcome === 'return'
        ? { type: 'bundle-draft-returned', revision, remarks }
        : { type: 'bundle-draft-approved', revision },
    ],
  };
}

/** Marks a reviewed draft as published. What somebody has published at once meanwhile is not overwritten unseen. */
export function publishBundleDraft(
  draft: BundleDraft,
  revision: number,
  published: number,
): Changed {
  requireRevision(draft, revision, changedSince);
  const status = itemDraftLifecycle.next(draft.status, 'publish');
  if (draft.edition !== published)
    throw intakeRefusals.refuse('bundle-changed', [publishedMeanwhile(published)]);
  const edition = published + 1;
  return {
    state: { ...draft, status, edition },
    events: [{ type: 'bundle-draft-published', revision, edition }],
  };
}

const changedSince = (field: string, { name, at }: Signed): UnmetRule =>
  unmet(
    'field-changed-since',
    `“${field}”已由${name}于 ${at} 修改，请在最新稿上修改。`,
    `"${field}" was changed by ${name} at ${at}; make your change on the newest revision.`,
    { path: `bundle.${field}` },
  );

const publishedMeanwhile = (edition: number): UnmetRule =>
  unmet(
    'edition-published-meanwhile',
    `起草期间第 ${edition} 版已发布；请对照该版保存草稿并重新审核。`,
    `Edition ${edition} was published while this was drafted; save the draft against it and have it reviewed again.`,
    { path: 'edition' },
  );
