import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CaseDecidedV1,
  CaseOpenedV1,
  DispatchResultsV1,
  FindPaperV1,
  PaperServedV1,
  ResultsDispatchedV1,
  ServePaperV1,
  SpecialProcedureEndedV1,
  SpecialProcedureStartedV1,
  TermExtendedV1,
  TrackDecidedV1,
} from '@onewindow/contracts';
import { textOfPages } from '@onewindow/documents';
import { instantOf } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { Centre } from './a-centre.js';
import { atWindow, grantOf, WITHIN } from './at-window.js';
import { people } from './people.js';
import { anItem, RECEIVED } from './situations.js';

const DECIDED = instantOf('2026-05-14T10:00:00+08:00');
const NAME = anItem().name;

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open(RECEIVED);
  await publish();
  await publish({ code: 'outdoor-sign', name: '户外招牌设置许可' });
});

afterAll(() => centre.close());

const { accepted, decide, facts, find, publish } = atWindow(() => centre);

type Case = Awaited<ReturnType<typeof accepted>>;

/** What the bureau tells of one case; each aggregate there tells its own in order. */
const newsOf = ({ applicationId, caseNumber }: Case) => {
  const track = `${caseNumber}-01`;
  const of = { applicationId, caseNumber };
  const { bureau } = centre;
  return {
    opened: () =>
      bureau.say(CaseOpenedV1, caseNumber, {
        ...of,
        openedAt: RECEIVED,
        tracks: [
          {
            item: 'drainage-permit',
            itemName: NAME,
            agency: 'bureau',
            statutory: { due: '2026-05-28' },
          },
        ],
      }),
    started: () =>
      bureau.say(SpecialProcedureStartedV1, track, {
        ...of,
        item: 'drainage-permit',
        itemName: NAME,
        agencyName: '海棠市行政审批服务局',
        procedure: 'testing',
        reason: '需检测出水水质',
        noticeNumber: `${caseNumber}-N1`,
        issuedAt: RECEIVED,
        from: '2026-04-28',
        expectedWorkingDays: 3,
      }),
    ended: () =>
      bureau.say(SpecialProcedureEndedV1, track, {
        ...of,
        item: 'drainage-permit',
        until: '2026-04-30',
        suspendedWorkingDays: 3,
        statutory: { due: '2026-06-02' },
      }),
    extended: () =>
      bureau.say(TermExtendedV1, track, {
        ...of,
        item: 'drainage-permit',
        itemName: NAME,
        agencyName: '海棠市行政审批服务局',
        noticeNumber: `${caseNumber}-E`,
        issuedAt: RECEIVED,
        days: 10,
        unit: 'working-day',
        reason: '需补充核对',
        approver: 'agency-head',
        source: '行政许可法 42①',
        before: { due: '2026-06-02' },
        statutory: { due: '2026-06-16' },
      }),
    decided: () => bureau.say(TrackDecidedV1, track, grantOf(applicationId, caseNumber, DECIDED)),
    caseDecided: () => bureau.say(CaseDecidedV1, caseNumber, { ...of, decidedAt: DECIDED }),
  };
};

type News = keyof ReturnType<typeof newsOf>;

const ALL: readonly News[] = ['opened', 'started', 'ended', 'extended', 'decided', 'caseDecided'];

const tell = async (of: Case, order: readonly News[]) => {
  const news = newsOf(of);
  for (const each of order) await news[each]();
};

describe('The bureau’s news of a case', () => {
  it.each<[string, readonly News[]]>([
    ['in the order in which it happened', ALL],
    ['each twice', ALL.flatMap((each) => [each, each])],
    ['all of it twice', [...ALL, ...ALL]],
    [
      'the case before its track',
      ['caseDecided', 'opened', 'started', 'ended', 'extended', 'decided'],
    ],
    ['the opening last', ['started', 'ended', 'extended', 'decided', 'caseDecided', 'opened']],
  ])('ends in the same application, told %s', async (_, order) => {
    const of = await accepted();
    const { consumed } = await centre.figures();
    await tell(of, order);

    await eventually(async () => {
      expect((await centre.figures()).consumed).toBe(consumed + order.length);
      const application = await find(of.applicationId);
      expect(application).toMatchObject({
        status: 'decided',
        tracks: [{ statutory: { due: '2026-06-16' } }],
        results: [{ item: 'drainage-permit' }],
      });
      expect(application.papers.map(({ kind }) => kind).toSorted()).toEqual([
        'acceptance-receipt',
        'decision',
        'licence',
        'special-procedure-notice',
        'term-extension-notice',
      ]);
    }, WITHIN);
    const told = await facts(of.applicationId);
    for (const once of ['case-decided', 'result-received', 'results-complete']) {
      expect(told.filter((name) => name === once)).toHaveLength(1);
    }
  });

  it('brings the applicant the reasons of a refusal and where to appeal', async () => {
    const of = await accepted();
    const { applicationId, caseNumber } = of;
    const { licence: _, decision, ...grant } = grantOf(applicationId, caseNumber, DECIDED);
    const appeal = {
      reconsiderationBody: '海棠市人民政府',
      reconsiderationTerm: '自知道本决定之日起六十日内',
      court: '海棠市人民法院',
      litigationTerm: '自知道或者应当知道本决定之日起六个月内',
    };
    await centre.bureau.say(TrackDecidedV1, `${caseNumber}-01`, {
      ...grant,
      decision: { ...decision, outcome: 'refused', reasons: ['排放的污水不符合标准'] },
      appeal,
    });

    await eventually(async () => {
      expect(await find(applicationId, people.owner)).toMatchObject({
        results: [{ decision: { outcome: 'refused', reasons: ['排放的污水不符合标准'] }, appeal }],
        papers: [{}, { kind: 'decision', title: expect.stringContaining('不予行政许可决定书') }],
      });
    }, WITHIN);
  });

  it('is set aside when it is of a case that is not here, also when it is tried again', async () => {
    const stranger = randomUUID();
    await tell({ applicationId: stranger, caseNumber: '379900-20260427-999999' } as Case, [
      'opened',
    ]);
    await eventually(async () => expect((await centre.parked()).parked).toHaveLength(1), WITHIN);
    const [parked] = (await centre.parked()).parked;

    expect(parked).toMatchObject({ name: 'approval.case-opened.v1' });
    expect(parked?.reason).toContain('not-found');
    await expect(centre.retryParked(parked!.id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await centre.parked()).parked).toHaveLength(1);
  });

  it('is set aside when it decides an item that was not applied for, with what follows of that track', async () => {
    const of = await accepted();
    const { applicationId, caseNumber } = of;
    const track = `${caseNumber}-02`;
    const wrong = { ...grantOf(applicationId, caseNumber, DECIDED), item: 'outdoor-sign' };
    await centre.bureau.say(TrackDecidedV1, track, wrong);
    await centre.bureau.say(TrackDecidedV1, track, grantOf(applicationId, caseNumber, DECIDED));
    await tell(of, ['decided']);

    await eventually(async () => {
      const { parked } = await centre.parked();
      const reasons = parked
        .filter((each) => each.aggregateId === track)
        .map((each) => each.reason);
      expect(reasons).toEqual([
        expect.stringContaining('news-of-another-case'),
        expect.stringContaining('waits behind'),
      ]);
      expect((await find(applicationId)).results).toHaveLength(1);
    }, WITHIN);
  });
});

describe('What the bureau hears of a service', () => {
  it('is the day on the receipt, and the right one once a record was corrected', async () => {
    const of = await accepted({ electronicService: false });
    const { applicationId, caseNumber } = of;
    const [decision, licence] = [`决-${caseNumber}`, `证-${caseNumber}`];
    await decide(of, DECIDED);
    // A paper gets its number a moment after it was issued, and is told of with it.
    await eventually(async () => {
      const paper = (await find(applicationId)).papers.find(({ number }) => number === decision);
      expect(paper?.officialNumber).toBeDefined();
    }, WITHIN);
    await centre.moveClockTo(instantOf('2026-05-20T10:00:00+08:00'));
    await centre.ask(DispatchResultsV1, people.clerk, {
      applicationId,
      method: 'post',
      receivedBy: '林悦',
    });
    const serve = (paperNumber: string, servedOn: string, correctionReason?: string) =>
      centre.ask(ServePaperV1, people.clerk, {
        applicationId,
        paperNumber,
        method: 'post',
        receivedBy: '林悦',
        receiptNumber: 'EMS 1043 2207 116',
        servedOn,
        ...(correctionReason !== undefined && { correctionReason }),
      });
    await expect(serve(decision, '2026-05-13')).rejects.toMatchObject({
      unmet: [{ rule: 'service-after-issue' }],
    });
    for (const paper of [decision, licence]) await serve(paper, '2026-05-18');
    for (const paper of [decision, licence]) await serve(paper, '2026-05-16', '看错了回执');

    await eventually(async () => {
      expect(await centre.bureau.heardOf(PaperServedV1, applicationId)).toMatchObject([
        { servedAt: '2026-05-17T16:00:00.000Z', servedOn: '2026-05-18', how: 'post' },
        { servedAt: '2026-05-15T16:00:00.000Z', servedOn: '2026-05-16', revision: 1 },
      ]);
      const dispatched = await centre.bureau.heardOf(ResultsDispatchedV1, applicationId);
      expect(dispatched.map(({ licences }) => licences)).toEqual([
        [{ licence, revision: 0 }],
        [{ licence, servedAt: '2026-05-17T16:00:00.000Z', revision: 1 }],
        [{ licence, servedAt: '2026-05-15T16:00:00.000Z', revision: 2 }],
      ]);
    }, WITHIN);
    const { file } = await eventually(
      () => centre.ask(FindPaperV1, people.owner, { number: decision, part: 'service-record' }),
      WITHIN,
    );
    const bytes = await readFile(
      join(centre.filesFolder, file.hash.slice(0, 2), file.hash.slice(2, 4), file.hash),
    );
    const text = textOfPages(bytes).join('');
    for (const words of ['EMS 1043 2207 116', '看错了回执', '2026年5月16日']) {
      expect(text).toContain(words);
    }
  });
});
