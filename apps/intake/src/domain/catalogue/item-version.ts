import {
  unchanged,
  type Change,
  type Instant,
  type LegalDate,
  type UnmetRule,
} from '@onewindow/kernel';
import { intakeRefusals } from '../refusals.js';
import type { CatalogueItem, CatalogueItemEvent, PublishedItem } from '../service-item.js';
import type { Signed } from './draft.js';
import { unmet } from '../unmet.js';
import type { OrderedChange } from './ordered-change.js';
import { itemVersionLifecycle, type ItemVersionStatus } from './item-version-lifecycle.js';

/** A published version of an item. Its content is never changed. */
export interface ItemVersion {
  readonly id: string;
  readonly code: string;
  readonly number: number;
  readonly status: ItemVersionStatus;
  readonly item: PublishedItem;
  readonly published: Signed;
  readonly reviewed?: Signed;
  /** The first day on which it holds. */
  readonly inForceFrom: LegalDate;
  readonly inForceSince?: Instant;
  readonly retiredAt?: Instant;
  readonly retiredBecause?: string;
  /** By whom it was taken back before its day, and why. */
  readonly withdrawn?: Signed & { readonly because: string };
}

export type ItemVersionEvent =
  | { readonly type: 'version-published'; readonly inForceFrom: LegalDate }
  | { readonly type: 'version-in-force' }
  | { readonly type: 'version-retired'; readonly because: string }
  | { readonly type: 'version-withdrawn'; readonly because: string };

export const versionId = (code: string, number: number): string => `${code}:${number}`;

export const publishVersion = (
  version: Omit<ItemVersion, 'id' | 'status'>,
): Change<ItemVersion, ItemVersionEvent> => ({
  state: {
    id: versionId(version.code, version.number),
    status: itemVersionLifecycle.initial,
    ...version,
  },
  events: [{ type: 'version-published', inForceFrom: version.inForceFrom }],
});

/** The day has come. */
export const putInForce = (
  version: ItemVersion,
  now: Instant,
): Change<ItemVersion, ItemVersionEvent> => ({
  state: {
    ...version,
    status: itemVersionLifecycle.next(version.status, 'takeEffect'),
    inForceSince: now,
  },
  events: [{ type: 'version-in-force' }],
});

export const retireVersion = (
  version: ItemVersion,
  because: string,
  now: Instant,
): Change<ItemVersion, ItemVersionEvent> => ({
  state: {
    ...version,
    status: itemVersionLifecycle.next(version.status, 'retire'),
    retiredAt: now,
    retiredBecause: because,
  },
  events: [{ type: 'version-retired', because }],
});

/**
 * Takes a version back before its day. Throws the refusal `version-not-withdrawable` where a change of power ordered it, and
 * `action-not-allowed-in-state` where its day has come: then another version replaces it.
 */
export function withdrawVersion(
  version: ItemVersion,
  because: string,
  by: Signed,
  powers: readonly OrderedChange[] = [],
): Change<ItemVersion, ItemVersionEvent> {
  if (version.status === 'withdrawn') return unchanged(version);
  const status = itemVersionLifecycle.next(version.status, 'withdraw');
  const ordered = powers.find(({ effectiveOn }) => effectiveOn === version.inForceFrom);
  if (ordered !== undefined)
    throw intakeRefusals.refuse('version-not-withdrawable', [orderedBy(ordered)]);
  return {
    state: { ...version, status, withdrawn: { ...by, because } },
    events: [{ type: 'version-withdrawn', because }],
  };
}

const orderedBy = ({ basis, effectiveOn }: OrderedChange): UnmetRule =>
  unmet(
    'not-ordered-by-a-change-of-power',
    `该版本由权力变更（${basis}，${effectiveOn}）产生，不能单独撤回；请另行登记权力变更。`,
    `A change of power (${basis}, ${effectiveOn}) ordered this version; order another change instead of withdrawing it.`,
    { path: 'version', source: '行政许可法 25' },
  );

/** Of two versions that hold from the same day the one published later holds, in whichever order they are put in force. */
export const givesWay = (
  version: Pick<ItemVersion, 'number' | 'inForceFrom'>,
  current: Pick<ItemVersion, 'number' | 'inForceFrom'> | undefined,
): boolean =>
  current !== undefined &&
  current.inForceFrom === version.inForceFrom &&
  current.number > version.number;

/** The item as it can be applied for from now on. Applications that are under way keep what they were filed under. */
export function inForce(
  before: CatalogueItem | undefined,
  { code, number, item }: ItemVersion,
): Change<CatalogueItem, CatalogueItemEvent> {
  const edition = (before?.edition ?? 0) + 1;
  return {
    state: {
      id: code,
      edition,
      item,
      version: number,
      ...(before?.powers && { powers: before.powers }),
    },
    events: [{ type: 'item-published', edition, version: number }],
  };
}
