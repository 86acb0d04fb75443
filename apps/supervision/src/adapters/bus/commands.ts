import { answers, type Answering } from '@onewindow/bus';
import {
  AcknowledgeHandoverV1,
  FindHandoverV1,
  ListHandoversV1,
  ListSupervisedItemsV1,
} from '@onewindow/contracts';
import type { SupervisionUseCases } from '../../use-cases/supervision-use-cases.js';
import type { ItemsView } from '../../views/items-view.js';
import type { SupervisionViews } from '../../views/supervision-views.js';

/** What supervision answers. */
export const commands = (
  supervision: SupervisionUseCases,
  views: SupervisionViews,
  items: ItemsView,
): readonly Answering[] => [
  answers(AcknowledgeHandoverV1, (request, asking) =>
    supervision.acknowledgeHandover(request, asking),
  ),
  answers(FindHandoverV1, (request, { actor }) => views.handover(request, actor)),
  answers(ListHandoversV1, (request, { actor }) => views.handovers(request, actor)),
  answers(ListSupervisedItemsV1, (request, { actor }) => items.items(request, actor)),
];
