import type {
  AuthoriseOfficerReply,
  DecideTrackReply,
  ExtendTermReply,
  ConsultDepartmentsReply,
  DraftDecisionReply,
  FindApplicationReply,
  FindCaseReply,
  FindConsultationReply,
  FindQuotaReply,
} from '@onewindow/contracts';
import { addDays, legalDate } from '@onewindow/kernel';
import { ClockConductor, playing, until } from '@onewindow/tools';
import { aCity, figuresAtRest, journalFaults, type City } from './a-city.js';
import { anAcceptedCase, type AcceptedCase } from './an-accepted-case.js';
import { OfficersAtWork } from './officers-at-work.js';
import { unmetOf } from './project/a-refusal.js';

const ITEM = 'drainage-permit';
const CONTENT = {
  outcome: 'granted',
  reasons: [],
  legalBasis: ['城镇排水与污水处理条例 21'],
  conditions: ['每季度清掏隔油池'],
};

let city: City;
let bureau: OfficersAtWork;

beforeAll(async () => {
  city = await aCity();
  bureau = new OfficersAtWork(city.cast, ITEM);
});

afterAll(() => city.stop());

const track = (caseNumber: string) => `/api/cases/${caseNumber}/tracks/${ITEM}`;

const OPINION = { recommendation: 'grant', grounds: ['材料齐全'] };

/** By whoever has it to do. */
const reviewed = async ({ caseNumber }: AcceptedCase) => {
  const holder = playing(city.cast, await bureau.holder(caseNumber));
  return (holder ?? city.cast.approver).post(`${track(caseNumber)}/opinion`, OPINION);
};

const sign = (caseNumber: string, changes: object = {}) =>
  city.cast.decisionOfficer.post(`${track(caseNumber)}/decision`, { ...CONTENT, ...changes });

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
    expect(await unmetOf(sign(caseNumber))).toContain('- consultation-ended');

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
    expect(await unmetOf(sign(caseNumber, { conditions: [] }))).toContain('- signed-as-reviewed');
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

describe('The officers of an agency', () => {
  const OWNER = '91371500MA9YXW1T5X';
  const numbersOf = (filings: readonly AcceptedCase[]) => filings.map((each) => each.caseNumber);

  it('stand back from a relation that they declare, at assignment and at every act', async () => {
    const { approver, head } = city.cast;
    await bureau.share();
    const filings = numbersOf(
      await Promise.all(Array.from({ length: 3 }, () => anAcceptedCase(city, ITEM))),
    );
    const holders = await Promise.all(filings.map((each) => bureau.holder(each)));
    expect(new Set(holders)).toEqual(new Set(['qian.wei', 'xu.ning']));

    const relation = { creditCode: OWNER, reason: '配偶任职' };
    await approver.post('/api/officers/qian.wei/relations', relation);
    await bureau.allWith('xu.ning', filings);
    const [caseNumber = ''] = filings;
    expect(await bureau.holder((await anAcceptedCase(city, ITEM)).caseNumber)).toBe('xu.ning');
    const acts: readonly (readonly [string, object])[] = [
      ['opinion', OPINION],
      ['stages/review/claim', {}],
      ['consultation', { departments: [{ department: 'fire-rescue' }], question: '是否同意？' }],
      [
        'special-procedures',
        { procedure: 'testing', reason: '抽样', expectedWorkingDays: 3, carriedOutBy: '检测中心' },
      ],
      ['interested-parties', { name: '邻居', interest: '相邻关系' }],
    ];
    for (const [act, request] of acts) {
      const refused = await unmetOf(approver.post(`${track(caseNumber)}/${act}`, { ...request }));
      expect([act, ...refused]).toContain('- not-recused');
    }
    const given = { officer: 'qian.wei', reason: '熟悉情况' };
    expect(
      await unmetOf(head.post(`${track(caseNumber)}/stages/review/assignment`, given)),
    ).toEqual(['officer officer-may-have-it']);
    const [shown] = (await approver.get<FindCaseReply>(`/api/cases/${caseNumber}`)).tracks;
    expect(shown?.actions).toEqual([]);
    expect(shown?.withheld?.map(({ rule }) => rule)).toContain('not-recused');

    const ended = { ...relation, until: '2026-04-27' };
    await approver.post('/api/officers/qian.wei/relations', ended);
  });

  it('hand all their work over, and get none while they are on leave', async () => {
    const { secondApprover } = city.cast;
    const before = await anAcceptedCase(city, ITEM);
    await bureau.leave('qian.wei', '2026-04-20', '2026-05-08');
    const filings = [...numbersOf([before]), (await anAcceptedCase(city, ITEM)).caseNumber];
    expect(await bureau.holder(filings[1] ?? '')).toBe('xu.ning');
    await bureau.leave('qian.wei', '2026-04-20', '2026-04-20');
    await bureau.leave('xu.ning', '2026-04-28', '2026-05-08');
    const { reassigned, toPool } = await bureau.handOver('xu.ning');

    expect(reassigned).toBeGreaterThanOrEqual(5);
    expect(toPool).toBe(0);
    await bureau.allWith('qian.wei', filings);
    const refused = await unmetOf(
      secondApprover.post(`${track(filings[1] ?? '')}/opinion`, OPINION),
    );
    expect(refused).toEqual(['- not-on-leave', 'review holds-the-task']);
  });

  it('decide within their authority, which stands with the decision, and never beyond it', async () => {
    const { decisionOfficer, chiefRepresentative, owner } = city.cast;
    const decide = (caseNumber: string) =>
      chiefRepresentative.post<DecideTrackReply>(`${track(caseNumber)}/decision`, CONTENT);
    const filings = await Promise.all([anAcceptedCase(city, ITEM), anAcceptedCase(city, ITEM)]);
    const [first = '', second = ''] = numbersOf(filings);
    const authorisations = '/api/officers/luo.an/authorisations';
    const delegation = {
      kind: 'delegation',
      documentNumber: '海审委〔2026〕4号',
      items: [ITEM],
      acts: ['decide'],
      from: '2026-04-28',
      until: '2026-04-30',
    };
    await Promise.all(filings.map(reviewed));
    await bureau.leave('sun.li', '2026-04-20', '2026-04-30');
    expect(await unmetOf(decide(first))).toContain('- within-authority');

    const { authorisationId } = await decisionOfficer.post<AuthoriseOfficerReply>(
      authorisations,
      delegation,
    );
    expect((await bureau.handOver('sun.li')).toPool).toBe(0);
    const { under } = await decide(first);
    expect(under).toMatchObject({
      kind: 'delegation',
      documentNumber: delegation.documentNumber,
      by: 'sun.li',
      until: '2026-04-30',
    });
    const { tracks } = await owner.get<FindCaseReply>(`/api/cases/${first}`);
    expect(tracks[0]?.decision?.under).toEqual(under);

    await decisionOfficer.post(`${authorisations}/${authorisationId}/revocation`);
    expect(await unmetOf(decide(second))).toEqual(['- within-authority']);
    await bureau.leave('sun.li', '2026-04-20', '2026-04-20');
    await bureau.handOver('luo.an');
    await sign(second);
  });
});

describe('A quota of two', () => {
  it('goes to the first two of six who were accepted at once, and out of turn to nobody, whoever decides at once', async () => {
    const { administrator, owner } = city.cast;
    const quota = `/api/quotas/${ITEM}`;
    await administrator.put(quota, {
      from: '2026-04-29',
      until: '2026-12-31',
      limit: 2,
      documentNumber: '海政发〔2026〕12号',
    });
    await new ClockConductor(city.cast.operations).moveTo('2026-04-29T09:00');
    // Every complete filing is accepted, however many come at once; only the grants are few.
    const filings = await Promise.all(Array.from({ length: 6 }, () => anAcceptedCase(city, ITEM)));
    await Promise.all(filings.map(reviewed));
    const numbers = filings.map(({ caseNumber }) => caseNumber).toSorted();
    const late = await Promise.all(numbers.slice(1).map((each) => unmetOf(sign(each))));
    for (const unmet of late) expect(unmet).toContain('- earlier-filings-decided');
    const granted = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      const tried = await Promise.allSettled(numbers.map((each) => sign(each)));
      tried.forEach(({ status }, at) => status === 'fulfilled' && granted.add(numbers[at] ?? ''));
    }

    expect([...granted].toSorted()).toEqual(numbers.slice(0, 2));
    expect(await owner.get<FindQuotaReply>(quota)).toMatchObject({
      periods: [{ limit: 2, granted: 2, left: 0 }],
    });
  });
});

describe('The term of a case', () => {
  it('is extended on its last day and refused on the day after, whatever the head says', async () => {
    const { head, owner } = city.cast;
    const clock = new ClockConductor(city.cast.operations);
    const extend = ({ caseNumber }: AcceptedCase) =>
      head.post<ExtendTermReply>(`${track(caseNumber)}/extension`, {
        days: 10,
        reason: '案情复杂',
      });
    const shown = async ({ caseNumber }: AcceptedCase) =>
      (await owner.get<FindCaseReply>(`/api/cases/${caseNumber}`)).tracks[0];
    const [inTime, late] = await Promise.all([
      anAcceptedCase(city, ITEM),
      anAcceptedCase(city, ITEM),
    ]);
    const due = (await shown(late))?.statutory.due ?? '';
    await clock.moveTo(`${due}T23:59`);
    expect(await shown(late)).not.toHaveProperty('missedAt');
    const { before, statutory } = await extend(inTime);
    expect(before).toEqual({ due });

    await clock.moveTo(`${addDays(legalDate(due), 1)}T00:01`);
    expect(await unmetOf(extend(late))).toEqual(['approvedOn extension-approved-in-time']);
    expect(await shown(late)).toMatchObject({ statutory: { due }, missedAt: expect.any(String) });
    const extended = await shown(inTime);
    expect(extended).toMatchObject({ statutory });
    expect(extended).not.toHaveProperty('missedAt');
    expect(await figuresAtRest(city)).toMatchObject({ parked: 0 });
    expect(await journalFaults(city)).toEqual([]);
  });
});
