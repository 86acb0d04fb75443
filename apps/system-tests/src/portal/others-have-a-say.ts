import type { AcceptedCase } from '../an-accepted-case.js';
import type { City } from '../a-city.js';

/** Three departments are asked on it, of which one disagrees, and somebody is named whose interests it touches. */
export async function onWhichOthersHaveASay(
  { cast: { approver, fireApprover } }: City,
  { caseNumber }: AcceptedCase,
): Promise<string> {
  const track = `/api/cases/${caseNumber}/tracks/drainage-permit`;
  await approver.post(`${track}/consultation`, {
    departments: ['fire-rescue', 'city-management', 'market-regulation'].map((department) => ({
      department,
    })),
    question: '是否同意接入市政管网？',
  });
  await fireApprover.post(`${track}/consultation/opinion`, {
    position: 'disagree',
    conditions: [],
    reasons: ['检查口占用消防车通道。'],
    legalBasis: ['消防法 28'],
  });
  await approver.post(`${track}/interested-parties`, {
    name: '何某',
    interest: '排放口紧邻其住宅，可能受气味影响。',
  });
  return caseNumber;
}
