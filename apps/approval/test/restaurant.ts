import { randomUUID } from 'node:crypto';
import type { ApplicationAcceptedPayload } from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { ACCEPTED, anOfficer } from './fixtures.js';

let serial = 0;

const term = { unit: 'working-day', days: 20, source: '行政许可法 42' } as const;

const item = (code: string, changes: object = {}) => ({
  item: code,
  itemName: `事项 ${code}`,
  agency: 'bureau',
  agencyName: '行政审批局',
  statutoryTerm: term,
  siteVisit: false,
  resultName: `${code} 许可证`,
  materials: [],
  ...changes,
});

export const ITEMS = {
  food: item('food', {
    siteVisit: true,
    supervisingDepartment: 'market-regulation',
    validityYears: 5,
    promisedTerm: { ...term, days: 10, source: '办事指南' },
  }),
  fire: item('fire', {
    agency: 'fire-rescue',
    agencyName: '消防救援大队',
    siteVisit: true,
    statutoryTerm: { ...term, days: 13, source: '消防法 15' },
  }),
  sign: item('sign', { supervisingDepartment: 'city-management' }),
  drainage: item('drainage', { supervisingDepartment: 'city-management', validityYears: 5 }),
};

export type Restaurant = ReturnType<typeof aRestaurant>;

/** An accepted application to open a restaurant, of an enterprise of its own. */
export function aRestaurant(
  items: readonly (keyof typeof ITEMS)[] = ['food', 'fire', 'sign', 'drainage'],
) {
  serial += 1;
  const number = String(serial).padStart(6, '0');
  const account = `applicant-${number}`;
  const accepted: ApplicationAcceptedPayload = {
    applicationId: randomUUID(),
    applicationNumber: `A-${number}`,
    caseNumber: `379900-20261102-${number}`,
    region: '379900',
    receivedAt: ACCEPTED,
    acceptedAt: ACCEPTED,
    bundle: 'open-restaurant',
    applicantAccount: account,
    applicant: { name: `某餐饮公司 ${number}`, creditCode: '91371500MA9YXW1T5X' },
    premises: { name: '湖畔小馆', address: '人民路 1 号' },
    items: items.map((code) => ITEMS[code]),
    jointInspection: ['food', 'fire', 'sign'].filter((code) => (items as string[]).includes(code)),
  };
  const applicant: Person = {
    kind: 'person',
    id: account,
    name: '陈某',
    roles: ['applicant'],
    region: '379900',
  };
  return {
    accepted,
    applicant,
    applicationId: accepted.applicationId,
    caseNumber: accepted.caseNumber,
  };
}

export const people = {
  approver: anOfficer('li', 'bureau', 'approver'),
  decider: anOfficer('wang', 'bureau', 'decision-officer'),
  fireApprover: anOfficer('zhao', 'fire-rescue', 'approver'),
  fireDecider: anOfficer('sun', 'fire-rescue', 'decision-officer'),
  head: anOfficer('wei', 'bureau', 'agency-head'),
  fireHead: anOfficer('he', 'fire-rescue', 'agency-head'),
  government: anOfficer('jiang', 'government-office', 'government-head'),
  inspectors: {
    b1: anOfficer('b1', 'bureau', 'inspector'),
    b2: anOfficer('b2', 'bureau', 'inspector'),
    f1: anOfficer('f1', 'fire-rescue', 'inspector'),
    f2: anOfficer('f2', 'fire-rescue', 'inspector'),
  },
  clerk: { ...anOfficer('clerk', 'centre', 'window-clerk'), department: undefined } as Person,
  auditor: anOfficer('auditor', 'government-office', 'auditor'),
  tobacco: anOfficer('tan', 'tobacco', 'approver'),
};

const point = (name: string) => ({ point: name, requirement: `${name} 符合要求` });

export const inspection = (caseNumber: string) => ({
  caseNumber,
  items: ['food', 'fire', 'sign'],
  scheduledAt: '2026-11-06T06:00:00.000Z',
  inspectors: [
    ...['b1', 'b2'].map((id) => ({ inspector: id, name: id, agency: 'bureau' })),
    ...['f1', 'f2'].map((id) => ({ inspector: id, name: id, agency: 'fire-rescue' })),
  ],
  checklists: [
    { item: 'food', points: [point('kitchen')] },
    { item: 'fire', points: [point('exit')] },
    { item: 'sign', points: [point('frame')] },
  ],
});
