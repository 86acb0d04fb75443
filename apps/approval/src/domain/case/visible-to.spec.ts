import type { Person } from '@onewindow/kernel';
import { anOfficer } from '../../../test/fixtures.js';
import { isVisible, visibleTo } from './visible-to.js';

const of = {
  region: '379900',
  applicantAccount: 'chen',
  applicant: { creditCode: '91371500MA9YXW1T5X' },
  tracks: [{ agency: 'bureau' }, { agency: 'fire-rescue' }],
};

const applicant: Person = {
  kind: 'person',
  id: 'chen',
  name: '陈',
  roles: ['applicant'],
  region: '379900',
};
const colleague: Person = { ...applicant, id: 'lu', organisation: '91371500MA9YXW1T5X' };

const sees = (person: Person) => isVisible(of, visibleTo(person));

describe('A case is visible', () => {
  it.each<[string, Person]>([
    ['the account that applied', applicant],
    ['somebody who acts for the same organisation', colleague],
    ['an officer of an agency that takes part', anOfficer('x', 'fire-rescue', 'inspector')],
    ['the window', anOfficer('x', 'centre', 'window-clerk')],
    ['the auditor', anOfficer('x', 'government', 'auditor')],
  ])('to %s', (_, person) => {
    expect(sees(person)).toBe(true);
  });

  it.each<[string, Person]>([
    ['another applicant', { ...applicant, id: 'else' }],
    ['another organisation', { ...colleague, organisation: '12500112MB9K0Q4H0F' }],
    ['an officer of an agency that takes no part', anOfficer('x', 'tobacco', 'approver')],
    ['an officer without an agency', { ...anOfficer('x', 'y', 'approver'), department: undefined }],
    ['an officer of another city', { ...anOfficer('x', 'bureau', 'approver'), region: '110000' }],
    ['an auditor of another city', { ...anOfficer('x', 'g', 'auditor'), region: '110000' }],
    ['a supervisor', anOfficer('x', 'bureau', 'supervisor')],
    ['an administrator', anOfficer('x', 'bureau', 'administrator')],
    ['an account name without the role', { ...applicant, roles: [] }],
  ])('not to %s', (_, person) => {
    expect(sees(person)).toBe(false);
  });

  it('to no service and not to the law', () => {
    expect(visibleTo({ kind: 'service', id: 'intake-centre' })).toEqual([]);
    expect(visibleTo({ kind: 'law', id: 'x' })).toEqual([]);
  });
});
