import {
  legalDateAt,
  refuseWhenUnmet,
  unchanged,
  type Change,
  type Instant,
  type LegalDate,
  type UnmetRule,
} from '@onewindow/kernel';
import { intakeRefusals } from '../refusals.js';
import type { DraftedItem, PublishedItem } from '../service-item.js';
import { unmet } from '../unmet.js';
import { changedFields } from './comparison.js';
import {
  nextRevision,
  requireRevision,
  reviewed,
  signed,
  type Draft,
  type DraftReview,
  type Signed,
  type Who,
} from './draft.js';
import { IN_THE_PAST } from './editing-rules.js';
import { itemDraftLifecycle } from './item-draft-lifecycle.js';
import { isComplete, unmetForPublication } from './publication.js';

/** The one draft of an item. */
export interface ItemDraft extends Draft {
  readonly item: DraftedItem;
  /** How many versions were published of the item so far. */
  readonly versions: number;
}

export type ItemDraftEvent =
  | { readonly type: 'draft-saved'; readonly revision: number; readonly fields: readonly string[] }
  | { readonly type: 'draft-approved'; readonly revision: number }
  | { readonly type: 'draft-returned'; readonly revision: number; readonly remarks: string }
  | { readonly type: 'draft-published'; readonly revision: number; readonly version: number };

export interface SavedDraft {
  readonly code: string;
  /** The revision that the editor saw; 0: there was none. */
  readonly basedOn: number;
  readonly item: DraftedItem;
}

/** Saves what an editor made of the draft. Throws the refusal `draft-changed`. */
export function saveDraft(
  stored: ItemDraft | undefined,
  { code, basedOn, item: given }: SavedDraft,
  editor: Who,
  now: Instant,
): Change<ItemDraft, ItemDraftEvent> {
  const item = { ...given, code };
  const fields = changedFields(stored?.item ?? {}, item);
  if (stored !== undefined && fields.length === 0) return unchanged(stored);
  requireRevision(stored, basedOn, changedSince(stored?.item, item));
  const next = nextRevision(stored, fields, signed(editor, now));
  const status =
    stored === undefined
      ? itemDraftLifecycle.initial
      : itemDraftLifecycle.next(stored.status, 'edit');
  return {
    state: { id: code, status, ...next, item, versions: stored?.versions ?? 0 },
    events: [{ type: 'draft-saved', revision: next.revision, fields }],
  };
}

/** A second person approves the draft, or gives it back with remarks. Throws the refusal `item-not-publishable`. */
export function reviewDraft(
  draft: ItemDraft,
  review: DraftReview,
  reviewer: Who,
  now: Instant,
  disclosure: readonly string[],
): Change<ItemDraft, ItemDraftEvent> {
  const { revision, outcome, remarks = '' } = review;
  requireRevision(draft, revision, changedSince(draft.item, draft.item));
  const { reviewed: _, remarks: __, ...rest } = draft;
  const faults = unmetForPublication(draft.item, { on: legalDateAt(now), disclosure }).filter(
    // Which bases hold is judged for the day of entry into force, which is not named yet.
    ({ rule }) => rule !== 'legal-basis-in-force',
  );
  const reviewing = { reviewer, now, faults, refusal: 'item-not-publishable' } as const;
  return {
    state: { ...rest, ...reviewed(draft, review, reviewing) },
    events: [
      outcome === 'return'
        ? { type: 'draft-returned', revision, remarks }
        : { type: 'draft-approved', revision },
    ],
  };
}

export interface DraftPublication {
  readonly revision: number;
  /** The first day on which it holds. */
  readonly inForceFrom: LegalDate;
  readonly disclosure: readonly string[];
}

/** Turns a reviewed draft into the next version. Throws the refusal `item-not-publishable` with everything that is unmet. */
export function publishDraft(
  draft: ItemDraft,
  { revision, inForceFrom, disclosure }: DraftPublication,
  now: Instant,
): Change<ItemDraft, ItemDraftEvent> & { readonly item: PublishedItem } {
  requireRevision(draft, revision, changedSince(draft.item, draft.item));
  const status = itemDraftLifecycle.next(draft.status, 'publish');
  const item = publishable(draft.item, { inForceFrom, disclosure }, now);
  const version = draft.versions + 1;
  return {
    item,
    state: { ...draft, status, versions: version },
    events: [{ type: 'draft-published', revision, version }],
  };
}

/** The whole way in one act, by an administrator who answers for it alone; whoever had begun a draft sees what changed. */
export function publishAtOnce(
  stored: ItemDraft | undefined,
  item: PublishedItem,
  { by, versions: known, disclosure }: PublishingAtOnce,
  now: Instant,
): Change<ItemDraft, ItemDraftEvent> {
  publishable(item, { inForceFrom: legalDateAt(now), disclosure }, now);
  const fields = changedFields(stored?.item ?? {}, item);
  const next = nextRevision(stored, fields, signed(by, now));
  const versions = Math.max(stored?.versions ?? 0, known) + 1;
  const status = stored
    ? itemDraftLifecycle.next(stored.status, 'publishAtOnce')
    : ('published' as const);
  return {
    state: { id: item.code, status, ...next, item, versions },
    events: [{ type: 'draft-published', revision: next.revision, version: versions }],
  };
}

export interface PublishingAtOnce {
  readonly by: Who;
  /** Versions that were published before drafts were kept. */
  readonly versions: number;
  readonly disclosure: readonly string[];
}

function publishable(
  item: DraftedItem,
  { inForceFrom, disclosure }: Omit<DraftPublication, 'revision'>,
  now: Instant,
): PublishedItem {
  refuseWhenUnmet(
    [
      ...(inForceFrom < legalDateAt(now) ? [IN_THE_PAST] : []),
      ...unmetForPublication(item, { on: inForceFrom, disclosure }),
    ],
    (rules) => intakeRefusals.refuse('item-not-publishable', rules),
  );
  if (!isComplete(item)) throw new TypeError('an item without a fault has all its fields');
  return item;
}

const changedSince =
  (stored: DraftedItem | undefined, given: DraftedItem) =>
  (field: string, { name, at }: Signed): UnmetRule => {
    const value = stored?.[field as keyof DraftedItem];
    const own = given[field as keyof DraftedItem];
    const agrees = JSON.stringify(value) === JSON.stringify(own);
    return unmet(
      agrees ? 'field-changed-alike' : 'field-changed-since',
      `“${field}”已由${name}于 ${at} 改为：${shown(value)}`,
      `"${field}" was changed by ${name} at ${at}, to: ${shown(value)}`,
      { path: `item.${field}` },
    );
  };

const LONGEST_SHOWN = 300;
const shown = (value: unknown): string =>
  value === undefined ? '（删除）' : JSON.stringify(value).slice(0, LONGEST_SHOWN);
