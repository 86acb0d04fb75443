import { openCase, type Case } from '../src/domain/case/case.js';
import { APPLICATION, CASE, counting, on } from './fixtures.js';

type Opening = Parameters<typeof openCase>[0];

/** A case of the bureau's as it is opened, by default on 2026-03-06 with two tracks. */
export function anOpenCase({
  items = ['food', 'sign'],
  acceptedAt = on('2026-03-06'),
  ...opening
}: Partial<Opening> & { readonly items?: readonly string[] } = {}): Case {
  return openCase(
    {
      applicationId: APPLICATION,
      applicationNumber: 'A-1',
      caseNumber: CASE,
      region: '379900',
      applicantAccount: 'chen',
      applicant: { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
      premises: { name: '门店', address: '人民路 1 号' },
      jointInspection: [],
      acceptedAt,
      ...opening,
    },
    {
      tracks: items.map((item) => ({ item, itemName: item, agency: 'bureau', statutory: {} })),
      leadAgencyName: '行政审批局',
    },
    acceptedAt,
    counting,
  ).state;
}

/** Accepted on 2026-03-06 and handled jointly, until 2026-05-13. */
export const aJointCase = (): Case => anOpenCase({ handling: 'joint' });
