import {
  refuseWhenUnmet,
  unchanged,
  type Change,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import { intakeRefusals } from '../refusals.js';
import type { BundleHandling } from '../service-item.js';
import { unmet } from '../unmet.js';
import type { BundlePlan } from './bundle-plan.js';
import { changedFields } from './comparison.js';
import { itemDraftLifecycle, type ItemDraftStatus } from './item-draft-lifecycle.js';
import type { DraftReview, Signed } from './item-draft.js';

/** What is said of a bundle; a draft may still lack any of it. */
export interface DraftedBundle {
  readonly name?: string;
  readonly items?: readonly string[];
  readonly jointInspection?: readonly string[];
  readonly handling?: BundleHandling;
  readonly plan?: BundlePlan;
  readonly form?: Readonly<Record<string, unknown>>;
}

/** The one draft of a bundle; several people may work at it. */
export interface BundleDraft {
  readonly id: string;
  readonly status: ItemDraftStatus;
  /** Rises with every change: an editor says which one the change was made on. */
  readonly revision: number;
  readonly bundle: DraftedBundle;
  /** The edition that was published when it was last saved; 0: none. */
  readonly edition: number;
  readonly edited: Signed;
  /** By field: the revision in which it was last changed, and by whom. */
  readonly changes: Readonly<Record<string, Signed & { readonly revision: number }>>;
  readonly reviewed?: Signed;
  /** Why the reviewer gave it back. */
  readonly remarks?: string;
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

type Who = Pick<Person, 'id' | 'name'>;
type Changed = Change<BundleDraft, BundleDraftEvent>;

const signed = ({ id, name }: Who, at: Instant): Signed => ({ by: id, name, at });

export interface SavedBundleDraft {
  readonly code: string;
  /** The revision that the editor saw; 0: there was none. */
  readonly basedOn: number;
  readonly bundle: DraftedBundle;
  /** The edition that is published now. */
  readonly edition: number;
}

/** Of two who began on the same revision the second is refused with `draft-changed`, and told what the first has changed. */
export function saveBundleDraft(
  stored: BundleDraft | undefined,
  { code, basedOn, bundle, edition }: SavedBundleDraft,
  editor: Who,
  now: Instant,
): Changed {
  const fields = changedFields(stored?.bundle ?? {}, bundle);
  if (stored !== undefined && fields.length === 0 && stored.edition === edition)
    return unchanged(stored);
  requireRevision(stored, basedOn);
  const revision = basedOn + 1;
  const edited = signed(editor, now);
  const marks = Object.fromEntries(fields.map((field) => [field, { ...edited, revision }]));
  return {
    state: {
      id: code,
      status:
        stored === undefined
          ? itemDraftLifecycle.initial
          : itemDraftLifecycle.next(stored.status, 'edit'),
      revision,
      bundle,
      edition,
      edited,
      changes: { ...stored?.changes, ...marks },
    },
    events: [{ type: 'bundle-draft-saved', revision, fields }],
  };
}

/** A second person approves the draft, which has to be publishable then, or gives it back with remarks. */
export function reviewBundleDraft(
  draft: BundleDraft,
  { revision, outcome, remarks = '' }: DraftReview,
  { reviewer, now, faults }: Reviewing,
): Changed {
  requireRevision(draft, revision);
  const { reviewed: _, remarks: __, ...rest } = draft;
  if (outcome === 'return') {
    const status = itemDraftLifecycle.next(draft.status, 'return');
    return {
      state: { ...rest, status, ...(remarks !== '' && { remarks }) },
      events: [{ type: 'bundle-draft-returned', revision, remarks }],
    };
  }
  const status = itemDraftLifecycle.next(draft.status, 'approve');
  refuseWhenUnmet([...(draft.edited.by === reviewer.id ? [OWN_WORK] : []), ...faults], (rules) =>
    intakeRefusals.refuse('bundle-not-publishable', rules),
  );
  return {
    state: { ...rest, status, reviewed: signed(reviewer, now) },
    events: [{ type: 'bundle-draft-approved', revision }],
  };
}

export interface Reviewing {
  readonly reviewer: Who;
  readonly now: Instant;
  /** What keeps it from being published. */
  readonly faults: readonly UnmetRule[];
}

/** Marks a reviewed draft as published. What somebody has published at once meanwhile is not overwritten unseen. */
export function publishBundleDraft(
  draft: BundleDraft,
  revision: number,
  published: number,
): Changed {
  requireRevision(draft, revision);
  const status = itemDraftLifecycle.next(draft.status, 'publish');
  if (draft.edition !== published)
    throw intakeRefusals.refuse('bundle-changed', [publishedMeanwhile(published)]);
  const edition = published + 1;
  return {
    state: { ...draft, status, edition },
    events: [{ type: 'bundle-draft-published', revision, edition }],
  };
}

function requireRevision(stored: BundleDraft | undefined, seen: number): void {
  if ((stored?.revision ?? 0) === seen) return;
  throw intakeRefusals.refuse(
    'draft-changed',
    Object.entries(stored?.changes ?? {})
      .filter(([, { revision }]) => revision > seen)
      .map(([field, { name, at }]) =>
        unmet(
          'field-changed-since',
          `“${field}”已由${name}于 ${at} 修改，请在最新稿上修改。`,
          `"${field}" was changed by ${name} at ${at}; make your change on the newest revision.`,
          { path: `bundle.${field}` },
        ),
      ),
  );
}

const OWN_WORK = unmet(
  'reviewed-by-another',
  '审核人不得是最后修改草稿的人，请由他人审核。',
  'Whoever changed the draft last does not review it; ask somebody else.',
);

const publishedMeanwhile = (edition: number): UnmetRule =>
  unmet(
    'edition-published-meanwhile',
    `起草期间第 ${edition} 版已发布；请对照该版保存草稿并重新审核。`,
    `Edition ${edition} was published while this was drafted; save the draft against it and have it reviewed again.`,
    { path: 'edition' },
  );
