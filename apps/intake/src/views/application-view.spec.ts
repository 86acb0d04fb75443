import type { Person } from '@onewindow/kernel';
import { applicationView } from './application-view.js';
import { maySee } from './visible-to.js';
import { anApplication, inStatus, OWNER, RECEIVED } from '../../test/situations.js';
import { elsewhere, people } from '../../test/people.js';

const { auditor, approver, clerk, fireApprover, colleague, otherEnterprise } = people;

const accepted = {
  ...inStatus('accepted'),
  acceptance: {
    caseNumber: '379900-20260427-000001',
    receiptNumber: '受理〔2026〕000001号',
    acceptedAt: RECEIVED,
    recordedAt: RECEIVED,
    by: 'clerk',
  },
} as const;

const phoneFor = (person: Person) => applicationView(accepted, person, new Map()).contact.phone;

describe('The contact of an application', () => {
  it.each([
    ['its enterprise', OWNER],
    ['a colleague', colleague],
    ['the window', clerk],
    ['the deciding agency', approver],
  ])('is shown to %s', (_, person) => {
    expect(phoneFor(person)).toBe('13900000001');
  });

  it.each([
    ['an auditor', auditor],
    ['an auditor who applies for an enterprise of his own', also(auditor, 'applicant')],
    ['an auditor who handles cases of another agency', also(auditor, 'approver')],
  ])('is masked for %s', (_, person) => {
    expect(phoneFor(person)).not.toBe('13900000001');
    expect(applicationView(accepted, person, new Map()).contact.name).not.toBe('林悦');
  });
});

describe('An application', () => {
  it('is visible to the agencies that decide on it once it is accepted, and to no other', () => {
    expect(maySee(accepted, approver)).toBe(true);
    expect(maySee(accepted, { ...approver, roles: ['agency-head'] })).toBe(true);
    expect(maySee(accepted, { ...fireApprover, roles: ['agency-head'] })).toBe(false);
    expect(maySee(anApplication(), approver)).toBe(false);
    expect(maySee(accepted, fireApprover)).toBe(false);
    expect(maySee(accepted, elsewhere(approver))).toBe(false);
  });

  it('is visible to its enterprise wherever that sits, and to no other enterprise', () => {
    expect(maySee(anApplication(), elsewhere(colleague))).toBe(true);
    expect(maySee(anApplication(), otherEnterprise)).toBe(false);
    expect(maySee(anApplication(), { kind: 'service', id: 'gateway-centre' })).toBe(false);
  });
});

function also(person: Person, ...roles: Person['roles']): Person {
  return { ...person, roles: [...person.roles, ...roles] };
}
