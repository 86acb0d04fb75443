import { refuseWhenUnmet, type Instant, type Person, type UnmetRule } from '@onewindow/kernel';
import { intakeRefusals } from '../refusals.js';
import { unmet } from '../unmet.js';
import { itemDraftLifecycle, type ItemDraftStatus } from './item-draft-lifecycle.js';

/** Who did something to a draft, and when. */
export interface Signed {
  readonly by: string;
  readonly name: string;
  readonly at: Instant;
}

export type Who = Pick<Person, 'id' | 'name'>;

export const signed = ({ id, name }: Who, at: Instant): Signed => ({ by: id, name, at });

/** What is written down of a draft beside its content, be it of an item or of a bundle; several people may work at it. */
export interface Draft {
  readonly id: string;
  readonly status: ItemDraftStatus;
  /** Rises with every change: an editor says which one the change was made on. */
  readonly revision: number;
  readonly edited: Signed;
  /** By field of the content: the revision in which it was last changed, and by whom. */
  readonly changes: Readonly<Record<string, Signed & { readonly revision: number }>>;
  readonly reviewed?: Signed;
  /** Why the reviewer gave it back. */
  readonly remarks?: string;
}

export interface DraftReview {
  readonly revision: number;
  readonly outcome: 'approve' | 'return';
  readonly remarks?: string;
}

/** Of two who began on the same revision the second is refused with `draft-changed`, and told what the first has changed. */
export function requireRevision(
  stored: Draft | undefined,
  seen: number,
  told: (field: string, by: Signed) => UnmetRule,
): void {
  if ((stored?.revision ?? 0) === seen) return;
  const later = Object.entries(stored?.changes ?? {}).filter(([, each]) => each.revision > seen);
  throw intakeRefusals.refuse(
    'draft-changed',
    later.map(([field, by]) => told(field, by)),
  );
}

/** Marks the fields that were changed. */
export function nextRevision(
  stored: Draft | undefined,
  fields: readonly string[],
  edited: Signed,
): Pick<Draft, 'revision' | 'edited' | 'changes'> {
  const revision = (stored?.revision ?? 0) + 1;
  const marks = Object.fromEntries(fields.map((field) => [field, { ...edited, revision }]));
  return { revision, edited, changes: { ...stored?.changes, ...marks } };
}

export interface Reviewing {
  readonly reviewer: Who;
  readonly now: Instant;
  /** What keeps the draft from being published. */
  readonly faults: readonly UnmetRule[];
  readonly refusal: 'item-not-publishable' | 'bundle-not-publishable';
}

/** A second person approves the draft, which has to be publishable then, or gives it back with remarks. */
export function reviewed(
  draft: Draft,
  { outcome, remarks = '' }: DraftReview,
  { reviewer, now, faults, refusal }: Reviewing,
): Pick<Draft, 'status' | 'reviewed' | 'remarks'> {
  const status = itemDraftLifecycle.next(draft.status, outcome);
  if (outcome === 'return') return { status, ...(remarks !== '' && { remarks }) };
  refuseWhenUnmet([...(draft.edited.by === reviewer.id ? [OWN_WORK] : []), ...faults], (rules) =>
    intakeRefusals.refuse(refusal, rules),
  );
  return { status, reviewed: signed(reviewer, now) };
}

const OWN_WORK = unmet(
  'reviewed-by-another',
  '审核人不得是最后修改草稿的人，请由他人审核。',
  'Whoever changed the draft last does not review it; ask somebody else.',
);
