import {
  legalDateAt,
  refuseWhenUnmet,
  unchanged,
  type Change,
  type Instant,
  type LegalDate,
  type Person,
} from '@onewindow/kernel';
import { intakeRefusals } from '../refusals.js';
import type { DraftedItem, PublishedItem } from '../service-item.js';
import { unmet } from '../unmet.js';
import { changedFields } from './comparison.js';
import { itemDraftLifecycle, type ItemDraftStatus } from './item-draft-lifecycle.js';
import { isComplete, unmetForPublication } from './publication.js';

/** Who did something to a draft, and when. */
export interface Signed {
  readonly by: string;
  readonly name: string;
  readonly at: Instant;
}

/** The one draft of an item; several people may work at it. */
export interface ItemDraft {
  readonly id: string;
  readonly status: ItemDraftStatus;
  /** Rises with every change: an editor says which one the change was made on. */
  readonly revision: number;
  readonly item: DraftedItem;
  readonly edited: Signed;
  /** By field of the item: the revision in which it was last changed, and by whom. */
  readonly changes: Readonly<Record<string, Signed & { readonly revision: number }>>;
  readonly reviewed?: Signed;
  /** Why the reviewer gave it back. */
  readonly remarks?: string;
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

const signed = ({ id, name }: Pick<Person, 'id' | 'name'>, at: Instant): Signed => ({
  by: id,
  name,
  at,
});

/**
 * Saves what an editor made of the draft. Of two who began on the same revision the second is refused, and told field by field
 * what the first has changed. Throws the refusal `draft-changed`.
 */
export function saveDraft(
  stored: ItemDraft | undefined,
  { code, basedOn, item: given }: SavedDraft,
  editor: Pick<Person, 'id' | 'name'>,
  now: Instant,
): Change<ItemDraft, ItemDraftEvent> {
  const item = { ...given, code };
  const fields = changedFields(stored?.item ?? {}, item);
  if (stored !== undefined && fields.length === 0) return unchanged(stored);
  requireRevision(stored, basedOn, item);
  const revision = basedOn + 1;
  const by = signed(editor, now);
  const status = stored === undefined ? 'drafted' : itemDraftLifecycle.next(stored.status, 'edit');
  const marks = Object.fromEntries(fields.map((field) => [field, { ...by, revision }]));
  return {
    state: {
      id: code,
      status,
      revision,
      item,
      edited: by,
      changes: { ...stored?.changes, ...marks },
      versions: stored?.versions ?? 0,
    },
    events: [{ type: 'draft-saved', revision, fields }],
  };
}

export interface DraftReview {
  readonly revision: number;
  readonly outcome: 'approve' | 'return';
  readonly remarks?: string;
}

/** A second person looks at the draft and approves it, or gives it back with remarks. */
export function reviewDraft(
  draft: ItemDraft,
  { revision, outcome, remarks }: DraftReview,
  reviewer: Pick<Person, 'id' | 'name'>,
  now: Instant,
  disclosure: readonly string[],
): Change<ItemDraft, ItemDraftEvent> {
  requireRevision(draft, revision, draft.item);
  const { reviewed: _, remarks: __, ...rest } = draft;
  if (outcome === 'return') {
    const status = itemDraftLifecycle.next(draft.status, 'return');
    const told = remarks ?? '';
    return {
      state: { ...rest, status, ...(told !== '' && { remarks: told }) },
      events: [{ type: 'draft-returned', revision, remarks: told }],
    };
  }
  const status = itemDraftLifecycle.next(draft.status, 'approve');
  refuseWhenUnmet(
    [
      ...(draft.edited.by === reviewer.id ? [OWN_WORK] : []),
      ...unmetForPublication(draft.item, { on: legalDateAt(now), disclosure }).filter(
        // Which bases hold is judged for the day of entry into force, which is not named yet.
        ({ rule }) => rule !== 'legal-basis-in-force',
      ),
    ],
    (rules) => intakeRefusals.refuse('item-not-publishable', rules),
  );
  return {
    state: { ...rest, status, reviewed: signed(reviewer, now) },
    events: [{ type: 'draft-approved', revision }],
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
  requireRevision(draft, revision, draft.item);
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
  { by, versions, disclosure }: PublishingAtOnce,
  now: Instant,
): Change<ItemDraft, ItemDraftEvent> {
  publishable(item, { inForceFrom: legalDateAt(now), disclosure }, now);
  const fields = changedFields(stored?.item ?? {}, item);
  const revision = (stored?.revision ?? 0) + 1;
  const sign = signed(by, now);
  const version = Math.max(stored?.versions ?? 0, versions) + 1;
  const marks = Object.fromEntries(fields.map((field) => [field, { ...sign, revision }]));
  return {
    state: {
      id: item.code,
      status: stored ? itemDraftLifecycle.next(stored.status, 'publishAtOnce') : 'published',
      revision,
      item,
      edited: sign,
      changes: { ...stored?.changes, ...marks },
      versions: version,
    },
    events: [{ type: 'draft-published', revision, version }],
  };
}

export interface PublishingAtOnce {
  readonly by: Pick<Person, 'id' | 'name'>;
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

function requireRevision(
  stored: ItemDraft | undefined,
  seen: number,
  item: DraftedItem,
): asserts stored is ItemDraft | undefined {
  if ((stored?.revision ?? 0) === seen) return;
  const later = Object.entries(stored?.changes ?? {}).filter(([, each]) => each.revision > seen);
  throw intakeRefusals.refuse(
    'draft-changed',
    later.map(([field, { name, at }]) => {
      const value = stored?.item[field as keyof DraftedItem];
      const own = item[field as keyof DraftedItem];
      const agrees = JSON.stringify(value) === JSON.stringify(own);
      return unmet(
        agrees ? 'field-changed-alike' : 'field-changed-since',
        `“${field}”已由${name}于 ${at} 改为：${shown(value)}`,
        `"${field}" was changed by ${name} at ${at}, to: ${shown(value)}`,
        { path: `item.${field}` },
      );
    }),
  );
}

const LONGEST_SHOWN = 300;
const shown = (value: unknown): string =>
  value === undefined ? '（删除）' : JSON.stringify(value).slice(0, LONGEST_SHOWN);

const OWN_WORK = unmet(
  'reviewed-by-another',
  '审核人不得是最后修改草稿的人，请由他人审核。',
  'Whoever changed the draft last does not review it; ask somebody else.',
);

const IN_THE_PAST = unmet(
  'in-force-from-now-on',
  '施行日期不得早于今天。',
  'It cannot be in force from a day that has passed.',
  { path: 'inForceFrom' },
);
