import type { DecisionSummary } from '@onewindow/contracts';
import type { Application, Decision } from '../domain/application.js';

/** A decision with what its paper adds: the official number, and when it was served. */
export function decisionSummary(
  { reasons, legalBasis, conditions, ...decision }: Decision,
  { papers }: Pick<Application, 'papers'>,
): DecisionSummary {
  const paper = papers.find(({ number }) => number === decision.number);
  return {
    ...decision,
    reasons: [...reasons],
    ...(legalBasis && { legalBasis: [...legalBasis] }),
    ...(conditions && { conditions: [...conditions] }),
    ...(paper?.officialNumber !== undefined && { officialNumber: paper.officialNumber }),
    ...(paper?.service && { servedAt: paper.service.servedAt }),
  };
}
