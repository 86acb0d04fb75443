import { DecisionHandedOverV1 } from '@onewindow/contracts';
import { hears, type Subscription } from '@onewindow/journal';
import type { SupervisionUseCases } from '../../use-cases/supervision-use-cases.js';

/** What supervision hears: the bureau's decisions that its departments supervise. */
export const subscriptions = (supervision: SupervisionUseCases): readonly Subscription[] => [
  hears(DecisionHandedOverV1, ({ handedOverAt: _, ...received }) =>
    supervision.receiveHandover(received),
  ),
];
