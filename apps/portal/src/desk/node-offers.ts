import type { FindCaseReply, PersonView } from '../api/replies.js';
import { offerOn, type Offer } from './offers.js';

export type Node = NonNullable<FindCaseReply['plan']>['nodes'][number];

interface OfCase {
  readonly caseNumber: string;
  /** The items of the case: they are decided on their tracks and recorded nowhere else. */
  readonly items: readonly string[];
}

/** Who may record what came of a node that no track decides, while it is not in effect. */
export function offersOnNode(
  { id, item, department, standing }: Node,
  { caseNumber, items }: OfCase,
  person: PersonView | undefined,
): readonly Offer[] {
  const isTrack = item !== undefined && items.includes(item);
  if (isTrack || standing === 'in-effect' || !mayRecord(person, department)) return [];
  return offerOn('record-node', { caseNumber, node: id });
}

/** The window records every result; besides, only the department that the node names its own (许可法 26). */
const mayRecord = (person: PersonView | undefined, department: string | undefined): boolean =>
  person !== undefined &&
  (person.roles.includes('window-clerk') ||
    (department !== undefined &&
      person.department === department &&
      person.roles.some((role) => OF_DEPARTMENT.includes(role))));

const OF_DEPARTMENT: readonly string[] = ['approver', 'decision-officer', 'agency-head'];
