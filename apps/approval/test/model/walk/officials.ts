import type { Person, Role } from '@onewindow/kernel';
import { anOfficer } from '../../fixtures.js';

export const REGION = '379900';

/** Who acts, seen from the agency of a track. */
export const OFFICIALS = [
  'approver',
  'other-approver',
  'decision-officer',
  'approver-and-decision-officer',
  'agency-head',
  'government-head',
  'neighbour',
  'stranger',
  'of-another-city',
  'applicant',
] as const;
export type Official = (typeof OFFICIALS)[number];

const EVERY_DUTY: readonly Role[] = ['approver', 'decision-officer', 'agency-head', 'inspector'];

/** The person that this is for a track of `agency`, in a case that `neighbour` handles another track of. */
export function personOf(official: Official, agency: string, neighbour: string): Person {
  switch (official) {
    case 'approver':
      return anOfficer(`li-${agency}`, agency, 'approver');
    case 'other-approver':
      return anOfficer(`liu-${agency}`, agency, 'approver');
    case 'decision-officer':
      return anOfficer(`wang-${agency}`, agency, 'decision-officer');
    case 'approver-and-decision-officer':
      return anOfficer(`wu-${agency}`, agency, 'approver', 'decision-officer');
    case 'agency-head':
      return anOfficer(`he-${agency}`, agency, 'agency-head');
    case 'government-head':
      return anOfficer('jiang', 'government-office', 'government-head');
    case 'neighbour':
      return anOfficer(`zhao-${neighbour}`, neighbour, ...EVERY_DUTY);
    case 'stranger':
      return anOfficer('tan', 'tobacco', ...EVERY_DUTY);
    case 'of-another-city':
      return { ...anOfficer(`ma-${agency}`, agency, ...EVERY_DUTY), region: '370100' };
    case 'applicant':
      return {
        kind: 'person',
        id: 'chen',
        name: '陈某',
        roles: ['applicant'],
        region: REGION,
      };
  }
}

/** Who looks after the work of an agency. */
export const headOf = (agency: string): Person => personOf('agency-head', agency, agency);

export const inspectorsOf = (agency: string): readonly [Person, Person] => [
  anOfficer(`i1-${agency}`, agency, 'inspector'),
  anOfficer(`i2-${agency}`, agency, 'inspector'),
];
