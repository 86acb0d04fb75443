import { answers, type Answering } from '@onewindow/bus';
import { FindQuotaV1, ListQuotasV1, PublishQuotaV1 } from '@onewindow/contracts';
import type { LegalDate } from '@onewindow/kernel';
import type { ApprovalUseCases } from '../../use-cases/approval-use-cases.js';
import type { QuotaViews } from '../../views/quota-views.js';

/** What approval answers about permits of a limited number (许可法 57). */
export const quotaCommands = (
  approval: ApprovalUseCases,
  quotas: QuotaViews,
): readonly Answering[] => [
  answers(PublishQuotaV1, ({ from, until, ...request }, asking) =>
    approval.publishQuota(
      { ...request, from: from as LegalDate, until: until as LegalDate },
      asking,
    ),
  ),
  answers(FindQuotaV1, (request, { actor }) => quotas.find(request, actor)),
  answers(ListQuotasV1, (request, { actor }) => quotas.list(request, actor)),
];
