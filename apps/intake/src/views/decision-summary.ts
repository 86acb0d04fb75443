import type { DecisionSummary } from '@onewindow/contracts';
import type { Decision } from '../domain/application.js';

export const decisionSummary = ({
  reasons,
  conditions,
  ...decision
}: Decision): DecisionSummary => ({
  ...decision,
  reasons: [...reasons],
  ...(conditions && { conditions: [...conditions] }),
});
