import {
  CalendarPublishedV1,
  DueDatesMovedV1,
  EndSpecialProcedureV1,
  StartSpecialProcedureV1,
  type PayloadOf,
} from '@onewindow/contracts';
import { goldenSample } from '@onewindow/contracts/documents';
import { verifyJournal } from '@onewindow/journal';
import { eventually } from '@onewindow/testing';
import pg from 'pg';
import { Bureau } from './a-bureau.js';
import { atDesk, WITHIN } from './desk.js';
import { on } from './fixtures.js';
import { aRestaurant, people } from './restaurant.js';

type Published = PayloadOf<typeof CalendarPublishedV1>;

const PUBLISHED = goldenSample('intake.calendar-published.v1')?.payload as unknown as Published;

let bureau: Bureau;

beforeEach(async () => {
  bureau = await Bureau.open(on('2026-12-14'));
});

afterEach(() => bureau.close());

const { grant, opened, recordOpinion, trackOf } = atDesk(() => bureau);

const acceptedOn = (date: string, items: Parameters<typeof aRestaurant>[0]) => {
  const restaurant = aRestaurant(items);
  return { ...restaurant, accepted: { ...restaurant.accepted, acceptedAt: on(date) } };
};

const publish = (payload: Published = PUBLISHED) =>
  bureau.intake.say(CalendarPublishedV1, `calendar:${String(payload.calendar.year)}`, payload);

const armed = async (caseNumber: string) =>
  bureau.tamper<{ kind: string; due: Date }>(
    `select kind, due_at as due from deadline
     where state = 'armed' and aggregate_id like $1 order by kind`,
    [`${caseNumber}%`],
  );

const SWEPT = ['case', 'consultation', 'handover', 'licence', 'track'];

const swept = () =>
  eventually(async () => {
    const sweeps = await bureau.tamper<{ kind: string; done: boolean }>(
      `select kind, done_at is not null and target like '%2027.1%' as done from journal_sweep`,
    );
    expect(sweeps.map(({ kind }) => kind).sort()).toEqual(SWEPT);
    expect(sweeps.every(({ done }) => done)).toBe(true);
  }, WITHIN);

describe('A case of December whose term reaches into the next year', () => {
  it('is open until the calendar arrives; then it has its date, its deadlines, and intake knows', async () => {
    const { applicationId, caseNumber } = await opened(acceptedOn('2026-12-14', ['food']));
    expect(await trackOf(caseNumber, 'food')).toMatchObject({
      statutory: { notBefore: '2027-01-01', missingYear: 2027 },
      promised: { due: '2026-12-28' },
    });
    expect((await armed(caseNumber)).map(({ kind }) => kind)).not.toContain('term-end');

    await publish();
    await eventually(async () => {
      const [told] = await bureau.intake.heardOf(DueDatesMovedV1, applicationId);
      expect(told).toMatchObject({
        item: 'food',
        before: { statutory: { missingYear: 2027 }, promised: { due: '2026-12-28' } },
        after: { statutory: { due: '2027-01-12' }, promised: { due: '2026-12-28' } },
        calendars: [{ year: 2027, edition: 1, documentNumber: '国办发明电〔2026〕9号' }],
      });
    }, WITHIN);
    expect(await trackOf(caseNumber, 'food')).toMatchObject({ statutory: { due: '2027-01-12' } });
    expect(await armed(caseNumber)).toEqual(
      expect.arrayContaining([{ kind: 'term-end', due: new Date('2027-01-12T16:00:00.000Z') }]),
    );

    await bureau.moveClockTo(on('2027-01-13'));
    await eventually(async () => {
      expect(await trackOf(caseNumber, 'food')).toMatchObject({ lamp: 'red' });
    }, WITHIN);
  });

  it('stays halted while its clock stands still, and gets its date when it goes on', async () => {
    const { caseNumber } = await opened(acceptedOn('2026-12-14', ['sign']));
    const { procedureId } = await bureau.ask(StartSpecialProcedureV1, people.approver, {
      caseNumber,
      item: 'sign',
      procedure: 'testing',
      reason: '需检测',
      carriedOutBy: '检测中心',
      expectedWorkingDays: 30,
    });
    await publish();
    await swept();
    expect(await trackOf(caseNumber, 'sign')).toMatchObject({
      statutory: { haltedSince: '2026-12-14' },
    });
    expect(await armed(caseNumber)).toEqual([]);

    await bureau.moveClockTo(on('2026-12-21'));
    await bureau.ask(EndSpecialProcedureV1, people.approver, {
      caseNumber,
      item: 'sign',
      procedureId,
      result: 'favourable',
      conclusion: '合格',
      reportReceipt: await bureau.receipt(people.approver.id),
    });
    expect((await trackOf(caseNumber, 'sign')).statutory.due).toMatch(/^2027-01-/);
    expect((await armed(caseNumber)).map(({ kind }) => kind)).toContain('term-end');
  });

  it('moves neither what was decided nor what the journal holds otherwise', async () => {
    const { caseNumber } = await opened(acceptedOn('2026-12-14', ['drainage', 'sign']));
    await recordOpinion(caseNumber, 'drainage');
    await bureau.moveClockTo(on('2026-12-28'));
    await grant(caseNumber, 'drainage');
    const before = await bureau.tamper<{ licence: object; handover: object }>(
      `select (select state->'serveBy' from licence) as licence,
        (select state->'acknowledgeBy' from handover) as handover`,
    );
    expect(before).toEqual([
      {
        licence: { notBefore: '2027-01-01', missingYear: 2027 },
        handover: { due: '2026-12-31' },
      },
    ]);

    await publish();
    await swept();
    const after = await bureau.tamper<{ aggregate: string; name: string }>(
      `select aggregate, name from journal where cause like 'calendar:%' order by aggregate`,
    );
    expect(after).toEqual([
      { aggregate: 'licence', name: 'service-moved' },
      { aggregate: 'track', name: 'approval.due-dates-moved' },
    ]);
    const [licence] = await bureau.tamper<{ due: string }>(
      `select state#>>'{serveBy,due}' as due from licence`,
    );
    expect(licence).toEqual({ due: '2027-01-12' });
    const pool = new pg.Pool({ connectionString: bureau.database.superuserUrl, max: 1 });
    expect((await verifyJournal(pool)).faults).toEqual([]);
    await pool.end();
  });

  it('is opened on the calendar of a process that heard of it a moment ago', async () => {
    await publish();
    await eventually(async () => {
      const years = await bureau.tamper('select id from calendar_year');
      expect(years).toEqual([{ id: '2027' }]);
    }, WITHIN);
    const { caseNumber } = await opened(acceptedOn('2026-12-14', ['sign']));

    expect(await trackOf(caseNumber, 'sign')).toMatchObject({ statutory: { due: '2027-01-12' } });
  });
});
