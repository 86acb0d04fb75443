import { refuseWhenUnmet, type Change } from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { officerLifecycle } from './officer-lifecycle.js';
import type { Leave, Officer, OfficerEvent, RelatedParty, Relation } from './officer.js';

/** A leave with the same first day replaces the one before: somebody came back sooner, or stays longer. */
export function recordLeave(officer: Officer, leave: Leave): Change<Officer, OfficerEvent> {
  const status = officerLifecycle.next(officer.status, 'record-leave');
  refuseWhenUnmet(leave.from <= leave.until ? [] : [IN_ORDER], (unmet) =>
    approvalRefusals.refuse('officer-not-possible', unmet),
  );
  const others = officer.leaves.filter(({ from }) => from !== leave.from);
  return {
    state: { ...officer, status, leaves: [...others, leave] },
    events: [{ type: 'leave-recorded', leave }],
  };
}

/** Declared again for the same party it replaces what was declared before, as when it has ended. */
export function declareRelation(
  officer: Officer,
  relation: Relation,
): Change<Officer, OfficerEvent> {
  const status = officerLifecycle.next(officer.status, 'declare-relation');
  refuseWhenUnmet(isNamed(relation.with) ? [] : [PARTY_NAMED], (unmet) =>
    approvalRefusals.refuse('officer-not-possible', unmet),
  );
  const others = officer.relations.filter((each) => !isSameParty(each.with, relation.with));
  return {
    state: { ...officer, status, relations: [...others, relation] },
    events: [{ type: 'relation-declared', relation }],
  };
}

const isSameParty = (one: RelatedParty, other: RelatedParty): boolean =>
  one.kind === 'organisation'
    ? other.kind === 'organisation' && one.creditCode === other.creditCode
    : other.kind === 'person' && one.name === other.name && one.account === other.account;

const isNamed = (party: RelatedParty): boolean =>
  party.kind === 'organisation' || party.account !== undefined || party.name.trim() !== '';

const PARTY_NAMED = {
  rule: 'party-named',
  path: 'personName',
  message: {
    zh: '请填写应当回避的单位的统一社会信用代码，或者个人的姓名。',
    en: 'Name whose matters the officer stands back from: the credit code of an organisation, or a person.',
  },
};

const IN_ORDER = {
  rule: 'period-in-order',
  path: 'until',
  message: {
    zh: '休假的截止日期不能早于起始日期。',
    en: 'A leave ends on its first day or later.',
  },
};
