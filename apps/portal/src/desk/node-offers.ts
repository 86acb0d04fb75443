import type { FindCaseReply } from '../api/replies.js';
import { offerOn, type Offer } from './offers.js';

export type Node = NonNullable<FindCaseReply['plan']>['nodes'][number];

/** What may be done with a node of the plan now: who records it, the service knows. */
export const offersOnNode = (
  { id, actions = [] }: Pick<Node, 'id' | 'actions'>,
  caseNumber: string,
): readonly Offer[] => actions.flatMap((action) => offerOn(action, { caseNumber, node: id }));
