import { randomUUID } from 'node:crypto';
import {
  FindFileV1,
  FindLockerFileV1,
  FollowApplicationV1,
  ListLockerV1,
  ReportDeliveredV1,
  ReportNeededV1,
  ReportNotNeededV1,
  RequestCorrectionV1,
  ResubmitApplicationV1,
  SubmitApplicationV1,
  WithdrawApplicationV1,
  type PayloadOf,
} from '@onewindow/contracts';
import { verifyJournal } from '@onewindow/journal';
import { instantOf, type Person } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import pg from 'pg';
import { Centre } from './a-centre.js';
import { atWindow, BOTH_REMARKS, WITHIN } from './at-window.js';
import { people } from './people.js';
import { aServiceItem, RECEIVED } from './situations.js';

const { owner, colleague, otherEnterprise, clerk, auditor, approver } = people;
const ITEM = 'with-report';

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open(RECEIVED);
  await publish({
    code: ITEM,
    materials: aServiceItem().materials.map((each) =>
      each.code === 'report'
        ? { ...each, intermediaryService: 'water-quality-testing', validMonths: 1 }
        : each,
    ),
  });
});

afterAll(() => centre.close());

const { accept, facts, filing, find, handedIn, publish, submitIncomplete } = atWindow(() => centre);

const notify = (applicationId: string, remarks = [...BOTH_REMARKS]) =>
  centre.ask(RequestCorrectionV1, clerk, { applicationId, remarks });

const needing = async (remarks?: Parameters<typeof notify>[1]) => {
  const applicationId = await submitIncomplete({ items: [ITEM] });
  await notify(applicationId, remarks);
  return applicationId;
};

let projects = 0;

type Delivered = PayloadOf<typeof ReportDeliveredV1>;

const reportFor = (applicationId: string, change: Partial<Delivered> = {}): Delivered => {
  projects += 1;
  return {
    projectNumber: `ZJ-${String(projects)}`,
    applicationId,
    itemCode: ITEM,
    materialCode: 'report',
    agency: { name: '清源检测有限公司', uscc: '91371500MA9YXW1T5X' },
    contractNumber: `HT-${String(projects)}`,
    file: {
      hash: randomUUID().replaceAll('-', '').repeat(2),
      name: '水质检测报告.pdf',
      mediaType: 'application/pdf',
      size: 9_000,
    },
    deliveredAt: RECEIVED,
    ...change,
  };
};

/** The market tells it; returns once intake has taken it in. */
const deliver = async (report: Delivered): Promise<Delivered> => {
  const { consumed } = await centre.figures();
  await centre.market.say(ReportDeliveredV1, report.projectNumber, report);
  await eventually(
    async () => expect((await centre.figures()).consumed).toBeGreaterThan(consumed),
    WITHIN,
  );
  return report;
};

const heldReport = async (applicationId: string, person: Person = owner) =>
  (await find(applicationId, person)).materials.find(({ material }) => material === 'report')
    ?.files ?? [];

const locker = async (person: Person, material?: string) =>
  centre.ask(ListLockerV1, person, { ...(material !== undefined && { material }) });

const lockerIds = async (person: Person) =>
  (await locker(person)).files.map(({ lockerFile }) => lockerFile);

const idOf = ({ projectNumber, file }: Delivered) => `${projectNumber}:${file.hash}`;

describe('A missing report that an intermediary makes', () => {
  it('is told to the market, delivered onto the application by itself, and then the application is complete', async () => {
    const applicationId = await needing();
    await eventually(
      async () =>
        expect(await centre.market.heardOf(ReportNeededV1, applicationId)).toMatchObject([
          {
            applicationId,
            itemCode: ITEM,
            materialCode: 'report',
            materialName: '检测报告',
            intermediaryService: 'water-quality-testing',
            applicantAccount: owner.id,
            applicant: { creditCode: owner.organisation },
            correctionDue: { due: '2026-05-20' },
          },
        ]),
      WITHIN,
    );
    await expect(accept(applicationId)).rejects.toMatchObject({ kind: 'conflict' });

    const report = await deliver(reportFor(applicationId));

    expect(await heldReport(applicationId)).toEqual([
      {
        ...report.file,
        provenance: {
          agencyName: '清源检测有限公司',
          agencyCreditCode: '91371500MA9YXW1T5X',
          projectNumber: report.projectNumber,
          contractNumber: report.contractNumber,
          deliveredAt: report.deliveredAt,
        },
      },
    ]);
    const { hash } = report.file;
    expect(await centre.ask(FindFileV1, clerk, { applicationId, hash })).toMatchObject({
      file: { hash, provenance: { projectNumber: report.projectNumber } },
    });
    await eventually(
      async () =>
        expect(await centre.market.heardOf(ReportNotNeededV1, applicationId)).toMatchObject([
          { materialCode: 'report', reason: 'delivered' },
        ]),
      WITHIN,
    );
    await centre.ask(ResubmitApplicationV1, owner, {
      applicationId,
      materials: await handedIn(owner, 'form'),
    });
    expect(await accept(applicationId)).toMatchObject({ caseNumber: expect.any(String) });
  });

  it('completes the corrections by itself when the notice named nothing else', async () => {
    const [missing] = BOTH_REMARKS;
    const applicationId = await needing([missing]);
    await deliver(reportFor(applicationId));

    expect(await find(applicationId)).toMatchObject({
      status: 'corrected',
      answerBy: { due: '2026-05-07' },
    });
    await accept(applicationId);
  });

  it('that comes twice lands once, and lies in the locker once', async () => {
    const applicationId = await needing();
    const report = await deliver(reportFor(applicationId));
    await deliver(report);

    expect(await heldReport(applicationId)).toHaveLength(1);
    expect((await lockerIds(owner)).filter((id) => id === idOf(report))).toHaveLength(1);
    expect((await facts(applicationId)).filter((fact) => fact === 'report-delivered')).toHaveLength(
      1,
    );
  });

  it('goes to the locker alone when the applicant was quicker, or gave up', async () => {
    const quicker = await needing();
    await centre.ask(ResubmitApplicationV1, owner, {
      applicationId: quicker,
      materials: await handedIn(owner, 'form', 'report'),
    });
    const withdrawn = await needing();
    await centre.ask(WithdrawApplicationV1, owner, { applicationId: withdrawn, reason: '不办了' });

    const late = [await deliver(reportFor(quicker)), await deliver(reportFor(withdrawn))];

    expect((await heldReport(quicker)).map(({ name }) => name)).toEqual(['report.pdf']);
    expect(await heldReport(withdrawn)).toEqual([]);
    expect(await lockerIds(owner)).toEqual(expect.arrayContaining(late.map(idOf)));
    await eventually(async () => {
      for (const [id, reason] of [
        [quicker, 'handed-in'],
        [withdrawn, 'ended'],
      ] as const) {
        expect(await centre.market.heardOf(ReportNotNeededV1, id)).toMatchObject([{ reason }]);
      }
    }, WITHIN);
  });

  it('that is about no application of this centre is parked', async () => {
    const before = (await centre.parked()).parked.length;
    await centre.market.say(ReportDeliveredV1, 'nowhere', reportFor(randomUUID()));

    await eventually(
      async () => expect((await centre.parked()).parked).toHaveLength(before + 1),
      WITHIN,
    );
  });

  it('stands among the steps of the application with the agency that made it', async () => {
    const request = await filing({ items: [ITEM], materials: await handedIn(owner, 'form') });
    const { applicationId, applicationNumber, queryCode } = await centre.ask(
      SubmitApplicationV1,
      owner,
      request,
    );
    await notify(applicationId);
    await deliver(reportFor(applicationId));

    const { steps, waitingFor } = await centre.ask(FollowApplicationV1, undefined, {
      number: applicationNumber,
      code: queryCode!,
    });
    expect(steps.map(({ what }) => what.kind)).toEqual([
      'application-submitted',
      'correction-requested',
      'paper-served',
      'report-needed',
      'report-delivered',
    ]);
    expect(steps.at(-1)).toMatchObject({
      what: { zh: '“检测报告”已交付，并自动归入申请材料。' },
      by: { role: 'intermediary', organisation: '清源检测有限公司' },
    });
    expect(waitingFor.map(({ what }) => what.en)).toEqual(['Corrects "申请表": 缺签章']);
  });
});

describe('The material locker', () => {
  let report: Delivered;

  beforeAll(async () => {
    report = await deliver(reportFor(await needing()));
  });

  it('is shown to its owner and the owner’s enterprise, and to nobody else', async () => {
    for (const person of [owner, colleague]) {
      const { files, total } = await locker(person, 'report');
      expect(total).toBe(files.length);
      expect(files.find(({ lockerFile }) => lockerFile === idOf(report))).toMatchObject({
        material: 'report',
        validUntil: '2026-05-27',
        usable: true,
      });
    }
    expect(await locker(owner, 'form')).toEqual({ files: [], total: 0 });
    expect(await locker(otherEnterprise)).toEqual({ files: [], total: 0 });
    for (const person of [clerk, auditor, approver]) {
      await expect(locker(person)).rejects.toMatchObject({ kind: 'forbidden' });
    }
    const lockerFile = idOf(report);
    const fetched = (person: Person) => centre.ask(FindLockerFileV1, person, { lockerFile });
    expect(await fetched(owner)).toMatchObject({ file: { hash: report.file.hash } });
    await expect(fetched(otherEnterprise)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is a source for a later application, with where the file comes from', async () => {
    const fromLocker = [{ material: 'report', lockerFile: idOf(report) }];
    const request = await filing({ items: [ITEM], materials: await handedIn(owner, 'form') });
    const { applicationId } = await centre.ask(SubmitApplicationV1, owner, {
      ...request,
      fromLocker,
    });

    expect(await heldReport(applicationId, clerk)).toMatchObject([
      { hash: report.file.hash, provenance: { projectNumber: report.projectNumber } },
    ]);
    await accept(applicationId);
  });

  it('is closed to others, to another material and after the last day', async () => {
    const stolen = await filing(
      { items: [ITEM], materials: [] },
      {
        ...otherEnterprise,
        organisationName: '别家餐饮有限公司',
      },
    );
    const fromLocker = [{ material: 'form', lockerFile: idOf(report) }];
    await expect(
      centre.ask(SubmitApplicationV1, otherEnterprise, { ...stolen, fromLocker }),
    ).rejects.toMatchObject({ unmet: [{ rule: 'file-in-own-locker' }] });
    await centre.moveClockTo(instantOf('2026-05-28T09:00:00+08:00'));
    const own = await filing({ items: [ITEM], materials: [] });
    await expect(
      centre.ask(SubmitApplicationV1, owner, { ...own, fromLocker }),
    ).rejects.toMatchObject({
      unmet: [{ rule: 'file-is-that-material' }, { rule: 'file-still-valid' }],
    });
  });

  it('keeps an unbroken journal', async () => {
    const pool = new pg.Pool({ connectionString: centre.database.url });
    const { faults } = await verifyJournal(pool);
    await pool.end();

    expect(faults).toEqual([]);
  });
});
