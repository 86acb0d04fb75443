import type { FindApplicationReply, FindCaseReply } from '@onewindow/contracts';
import { until } from '@onewindow/tools';
import { anAcceptedCase, type AcceptedCase } from '../an-accepted-case.js';
import type { City } from '../a-city.js';

const ITEM = 'drainage-permit';

/** A grant of which the applicant marked parts as a trade secret, and which the agency withholds. */
export interface ProtectedDecision extends AcceptedCase {
  /** The official number 文号, by which the public finds it. */
  readonly number: string;
  readonly reference: string;
  /** Where its track is acted on. */
  readonly track: string;
  /** What the public must not read. */
  readonly secrets: readonly string[];
}

export const MARK = {
  kind: 'trade-secret',
  parts: ['holder', 'item', 'conditions'],
  reason: '投产计划尚未公开。',
};
const LEGAL_BASIS = '城镇排水与污水处理条例 21';
export const CONDITION = '每日排水不得超过七号配方所列用量。';

export async function aProtectedDecision(city: City): Promise<ProtectedDecision> {
  const { owner, approver, decisionOfficer } = city.cast;
  const accepted = await anAcceptedCase(city, ITEM);
  const { applicationId, caseNumber } = accepted;
  const application = `/api/applications/${applicationId}`;
  const track = `/api/cases/${caseNumber}/tracks/${ITEM}`;
  await owner.put(`${application}/confidentiality`, { marks: [MARK] });
  await approver.post(`${track}/opinion`, {
    recommendation: 'grant',
    grounds: ['材料齐全，符合法定条件。'],
  });
  const { itemName } = await until('the agency knows of the mark', async () => {
    const { tracks } = await approver.get<FindCaseReply>(`/api/cases/${caseNumber}`);
    return tracks.find(({ confidential = [] }) => confidential.length > 0);
  });
  await decisionOfficer.post(`${track}/decision`, {
    outcome: 'granted',
    reasons: [],
    legalBasis: [LEGAL_BASIS],
    conditions: [CONDITION],
    protection: [{ ...MARK, reason: '产能由此可知。' }],
  });
  const paper = await until('the decision is in the register', async () => {
    const { applicant, papers } = await owner.get<FindApplicationReply>(application);
    const { number: reference, officialNumber: number } =
      papers.find(({ kind }) => kind === 'decision') ?? {};
    return reference === undefined || number === undefined
      ? undefined
      : { reference, number, holder: applicant.name };
  });
  const { holder, ...numbers } = paper;
  return {
    ...accepted,
    ...numbers,
    track,
    secrets: [holder, itemName, ITEM, caseNumber, LEGAL_BASIS, CONDITION, MARK.reason, '产能'],
  };
}
