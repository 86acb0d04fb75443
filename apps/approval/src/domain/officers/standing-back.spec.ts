import { on, rulesOf } from '../../../test/fixtures.js';
import { anOfficerInPost } from '../../../test/officers.js';
import type { RelatedParty } from './officer.js';
import { declareRelation } from './standing-back.js';

const declare = (party: RelatedParty) =>
  declareRelation(anOfficerInPost('qian'), {
    with: party,
    reason: '配偶任职',
    declaredAt: on('2026-11-05'),
    declaredBy: 'qian',
  }).state.relations;

describe('A relation for which an officer stands back', () => {
  it.each<RelatedParty>([
    { kind: 'organisation', creditCode: '91371500MA9YXW1T5X' },
    { kind: 'person', name: '陈某' },
    { kind: 'person', name: '', account: 'chen' },
  ])('is one to somebody who can be found: %j', (party) => {
    expect(declare(party)).toMatchObject([{ with: party }]);
  });

  it('is not one to nobody', () => {
    expect(rulesOf(() => declare({ kind: 'person', name: ' ' }))).toEqual(['party-named']);
  });
});
