import {
  ArrangeInspectionV1,
  EndSpecialProcedureV1,
  ExplainCaseDateV1,
  FollowCaseV1,
  PaperNumberedV1,
  PaperServedV1,
  StartSpecialProcedureV1,
  type FollowCaseReply,
  type RequestOf,
} from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { sealQueryCode } from '@onewindow/service';
import { eventually } from '@onewindow/testing';
import { Bureau } from './a-bureau.js';
import { ACCEPTED, on } from './fixtures.js';
import { atDesk, WITHIN } from './desk.js';
import { aRestaurant, inspection, people } from './restaurant.js';

const { approver, auditor, clerk, decider, fireApprover, tobacco } = people;
const CODE = '7KQ4M2XW9H';

let bureau: Bureau;

beforeAll(async () => {
  bureau = await Bureau.open(ACCEPTED);
});

afterAll(() => bureau.close());

const { opened, recordOpinion, grant, refuse, trackOf } = atDesk(() => bureau);

const withCode = (restaurant = aRestaurant()) => {
  restaurant.accepted.queryCode = sealQueryCode(CODE);
  return opened(restaurant);
};

const follow = (caseNumber: string, code?: string, person?: Person): Promise<FollowCaseReply> =>
  bureau.ask(FollowCaseV1, person, { caseNumber, ...(code !== undefined && { code }) });

type Date = RequestOf<typeof ExplainCaseDateV1>['date'];

const explain = (caseNumber: string, item: string, date: Date, code = CODE) =>
  bureau.ask(ExplainCaseDateV1, undefined, { caseNumber, item, date, code });

describe('A case followed by its number and query code', () => {
  it('shows its tracks side by side, each step with its office, and what is waited for', async () => {
    const { caseNumber, applicationId } = await withCode();
    const started = await bureau.ask(StartSpecialProcedureV1, approver, {
      caseNumber,
      item: 'drainage',
      procedure: 'testing',
      reason: '需检测出水水质',
      expectedWorkingDays: 5,
      carriedOutBy: '市水质检测中心',
      costFen: 120_000,
    });
    await bureau.ask(ArrangeInspectionV1, approver, inspection(caseNumber));
    await recordOpinion(caseNumber, 'sign');
    await grant(caseNumber, 'sign');

    const followed = await follow(caseNumber, CODE);
    expect(followed).toMatchObject({ number: caseNumber, applicationId, status: 'open' });
    expect(followed.tracks).toMatchObject([
      { item: 'food', status: 'in-review', due: { due: '2026-11-30' } },
      { item: 'fire', status: 'in-review', due: { due: '2026-11-19' } },
      {
        item: 'sign',
        status: 'granted',
        decision: { outcome: 'granted' },
        licence: { name: 'sign 许可证' },
      },
      {
        item: 'drainage',
        status: 'suspended',
        due: { haltedSince: '2026-11-02', due: '2026-12-04' },
        suspensions: [
          {
            procedure: 'testing',
            name: { zh: '检测', en: 'testing' },
            noticeNumber: started.noticeNumber,
            from: '2026-11-02',
            expectedUntil: '2026-11-06',
          },
        ],
      },
    ]);
    expect(followed.steps.map(({ what }) => what.kind)).toEqual([
      'case-opened',
      'special-procedure-started',
      'inspection-arranged',
      'opinion-recorded',
      'track-decided',
      'licence-issued',
      'decision-handed-over',
    ]);
    expect(
      followed.steps.every(
        ({ by, what }) => by.name === undefined && /\p{Script=Han}/u.test(what.zh),
      ),
    ).toBe(true);
    expect(
      followed.waitingFor.map(({ who, date, item }) => `${who.role} ${date ?? '-'} ${item ?? '-'}`),
    ).toEqual([
      'agency statutory food',
      'agency statutory fire',
      'intermediary - drainage',
      'inspectors - -',
      'window certificate sign',
      'department handover sign',
    ]);
    expect(followed.papers.map(({ kind, item }) => `${kind} ${item ?? ''}`)).toEqual([
      'decision sign',
      'licence sign',
      'special-procedure-notice drainage',
    ]);
  });

  it('answers a wrong number, a wrong code, no code and a case of others alike', async () => {
    const { caseNumber } = await withCode();
    const older = await opened();
    const looks = [
      follow('379900-20261102-999999', CODE),
      follow('no number at all', CODE),
      follow(caseNumber, '7KQ4M2XW9J'),
      follow(caseNumber),
      follow(caseNumber, undefined, tobacco),
      follow(older.caseNumber, CODE),
      follow(older.caseNumber, ' - '),
    ];
    const answers = await Promise.all(looks.map((look) => look.catch((error: unknown) => error)));

    expect(answers[0]).toMatchObject({ code: 'progress-not-found', kind: 'not-found' });
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it('names officers to officers who see the case and to auditors, never to the applicant', async () => {
    const restaurant = await withCode();
    const { caseNumber } = restaurant;
    await recordOpinion(caseNumber, 'drainage');
    const nameFor = async (person?: Person) =>
      (await follow(caseNumber, CODE, person)).steps.find(
        ({ what }) => what.kind === 'opinion-recorded',
      )?.by.name;

    for (const person of [undefined, restaurant.applicant, tobacco]) {
      expect(await nameFor(person)).toBeUndefined();
    }
    for (const person of [approver, fireApprover, decider, clerk, auditor]) {
      expect(await nameFor(person)).toBe(approver.name);
    }
  });
});

describe('A date of a track', () => {
  it('is explained with its suspension, its certificate and its handover', async () => {
    const { caseNumber } = await withCode();
    await bureau.moveClockTo(on('2026-11-03'));
    const { procedureId } = await bureau.ask(StartSpecialProcedureV1, approver, {
      caseNumber,
      item: 'drainage',
      procedure: 'testing',
      reason: '需检测出水水质',
      expectedWorkingDays: 2,
      carriedOutBy: '市水质检测中心',
      costFen: 120_000,
    });
    expect(await explain(caseNumber, 'drainage', 'statutory')).toMatchObject({
      due: { haltedSince: '2026-11-03' },
      steps: expect.arrayContaining([expect.objectContaining({ kind: 'halt' })]),
    });
    await bureau.moveClockTo(on('2026-11-04'));
    await bureau.ask(EndSpecialProcedureV1, approver, {
      caseNumber,
      item: 'drainage',
      procedureId,
      result: 'favourable',
      conclusion: '达标',
      reportReceipt: await bureau.receipt(approver.id, '检测报告.pdf'),
    });
    await recordOpinion(caseNumber, 'drainage');
    await grant(caseNumber, 'drainage');

    const statutory = await explain(caseNumber, 'drainage', 'statutory');
    expect(statutory).toMatchObject({ article: '行政许可法 42', item: 'drainage' });
    expect(statutory.steps.some(({ run }) => run?.reason?.zh.includes('检测'))).toBe(true);
    expect(await explain(caseNumber, 'food', 'promised')).toMatchObject({
      due: { due: '2026-11-16' },
    });
    expect(await explain(caseNumber, 'drainage', 'certificate')).toMatchObject({
      article: '行政许可法 44',
      due: { due: '2026-11-18' },
    });
    expect(await explain(caseNumber, 'drainage', 'handover')).toMatchObject({
      due: { due: '2026-11-09' },
    });
  });

  it('runs from the service of a refusal, which the window tells, and not before', async () => {
    const { caseNumber, applicationId } = await withCode();
    await recordOpinion(caseNumber, 'drainage');
    const { decisionNumber: decision } = await refuse(caseNumber, 'drainage');
    const told = async () =>
      (await follow(caseNumber, CODE)).tracks.find(({ item }) => item === 'drainage');
    expect(await told()).toMatchObject({ appeal: { court: expect.any(String) as string } });
    expect(await told()).not.toHaveProperty('appealUntil');
    await expect(explain(caseNumber, 'drainage', 'litigation')).rejects.toMatchObject({
      code: 'date-not-set',
    });

    const service = { applicationId, caseNumber, item: 'drainage', decision, how: 'post' } as const;
    const say = (date: string, paper: string) =>
      bureau.intake.say(PaperServedV1, applicationId, { ...service, paper, servedAt: on(date) });
    await say('2026-11-12', `${decision}-G1`);
    await bureau.intake.say(PaperNumberedV1, applicationId, {
      applicationId,
      caseNumber,
      item: 'drainage',
      decision,
      paper: decision,
      number: '审批局不准字〔2026〕第17号',
    });
    await say('2026-11-05', decision);
    await say('2026-11-05', decision);
    await eventually(async () => {
      expect(await told()).toMatchObject({
        decision: { servedAt: on('2026-11-05'), officialNumber: '审批局不准字〔2026〕第17号' },
        appealUntil: {
          reconsideration: { notBefore: '2027-01-04', missingYear: 2027 },
          litigation: { notBefore: '2027-05-05', missingYear: 2027 },
        },
      });
    }, WITHIN);
    expect(await trackOf(caseNumber, 'drainage')).toMatchObject(
      (({ appealUntil }) => ({ appealUntil }))((await told())!),
    );
    expect(await explain(caseNumber, 'drainage', 'reconsideration')).toMatchObject({
      article: '行政复议法 20',
      due: { notBefore: '2027-01-04' },
    });
    const corrected = { ...service, paper: decision, servedAt: on('2026-11-04'), revision: 1 };
    await bureau.intake.say(PaperServedV1, applicationId, { ...corrected, servedOn: '2026-11-04' });
    await eventually(async () => {
      expect(await told()).toMatchObject({
        appealUntil: { litigation: { notBefore: '2027-05-04' } },
      });
    }, WITHIN);
    const { steps, papers } = await follow(caseNumber, CODE);
    expect(steps.filter(({ what }) => what.kind === 'decision-served')).toHaveLength(3);
    expect(papers.find(({ number }) => number === decision)?.servedAt).toBe(on('2026-11-04'));
  });

  it('is refused where there is none, and to whoever may not follow', async () => {
    const { caseNumber } = await withCode();
    for (const [item, date] of [
      ['food', 'certificate'],
      ['food', 'handover'],
      ['fire', 'promised'],
      ['nowhere', 'statutory'],
    ] as const) {
      await expect(explain(caseNumber, item, date)).rejects.toMatchObject({ code: 'date-not-set' });
    }
    await expect(explain(caseNumber, 'food', 'statutory', 'WRONG')).rejects.toMatchObject({
      code: 'progress-not-found',
    });
  });
});
