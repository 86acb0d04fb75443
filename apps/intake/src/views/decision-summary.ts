import type { DecisionSummary } from '@onewindow/contracts';
import type { Decision } from '../domain/application.js';

export const decisionSummary = ({
  reasons,
  legalBasis,
  conditions,
  ...decision
}: Decision): DecisionSummary => ({
  ...decision,
  reasons: [...reasons],
  ...(legalBasis && { legalBasis: [...legalBasis] }),
  ...(conditions && { conditions: [...conditions] }),
});
