import {
  ExplainApplicationDateV1,
  FindApplicationV1,
  FollowApplicationV1,
  SubmitApplicationV1,
  WithdrawApplicationV1,
  type FollowApplicationReply,
} from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { Centre } from './a-centre.js';
import { atWindow, WITHIN } from './at-window.js';
import { elsewhere, people } from './people.js';
import { RECEIVED } from './situations.js';

const { owner, colleague, otherEnterprise, clerk, auditor, administrator } = people;

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open(RECEIVED);
  await publish();
});

afterAll(() => centre.close());

const { accept, filing, handedIn, publish, requestCorrection, resubmit } = atWindow(() => centre);

const file = async (materials: readonly string[] = ['form', 'report']) => {
  const request = await filing({ materials: await handedIn(owner, ...materials) });
  const reply = await centre.ask(SubmitApplicationV1, owner, request);
  return { ...reply, code: reply.queryCode! };
};

const follow = (number: string, code?: string, person?: Person): Promise<FollowApplicationReply> =>
  centre.ask(FollowApplicationV1, person, { number, ...(code !== undefined && { code }) });

const kinds = ({ steps }: FollowApplicationReply) => steps.map(({ what }) => what.kind);

describe('An application followed by its number and query code', () => {
  it('shows each step with its office and time, and what is waited for, from whom and until when', async () => {
    const { applicationId, applicationNumber, code } = await file(['form']);

    expect(await follow(applicationNumber, code)).toMatchObject({
      applicationId,
      number: applicationNumber,
      title: '临江小馆：城镇污水排入排水管网许可',
      status: 'submitted',
      steps: [{ what: { kind: 'application-submitted' }, by: { role: 'applicant' } }],
      waitingFor: [{ who: { role: 'window' }, due: { due: '2026-05-07' }, date: 'answer' }],
    });
    await requestCorrection(applicationId);

    const waiting = await follow(applicationNumber, code);
    expect(kinds(waiting)).toEqual([
      'application-submitted',
      'correction-requested',
      'paper-served',
    ]);
    expect(waiting.steps[1]).toMatchObject({
      what: { zh: '一次性告知补正：检测报告、申请表。' },
      by: { role: 'window', organisation: '政务服务中心综合窗口' },
    });
    expect(waiting.waitingFor.map(({ who, date }) => [who.role, date])).toEqual([
      ['applicant', 'correction'],
      ['applicant', 'correction'],
    ]);
    await resubmit(applicationId);
    const { caseNumber } = await accept(applicationId);

    const accepted = await follow(caseNumber, code);
    expect(accepted).toMatchObject({
      status: 'accepted',
      caseNumber,
      waitingFor: [{ who: { role: 'agency' }, due: { due: '2026-05-27' } }],
      tracks: [{ status: 'in-review', due: { due: '2026-05-27' }, suspensions: [] }],
    });
    expect(accepted.papers.map(({ kind }) => kind)).toEqual([
      'correction-notice',
      'acceptance-receipt',
    ]);
    expect(kinds(accepted).slice(3)).toEqual([
      'corrections-received',
      'application-accepted',
      'paper-served',
    ]);
  });

  it('answers a wrong number, a wrong code, no code and a foreign application alike', async () => {
    const { applicationNumber, code } = await file();
    const other = await file();
    const looks = [
      follow('SQ20260427-999999', code),
      follow(applicationNumber, other.code),
      follow(applicationNumber),
      follow(applicationNumber, ' - '),
      follow(applicationNumber, undefined, otherEnterprise),
      follow(applicationNumber, other.code, otherEnterprise),
      follow(applicationNumber, undefined, elsewhere(clerk)),
      follow(applicationNumber, undefined, administrator),
    ];
    const answers = await Promise.all(looks.map((look) => look.catch((error: unknown) => error)));

    expect(new Set(answers.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify(answers[0])]),
    );
    expect(answers[0]).toMatchObject({ code: 'progress-not-found', kind: 'not-found' });
    expect(await follow(applicationNumber, code.toLowerCase())).toMatchObject({
      status: 'submitted',
    });
  });

  it('names people to those who may know them: the public none, an auditor the applicant masked', async () => {
    const { applicationId, applicationNumber, code } = await file();
    await accept(applicationId);
    const namesFor = async (person?: Person) =>
      (await follow(applicationNumber, code, person)).steps
        .slice(0, 2)
        .map(({ by }) => by.name ?? '-');

    expect(await namesFor()).toEqual(['-', '-']);
    expect(await namesFor(otherEnterprise)).toEqual(['-', '-']);
    expect(await namesFor(owner)).toEqual(['林悦', '-']);
    expect(await namesFor(colleague)).toEqual(['林悦', '-']);
    expect(await namesFor(clerk)).toEqual(['林悦', clerk.name]);
    expect(await namesFor(auditor)).toEqual(['林*', clerk.name]);
  });

  it('gives the code to the applicant and the window alone, with the papers that it is printed on', async () => {
    const { applicationId, code } = await file();
    await accept(applicationId);
    const found = (person: Person) => centre.ask(FindApplicationV1, person, { applicationId });

    for (const person of [owner, colleague, clerk]) {
      expect(await found(person)).toMatchObject({ queryCode: code, papers: [{ queryCode: code }] });
    }
    for (const person of [auditor, people.approver]) {
      expect(JSON.stringify(await found(person))).not.toContain(code);
    }
  });

  it('tells who withdrew it, and waits for nobody any more', async () => {
    const { applicationId, applicationNumber, code } = await file();
    await centre.ask(WithdrawApplicationV1, owner, { applicationId, reason: '暂不办理' });

    const followed = await follow(applicationNumber, code);
    expect(followed.waitingFor).toEqual([]);
    expect(followed.steps.at(-1)).toMatchObject({
      what: { kind: 'application-withdrawn', zh: '申请已撤回：暂不办理' },
      by: { role: 'applicant' },
    });
  });
});

describe('A date before acceptance', () => {
  const explain = (number: string, date: 'answer' | 'correction', code?: string, person?: Person) =>
    centre.ask(ExplainApplicationDateV1, person, {
      number,
      date,
      ...(code !== undefined && { code }),
    });

  it('is explained day by day, with the article and the notice of the holidays', async () => {
    const { applicationNumber, code } = await file();

    const explained = await explain(applicationNumber, 'answer', code);

    expect(explained).toMatchObject({
      date: 'answer',
      due: { due: '2026-05-07' },
      article: '行政许可法 32(四)',
    });
    expect(
      explained.steps.flatMap(({ run }) => (run ? [`${run.role} ${run.from} ${run.to}`] : [])),
    ).toEqual([
      'counted 2026-04-28 2026-04-30',
      'skipped 2026-05-01 2026-05-05',
      'counted 2026-05-06 2026-05-07',
    ]);
    expect(explained.steps.at(-1)?.zh).toContain('国办发明电');
    expect(explained.summary.en).toContain('counted: ');
  });

  it('is refused while there is none, and to whoever may not follow', async () => {
    const { applicationId, applicationNumber, code } = await file(['form']);

    await expect(explain(applicationNumber, 'correction', code)).rejects.toMatchObject({
      code: 'date-not-set',
    });
    await expect(explain(applicationNumber, 'answer')).rejects.toMatchObject({
      code: 'progress-not-found',
    });
    await requestCorrection(applicationId);
    await eventually(
      async () =>
        expect(await explain(applicationNumber, 'correction', undefined, owner)).toMatchObject({
          due: { due: '2026-05-20' },
        }),
      WITHIN,
    );
    await expect(explain(applicationNumber, 'answer', code)).rejects.toMatchObject({
      code: 'date-not-set',
    });
  });
});
