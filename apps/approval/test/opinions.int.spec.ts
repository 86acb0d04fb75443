import {
  ConsultDepartmentsV1,
  DecideTrackV1,
  DraftDecisionV1,
  FindInterestedPartiesV1,
  FindQuotaV1,
  FindConsultationV1,
  FollowCaseV1,
  GiveDepartmentOpinionV1,
  ListConsultationsV1,
  NameInterestedPartyV1,
  PublishQuotaV1,
  RecordStatementV1,
  ReopenTrackV1,
  ReviewDecisionDraftV1,
  TellInterestedPartyV1,
  TrackDecidedV1,
  TrackWithdrawnV1,
  WithdrawTrackV1,
} from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { Bureau } from './a-bureau.js';
import { atDesk, WITHIN } from './desk.js';
import { ACCEPTED, anOfficer, on } from './fixtures.js';
import { aRestaurant, people } from './restaurant.js';

let bureau: Bureau;

beforeAll(async () => {
  bureau = await Bureau.open(ACCEPTED);
});

afterAll(() => bureau.close());

const { find, grant, opened, recordOpinion, refuse, trackOf } = atDesk(() => bureau);

const asked = {
  fire: people.fireApprover,
  city: anOfficer('cui', 'city-management', 'supervisor'),
  market: anOfficer('ma', 'market-regulation', 'supervisor'),
};
const DEPARTMENTS = ['fire-rescue', 'city-management', 'market-regulation'].map((department) => ({
  department,
}));

const consult = (caseNumber: string, item: string, person = people.approver, more: object = {}) =>
  bureau.ask(ConsultDepartmentsV1, person, {
    caseNumber,
    item,
    departments: DEPARTMENTS,
    question: '是否同意？',
    ...more,
  });

const answer = (caseNumber: string, item: string, person: Person, more: object = {}) =>
  bureau.ask(GiveDepartmentOpinionV1, person, {
    caseNumber,
    item,
    position: 'agree',
    conditions: [],
    reasons: [],
    legalBasis: [],
    ...more,
  });

const see = (caseNumber: string, item: string, person: Person) =>
  bureau.ask(FindConsultationV1, person, { caseNumber, item });

describe('A consultation of three departments', () => {
  it('holds a decision until each has answered or kept silent for its term, and the clock runs on', async () => {
    await bureau.moveClockTo(ACCEPTED);
    const { caseNumber, applicant } = await opened(aRestaurant(['sign', 'drainage']));
    const { due } = (await trackOf(caseNumber, 'sign')).statutory;
    await recordOpinion(caseNumber, 'sign');
    await expect(consult(caseNumber, 'sign', people.fireApprover)).rejects.toMatchObject({
      code: 'track-not-found',
    });
    await expect(consult(caseNumber, 'sign', people.decider)).rejects.toMatchObject({
      code: 'not-permitted',
    });
    const { requests } = await consult(caseNumber, 'sign');
    expect(requests.map(({ answerBy }) => answerBy.due)).toEqual(
      DEPARTMENTS.map(() => '2026-11-09'),
    );
    await expect(consult(caseNumber, 'sign')).rejects.toMatchObject({
      unmet: DEPARTMENTS.map(() => ({ rule: 'not-asked-while-open' })),
    });

    const { consultations } = await bureau.ask(ListConsultationsV1, asked.city, {
      answered: 'open',
    });
    expect(consultations).toMatchObject([{ caseNumber, item: 'sign', answered: false }]);
    await expect(see(caseNumber, 'sign', people.tobacco)).rejects.toMatchObject({
      code: 'not-consulted',
    });
    await expect(answer(caseNumber, 'sign', people.tobacco)).rejects.toMatchObject({
      code: 'not-consulted',
    });
    await expect(see(caseNumber, 'drainage', asked.city)).rejects.toMatchObject({
      code: 'not-consulted',
    });
    await expect(find(caseNumber, asked.fire)).rejects.toMatchObject({ code: 'case-not-found' });

    expect(await answer(caseNumber, 'sign', asked.city)).toMatchObject({ settled: 1, asked: 3 });
    const disagreement = {
      position: 'disagree',
      reasons: ['遮挡排烟窗'],
      legalBasis: ['消防法 28'],
    };
    expect(await answer(caseNumber, 'sign', asked.fire, disagreement)).toMatchObject({
      settled: 2,
      late: false,
    });
    expect((await see(caseNumber, 'sign', asked.market)).requests).toHaveLength(1);
    expect(await see(caseNumber, 'sign', people.approver)).toMatchObject({
      status: 'asking',
      count: { asked: 3, settled: 2, agreed: 1, disagreed: 1 },
      requests: [{ opinion: { position: 'disagree' } }, {}, { silent: false }],
    });
    await expect(grant(caseNumber, 'sign')).rejects.toMatchObject({
      code: 'decision-not-possible',
      unmet: [{ rule: 'consultation-ended' }, { rule: 'disagreement-answered' }],
    });
    expect((await trackOf(caseNumber, 'sign')).statutory).toEqual({ due });

    await bureau.moveClockTo(on('2026-11-10', '00:30'));
    await eventually(async () => {
      expect(await see(caseNumber, 'sign', people.auditor)).toMatchObject({
        status: 'settled',
        count: { settled: 3, silent: 1 },
      });
    }, WITHIN);
    expect(await trackOf(caseNumber, 'sign')).toMatchObject({ consultation: { silent: 1 } });
    expect(await answer(caseNumber, 'sign', asked.market)).toMatchObject({ late: true });
    await refuse(caseNumber, 'sign');
    expect((await see(caseNumber, 'sign', people.decider)).status).toBe('closed');
    const { steps } = await bureau.ask(FollowCaseV1, applicant, { caseNumber });
    expect(steps.map(({ what }) => what.kind)).toContain('departments-consulted');
  });

  it('and a decision at the same moment do not pass each other', async () => {
    await bureau.moveClockTo(on('2026-11-10', '09:00'));
    const { caseNumber } = await opened(aRestaurant(['drainage']));
    await recordOpinion(caseNumber, 'drainage');
    const outcomes = await Promise.allSettled([
      consult(caseNumber, 'drainage'),
      grant(caseNumber, 'drainage'),
    ]);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const decided = (await trackOf(caseNumber, 'drainage')).decision !== undefined;
    expect(decided).toBe(outcomes[1].status === 'fulfilled');
  });
});

describe('A decision that was drafted', () => {
  it('is signed as it was reviewed, and in no other words', async () => {
    const { caseNumber, applicationId, applicant } = await opened(aRestaurant(['drainage']));
    const track = { caseNumber, item: 'drainage' };
    const content = {
      outcome: 'granted' as const,
      reasons: [],
      legalBasis: ['城镇排水与污水处理条例 21'],
      conditions: ['每季度清掏隔油池'],
    };
    const sign = (changes: object = {}) =>
      bureau.ask(DecideTrackV1, people.decider, { ...track, ...content, ...changes });
    await recordOpinion(caseNumber, 'drainage');
    const { hash } = await bureau.ask(DraftDecisionV1, people.approver, { ...track, ...content });
    await expect(sign()).rejects.toMatchObject({ unmet: [{ rule: 'draft-reviewed' }] });
    const review = { ...track, hash, result: 'approved' as const, remarks: [] };
    await expect(bureau.ask(ReviewDecisionDraftV1, people.approver, review)).rejects.toMatchObject({
      unmet: [{ rule: 'reviewed-by-another-than-the-author' }],
    });
    expect((await trackOf(caseNumber, 'drainage', people.head)).actions).toContain('review-draft');
    await bureau.ask(ReviewDecisionDraftV1, people.head, review);

    await expect(sign({ conditions: ['每年清掏隔油池'] })).rejects.toMatchObject({
      unmet: [{ rule: 'signed-as-reviewed' }],
    });
    expect(await trackOf(caseNumber, 'drainage', applicant)).not.toHaveProperty('draft');
    await sign();
    expect(await trackOf(caseNumber, 'drainage')).toMatchObject({
      status: 'granted',
      decision: { conditions: ['每季度清掏隔油池'] },
      draft: { hash, review: { result: 'approved' } },
    });
    await eventually(async () => {
      expect(await bureau.intake.heardOf(TrackDecidedV1, applicationId)).toMatchObject([
        { decision: { conditions: ['每季度清掏隔油池'] } },
      ]);
    }, WITHIN);
  });
});

describe('A withdrawal', () => {
  it('ends the terms of an item, the consultation on it and, with the last, the case', async () => {
    const { caseNumber, applicationId, applicant } = await opened(
      aRestaurant(['sign', 'drainage']),
    );
    const withdraw = (person: Person, items?: string[]) =>
      bureau.ask(WithdrawTrackV1, person, {
        caseNumber,
        reason: '招牌方案取消',
        ...(items && { items }),
      });
    await consult(caseNumber, 'sign');
    await expect(withdraw({ ...applicant, id: 'another' })).rejects.toMatchObject({
      code: 'case-not-found',
    });
    expect(await withdraw(applicant, ['sign'])).toMatchObject({ items: ['sign'] });
    expect((await see(caseNumber, 'sign', people.approver)).status).toBe('closed');
    expect(await trackOf(caseNumber, 'sign', applicant)).toMatchObject({
      status: 'withdrawn',
      actions: [],
    });
    await expect(withdraw(applicant, ['sign'])).rejects.toMatchObject({
      unmet: [{ rule: 'item-not-decided' }],
    });
    await recordOpinion(caseNumber, 'drainage');
    const outcomes = await Promise.allSettled([
      withdraw(people.clerk),
      grant(caseNumber, 'drainage'),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);

    const { status } = await find(caseNumber);
    expect(status).toBe(outcomes[0].status === 'fulfilled' ? 'closed' : 'decided');
    await eventually(async () => {
      expect((await bureau.intake.heardOf(TrackWithdrawnV1, applicationId))[0]).toMatchObject({
        item: 'sign',
        reason: '招牌方案取消',
      });
    }, WITHIN);
  });
});

describe('Interested parties', () => {
  it('are told and heard before the decision, which answers what they stated', async () => {
    await bureau.moveClockTo(on('2026-11-10', '10:00'));
    const { caseNumber, applicant } = await opened(aRestaurant(['drainage']));
    const track = { caseNumber, item: 'drainage' };
    const neighbour = { ...applicant, id: 'he', name: '何某' };
    const name = (person: Person, named: string) =>
      bureau.ask(NameInterestedPartyV1, person, { ...track, name: named, interest: '排水口相邻' });
    await recordOpinion(caseNumber, 'drainage');
    await expect(name(applicant, '本人')).rejects.toMatchObject({
      code: 'not-the-deciding-agency',
    });
    const { partyId } = await name(neighbour, '何某');
    await expect(name(neighbour, '何某')).rejects.toMatchObject({
      unmet: [{ rule: 'party-named-once' }],
    });
    const other = await name(people.approver, '业主委员会');
    await expect(grant(caseNumber, 'drainage')).rejects.toMatchObject({
      unmet: [{ rule: 'parties-told' }],
    });

    const tell = (id: string) =>
      bureau.ask(TellInterestedPartyV1, people.approver, {
        ...track,
        partyId: id,
        method: 'window',
        receivedBy: '何某',
        servedOn: '2026-11-10',
        hearing: false,
      });
    expect(await tell(partyId)).toEqual({
      noticeNumber: `${caseNumber}-01-P1`,
      stateBy: { due: '2026-11-17' },
    });
    await tell(other.partyId);
    const state = (person: Person) =>
      bureau.ask(RecordStatementV1, person, {
        ...track,
        partyId,
        kind: 'statement',
        text: '请求加盖',
      });
    await expect(state({ ...neighbour, id: 'wu' })).rejects.toMatchObject({
      code: 'track-not-found',
    });
    await state(neighbour);
    await expect(grant(caseNumber, 'drainage')).rejects.toMatchObject({
      unmet: [{ rule: 'parties-heard' }, { rule: 'statements-answered' }],
    });
    const own = await bureau.ask(FindInterestedPartiesV1, neighbour, track);
    expect(own).toMatchObject({ parties: [{ name: '何某' }], statements: [{ text: '请求加盖' }] });
    await expect(bureau.ask(FindInterestedPartiesV1, applicant, track)).rejects.toMatchObject({
      code: 'party-not-found',
    });

    await bureau.moveClockTo(on('2026-11-18', '00:01'));
    await bureau.ask(DecideTrackV1, people.decider, {
      ...track,
      outcome: 'granted',
      reasons: ['已要求排水口加盖'],
      legalBasis: ['行政许可法 36'],
    });
    await expect(state(neighbour)).rejects.toMatchObject({ code: 'action-not-allowed-in-state' });
  });
});

describe('A quota', () => {
  const LIMIT = 3;

  it('is granted in the order of acceptance and never exceeded, whoever decides at once', async () => {
    await bureau.moveClockTo(on('2026-11-18'));
    const administrator = anOfficer('admin', 'centre', 'administrator');
    const quota = {
      item: 'sign',
      from: '2026-11-19',
      until: '2026-12-31',
      limit: LIMIT,
      documentNumber: '海政发〔2026〕12号',
    };
    await expect(
      bureau.ask(PublishQuotaV1, administrator, { ...quota, from: '2026-11-18' }),
    ).rejects.toMatchObject({ unmet: [{ rule: 'published-before-it-applies' }] });
    await bureau.ask(PublishQuotaV1, administrator, quota);
    await bureau.moveClockTo(on('2026-11-19'));
    const filings = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const restaurant = aRestaurant(['sign']);
        const accepted = { ...restaurant.accepted, acceptedAt: on('2026-11-19') };
        const { caseNumber } = await opened({ ...restaurant, accepted });
        await recordOpinion(caseNumber, 'sign');
        return caseNumber;
      }),
    );
    const inOrder = filings.toSorted();
    await expect(grant(inOrder[1]!, 'sign')).rejects.toMatchObject({
      unmet: [{ rule: 'earlier-filings-decided' }],
    });

    const granted = new Set<string>();
    for (let round = 0; round < inOrder.length; round += 1) {
      const tried = await Promise.allSettled(inOrder.map((each) => grant(each, 'sign')));
      tried.forEach(({ status }, at) => status === 'fulfilled' && granted.add(inOrder[at]!));
    }
    expect([...granted].toSorted()).toEqual(inOrder.slice(0, LIMIT));
    const { periods } = await bureau.ask(FindQuotaV1, people.approver, { item: 'sign' });
    expect(periods).toMatchObject([{ limit: LIMIT, granted: LIMIT, left: 0 }]);
    await expect(grant(inOrder[3]!, 'sign')).rejects.toMatchObject({
      unmet: [{ rule: 'quota-not-used-up' }],
    });

    await bureau.ask(DecideTrackV1, people.decider, {
      caseNumber: inOrder[3]!,
      item: 'sign',
      outcome: 'refused',
      reasons: [],
      legalBasis: ['行政许可法 57'],
    });
    const refused = await trackOf(inOrder[3]!, 'sign');
    expect(refused.decision?.reasons).toEqual([expect.stringContaining('海政发〔2026〕12号')]);

    await bureau.moveClockTo(on('2026-11-24'));
    await bureau.ask(ReopenTrackV1, people.head, {
      caseNumber: inOrder[0]!,
      item: 'sign',
      kind: 'reconsideration',
      body: '海棠市人民政府',
      documentNumber: '海政复决字〔2026〕13号',
      madeOn: '2026-11-20',
      effectiveOn: '2026-11-24',
      documentReceipt: await bureau.receipt(people.head.id),
    });
    await expect(grant(inOrder[4]!, 'sign')).rejects.toMatchObject({
      unmet: [{ rule: 'earlier-filings-decided' }],
    });
    await recordOpinion(inOrder[0]!, 'sign');
    await refuse(inOrder[0]!, 'sign');
    await grant(inOrder[4]!, 'sign');
    await expect(grant(inOrder[5]!, 'sign')).rejects.toMatchObject({
      unmet: [{ rule: 'quota-not-used-up' }],
    });
  });
});
