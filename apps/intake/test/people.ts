import type { Person, Role } from '@onewindow/kernel';
import { OWNER } from './situations.js';

const anOfficer = (id: string, department: string, ...roles: Role[]): Person => ({
  kind: 'person',
  id,
  name: `${id} of ${department}`,
  roles,
  region: '379900',
  department,
});

const { organisation: _, organisationName: __, ...nobody } = OWNER;

export const people = {
  owner: OWNER,
  /** Of the same enterprise, with an account of its own. */
  colleague: { ...OWNER, id: 'su.qing', name: '苏晴' },
  otherEnterprise: { ...OWNER, id: 'he.bo', name: '何博', organisation: '92370523MA9YXW2N21' },
  withoutEnterprise: { ...nobody, id: 'wu.ming' } as Person,
  clerk: anOfficer('zhao.min', 'service-centre', 'window-clerk'),
  secondClerk: anOfficer('qian.lei', 'service-centre', 'window-clerk'),
  approver: anOfficer('li.wei', 'bureau', 'approver'),
  fireApprover: anOfficer('sun.gang', 'fire-rescue', 'approver'),
  auditor: anOfficer('shen.jing', 'government-office', 'auditor'),
  administrator: anOfficer('admin', 'service-centre', 'administrator'),
};

export const elsewhere = (person: Person): Person => ({ ...person, region: '370100' });
