import { instantOf } from '@onewindow/kernel';
import type { ReceivedDecision } from '../src/domain/handover.js';

const HANDED_OVER = instantOf('2026-05-14T10:00:00+08:00');

/** A grant of the bureau that the department is to acknowledge. */
export const DECISION: ReceivedDecision = {
  handoverId: '0198f1d2-0000-7000-8000-000000000001',
  applicationId: '0198f1d2-0000-7000-8000-000000000002',
  caseNumber: '379900-20260429-000001',
  item: 'drainage-permit',
  itemName: '排水许可',
  department: 'city-management',
  applicant: { name: '临江小馆', creditCode: '91371500MA9YXW1T5X' },
  premises: { name: '临江小馆', address: '临江路18号' },
  decision: {
    number: '决〔2026〕1号',
    outcome: 'granted',
    decidedAt: HANDED_OVER,
    agency: 'bureau',
    agencyName: '审批局',
    reasons: [],
  },
  acknowledgeBy: { due: '2026-05-19' },
};
