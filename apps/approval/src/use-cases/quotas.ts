import type { Actor, Changes, Instant, LegalDate, UnmetRule } from '@onewindow/kernel';
import type { Case } from '../domain/case/case.js';
import { isUsedUp, reasonOfUsedUp, unmetByQuota } from '../domain/quota/decision-under-quota.js';
import {
  boundsOf,
  freePlace,
  noteFiling,
  periodOf,
  publishQuota as decide,
  quotaId,
  quotaKind,
  takePlace,
  type Quota,
  type QuotaPeriod,
  type QuotaRequest,
} from '../domain/quota/quota.js';
import type { DecisionRequest } from '../domain/track/decision.js';
import type { Track } from '../domain/track/track.js';
import type { ApprovalDependencies, Asking } from './ports.js';

export interface PublishQuota extends QuotaRequest {
  readonly item: string;
}

/** The quantity of an item in a region is made public (许可法 30, 57). */
export const publishQuota =
  ({ transact, now, quotas }: ApprovalDependencies) =>
  async (
    { item, ...request }: PublishQuota,
    { actor }: Asking,
  ): Promise<{ readonly publishedAt: Instant }> => {
    const officer = requirePerson(actor);
    const { region } = officer;
    const publishedAt = await transact(async (changes) => {
      const id = quotaId(region, item);
      const before = await changes.find(quotaKind, id);
      const at = now();
      const change = decide(before, { region, item }, request, officer, at);
      if (before === undefined) changes.create(quotaKind, id, change);
      else changes.save(quotaKind, id, change);
      return at;
    });
    quotas.changed();
    return { publishedAt };
  };

function requirePerson(actor: Actor) {
  if (actor.kind !== 'person') throw new TypeError('a quota is published by a person');
  return actor;
}

/** The period of a quota that a track falls into. */
export interface UnderQuota {
  readonly quota: Quota;
  readonly period: QuotaPeriod;
}

export async function quotaOver(
  changes: Changes,
  of: Case,
  { item }: Pick<Track, 'item'>,
  { quotas }: Pick<ApprovalDependencies, 'quotas'>,
): Promise<UnderQuota | undefined> {
  if (!(await quotas.exists(of.region, item))) return undefined;
  const quota = await changes.find(quotaKind, quotaId(of.region, item));
  const period = quota && periodOf(quota, of.acceptedAt);
  return quota && period && { quota, period };
}

/** A case that is opened excludes every grant that does not see it yet; where there is no quota it waits for nobody. */
export async function fileUnderQuotas(
  changes: Changes,
  of: Case,
  tracks: readonly Pick<Track, 'item'>[],
  deps: Pick<ApprovalDependencies, 'quotas'>,
): Promise<void> {
  for (const track of tracks) {
    const under = await quotaOver(changes, of, track, deps);
    if (under === undefined) continue;
    const { quota, period } = under;
    const change = noteFiling(quota, period, of.caseNumber, of.acceptedAt);
    changes.save(quotaKind, quotaId(quota.region, quota.item), change);
  }
}

/** What the order of acceptance says to a decision; the queue is read anew each time that the transaction is run. */
export async function unmetUnderQuota(
  under: UnderQuota | undefined,
  of: Case,
  { outcome }: DecisionRequest,
  { quotas }: Pick<ApprovalDependencies, 'quotas'>,
): Promise<readonly UnmetRule[]> {
  if (under === undefined || outcome !== 'granted') return [];
  const { quota, period } = under;
  const earlier = await quotas.earliestUndecided({
    region: quota.region,
    item: quota.item,
    ...boundsOf(period),
    acceptedAt: of.acceptedAt,
    caseNumber: of.caseNumber,
  });
  return unmetByQuota(period, outcome, earlier);
}

/** Nobody has to think of it: once there is no place left a refusal says so by itself (许可法 38, 57). */
export const withQuotaReason = (
  request: DecisionRequest,
  under: UnderQuota | undefined,
): DecisionRequest =>
  request.outcome === 'refused' && under !== undefined && isUsedUp(under.period)
    ? { ...request, reasons: [...request.reasons, reasonOfUsedUp(under.period)] }
    : request;

/** The place of a grant. The quota is saved with the grant, so two deciders cannot take the last place. */
export function takePlaceFor(
  changes: Changes,
  { quota, period }: UnderQuota,
  caseNumber: string,
): void {
  changes.save(quotaKind, quotaId(quota.region, quota.item), takePlace(quota, period, caseNumber));
}

/** A decision was quashed: its place is free, or its filing is again before those that came later. */
export async function giveBackPlace(
  changes: Changes,
  of: Case,
  { item, quotaFrom }: Pick<Track, 'item' | 'quotaFrom'>,
  deps: Pick<ApprovalDependencies, 'quotas'>,
): Promise<void> {
  const under = await quotaOver(changes, of, { item }, deps);
  if (under === undefined) return;
  const { quota, period } = under;
  const id = quotaId(quota.region, quota.item);
  if (quotaFrom !== undefined) {
    changes.save(quotaKind, id, freePlace(quota, quotaFrom, of.caseNumber));
    return;
  }
  const from: LegalDate = period.from;
  changes.save(quotaKind, id, {
    state: quota,
    events: [{ type: 'filing-reopened', from, by: of.caseNumber }],
  });
}
