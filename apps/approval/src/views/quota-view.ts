import type { FindQuotaReply } from '@onewindow/contracts';
import type { Quota } from '../domain/quota/quota.js';

/** What is public of a quota: how many there are, by which document, and how many are left. */
export const quotaView = (item: string, quota: Quota): FindQuotaReply => ({
  item,
  periods: quota.periods.map(({ from, until, limit, documentNumber, granted }) => ({
    from,
    until,
    limit,
    documentNumber,
    granted,
    left: Math.max(0, limit - granted),
  })),
});
