import { openCase, type Case } from '../src/domain/case/case.js';
import { APPLICATION, CASE, counting, on } from './fixtures.js';

/** Accepted on 2026-03-06 and handled jointly, until 2026-05-13. */
export function aJointCase(): Case {
  return openCase(
    {
      applicationId: APPLICATION,
      applicationNumber: 'A-1',
      caseNumber: CASE,
      region: '379900',
      applicantAccount: 'chen',
      applicant: { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
      premises: { name: '门店', address: '人民路 1 号' },
      acceptedAt: on('2026-03-06'),
      jointInspection: [],
      handling: 'joint',
    },
    {
      tracks: ['food', 'sign'].map((item) => ({
        item,
        itemName: item,
        agency: 'bureau',
        statutory: {},
      })),
      leadAgencyName: '行政审批局',
    },
    on('2026-03-06'),
    counting,
  ).state;
}
