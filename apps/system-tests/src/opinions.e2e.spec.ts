import type {
  ConsultDepartmentsReply,
  DraftDecisionReply,
  FindApplicationReply,
  FindCaseReply,
  FindConsultationReply,
  FindQuotaReply,
} from '@onewindow/contracts';
import { ClockConductor, until } from '@onewindow/tools';
import { aCity, figuresAtRest, journalFaults, type City } from './a-city.js';
import { anAcceptedCase, type AcceptedCase } from './an-accepted-case.js';

const ITEM = 'drainage-permit';
const CONTENT = {
  outcome: 'granted',
  reasons: [],
  legalBasis: ['城镇排水与污水处理条例 21'],
  conditions: ['每季度清掏隔油池'],
};

let city: City;

beforeAll(async () => {
  city = await aCity();
});

afterAll(() => city.stop());

const track = (caseNumber: string) => `/api/cases/${caseNumber}/tracks/${ITEM}`;

const reviewed = ({ caseNumber }: AcceptedCase) =>
  city.cast.approver.post(`${track(caseNumber)}/opinion`, {
    recommendation: 'grant',
    grounds: ['材料齐全'],
  });

const sign = (caseNumber: string, changes: object = {}) =>
  city.cast.decisionOfficer.post(`${track(caseNumber)}/decision`, { ...CONTENT, ...changes });

/** The rules that a refusal over HTTP lists. */
const refusedBy = (rule: string): unknown =>
  expect.objectContaining({ message: expect.stringContaining(rule) });

describe('A case on which others have a say', () => {
  it('waits for three departments of which one is silent, and is signed as it was reviewed', async () => {
    const { approver, fireApprover, cityManager, marketRegulator, decisionOfficer } = city.cast;
    const filed = await anAcceptedCase(city, ITEM);
    const { caseNumber } = filed;
    const consultation = `${track(caseNumber)}/consultation`;
    await reviewed(filed);
    const { requests } = await approver.post<ConsultDepartmentsReply>(consultation, {
      departments: ['fire-rescue', 'city-management', 'market-regulation'].map((department) => ({
        department,
      })),
      question: '是否同意接入市政管网？',
    });
    expect(requests.map(({ answerBy }) => answerBy.due)).toEqual(Array(3).fill('2026-04-27'));
    const agree = { position: 'agree', conditions: [], reasons: [], legalBasis: [] };
    await fireApprover.post(`${consultation}/opinion`, agree);
    await cityManager.post(`${consultation}/opinion`, {
      ...agree,
      position: 'agree-with-conditions',
      conditions: ['每季度清掏隔油池'],
    });
    const seen = await marketRegulator.get<FindConsultationReply>(consultation);
    expect(seen.requests).toHaveLength(1);
    expect(seen).not.toHaveProperty('count');
    await expect(sign(caseNumber)).rejects.toEqual(refusedBy('consultation-ended'));

    await new ClockConductor(city.cast.operations).moveTo('2026-04-28T09:00');
    const settled = await approver.get<FindConsultationReply>(consultation);
    expect(settled).toMatchObject({
      status: 'settled',
      count: { asked: 3, settled: 3, agreed: 1, agreedWithConditions: 1, silent: 1 },
    });
    const { hash } = await approver.put<DraftDecisionReply>(`${track(caseNumber)}/draft`, CONTENT);
    await decisionOfficer.post(`${track(caseNumber)}/draft/review`, {
      hash,
      result: 'approved',
      remarks: [],
    });
    await expect(sign(caseNumber, { conditions: [] })).rejects.toEqual(
      refusedBy('signed-as-reviewed'),
    );
    await sign(caseNumber);
  });

  it('is withdrawn by its applicant, and the application with it', async () => {
    const { owner } = city.cast;
    const { applicationId, caseNumber } = await anAcceptedCase(city, ITEM);
    await owner.post(`/api/cases/${caseNumber}/withdrawal`, { reason: '不再开业' });

    await until('the application is withdrawn', async () => {
      const path = `/api/applications/${applicationId}`;
      const { status } = await owner.get<FindApplicationReply>(path);
      return status === 'withdrawn' ? true : undefined;
    });
    expect(await owner.get<FindCaseReply>(`/api/cases/${caseNumber}`)).toMatchObject({
      status: 'closed',
      tracks: [{ status: 'withdrawn' }],
    });
  });
});

describe('A quota of two', () => {
  it('goes to the first two who were accepted, whoever decides at once', async () => {
    const { administrator, owner } = city.cast;
    const quota = `/api/quotas/${ITEM}`;
    await administrator.put(quota, {
      from: '2026-04-29',
      until: '2026-12-31',
      limit: 2,
      documentNumber: '海政发〔2026〕12号',
    });
    await new ClockConductor(city.cast.operations).moveTo('2026-04-29T09:00');
    const filings: AcceptedCase[] = [];
    for (let count = 0; count < 4; count += 1) filings.push(await anAcceptedCase(city, ITEM));
    for (const filed of filings) await reviewed(filed);
    const numbers = filings.map(({ caseNumber }) => caseNumber).toSorted();
    const granted = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      const tried = await Promise.allSettled(numbers.map((each) => sign(each)));
      tried.forEach(({ status }, at) => status === 'fulfilled' && granted.add(numbers[at] ?? ''));
    }

    expect([...granted].toSorted()).toEqual(numbers.slice(0, 2));
    expect(await owner.get<FindQuotaReply>(quota)).toMatchObject({
      periods: [{ limit: 2, granted: 2, left: 0 }],
    });
    expect(await figuresAtRest(city)).toMatchObject({ parked: 0 });
    expect(await journalFaults(city)).toEqual([]);
  });
});
