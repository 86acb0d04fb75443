import { answers, type Answering } from '@onewindow/bus';
import { AcknowledgeHandoverV1, FindHandoverV1, ListHandoversV1 } from '@onewindow/contracts';
import type { SupervisionUseCases } from '../../use-cases/supervision-use-cases.js';
import type { SupervisionViews } from '../../views/supervision-views.js';

/** What supervision answers. */
export const commands = (
  supervision: SupervisionUseCases,
  views: SupervisionViews,
): readonly Answering[] => [
  answers(AcknowledgeHandoverV1, (request, asking) =>
    supervision.acknowledgeHandover(request, asking),
  ),
  answers(FindHandoverV1, (request, { actor }) => views.handover(request, actor)),
  answers(ListHandoversV1, (request, { actor }) => views.handovers(request, actor)),
];
