import {
  CalendarPublishedV1,
  DueDatesMovedV1,
  FindCalendarV1,
  PublishCalendarV1,
  type RequestOf,
} from '@onewindow/contracts';
import { goldenSample } from '@onewindow/contracts/documents';
import { verifyJournal } from '@onewindow/journal';
import { instantOf } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import pg from 'pg';
import { Centre } from './a-centre.js';
import { atWindow, WITHIN } from './at-window.js';
import { people } from './people.js';
import { RECEIVED } from './situations.js';

type Notice = RequestOf<typeof PublishCalendarV1>;

/** The notice for 2027. */
const NOTICE = goldenSample('intake.publish-calendar.v1')?.request as unknown as Notice;
const { administrator, clerk } = people;

let centre: Centre;

beforeEach(async () => {
  centre = await Centre.open(RECEIVED);
  await publish();
});

afterEach(() => centre.close());

const { accept, find, publish, requestCorrection, resubmit, submit, submitIncomplete } = atWindow(
  () => centre,
);

const publishCalendar = (notice: Notice = NOTICE, person = administrator) =>
  centre.ask(PublishCalendarV1, person, notice);

/** 2026 as it was published, with one more day off. */
const amended = async (off: string): Promise<Notice> => {
  const {
    edition: _,
    editions: __,
    ...inForce
  } = await centre.ask(FindCalendarV1, undefined, {
    year: 2026,
  });
  return {
    ...inForce,
    source: { title: '关于调整放假安排的通知', documentNumber: '国办发明电〔2026〕3号' },
    holidays: [
      ...inForce.holidays,
      { name: { zh: '纪念日', en: 'Memorial day' }, from: off, to: off },
    ],
    workingDayCount: inForce.workingDayCount - 1,
  };
};

const moved = async (applicationId: string) =>
  (await centre.trace(applicationId)).entries.filter(({ name }) => name === 'dates-moved');

const payloads = async (applicationId: string) =>
  (
    await centre.tamper<{ payload: string }>(
      `select payload from journal where aggregate_id = $1 and name = 'dates-moved' order by version`,
      [applicationId],
    )
  ).map(({ payload }) => JSON.parse(payload) as object);

describe('The calendar of a year', () => {
  it('is published and shown with the notices it rests on, and told to those who count by it', async () => {
    expect(await centre.ask(FindCalendarV1, undefined, { year: 2026 })).toMatchObject({
      edition: 1,
      editions: [{ edition: 1, documentNumber: '国办发明电〔2025〕7号' }],
    });
    await expect(centre.ask(FindCalendarV1, undefined, { year: 2027 })).rejects.toMatchObject({
      code: 'not-found',
    });

    expect(await publishCalendar()).toEqual({ year: 2027, edition: 1 });
    expect(await publishCalendar()).toEqual({ year: 2027, edition: 1 });
    expect(await publishCalendar(await amended('2026-09-03'))).toEqual({ year: 2026, edition: 2 });

    expect(await centre.ask(FindCalendarV1, undefined, { year: 2027 })).toMatchObject({
      ...NOTICE,
      edition: 1,
      editions: [{ edition: 1, publishedAt: RECEIVED }],
    });
    await eventually(async () => {
      expect(await centre.bureau.heardOf(CalendarPublishedV1, 'calendar:2027')).toEqual([
        { calendar: NOTICE, edition: 1, publishedAt: RECEIVED },
      ]);
    }, WITHIN);
  });

  it('is refused with everything that is wrong, and by whoever is not an administrator', async () => {
    await expect(
      publishCalendar({
        ...NOTICE,
        holidays: [
          ...NOTICE.holidays,
          { name: { zh: '节', en: 'day' }, from: '2026-12-01', to: '2026-12-01' },
        ],
        makeUpWorkdays: [...NOTICE.makeUpWorkdays, '2027-02-14', '2027-03-02', '2027-02-30'],
        regional: [
          { region: '990000', source: NOTICE.source, holidays: [], makeUpWorkdays: [] },
          { region: '45', source: NOTICE.source, holidays: [], makeUpWorkdays: [] },
        ],
      }),
    ).rejects.toMatchObject({
      code: 'calendar-not-acceptable',
      unmet: [
        { rule: 'date-exists' },
        { rule: 'date-within-year' },
        { rule: 'date-within-year' },
        { rule: 'make-up-day-listed-once' },
        { rule: 'make-up-day-is-a-weekend-day' },
        { rule: 'region-listed' },
      ],
    });
    await expect(publishCalendar({ ...NOTICE, workingDayCount: 250 })).rejects.toMatchObject({
      unmet: [{ rule: 'working-days-add-up' }],
    });
    await expect(publishCalendar(NOTICE, clerk)).rejects.toMatchObject({ code: 'not-permitted' });
  });

  it('is told to a participant that is deployed later', async () => {
    await publishCalendar();
    await centre.stop();
    await centre.start({ topology: withDepartment });
    const rows = await centre.tamper<{ route: string }>(
      `select route from journal where name = 'intake.calendar-published' order by id`,
    );

    expect(rows.map(({ route }) => route)).toEqual([
      'approval-bureau',
      'intermediary-market-centre',
      'supervision-city',
    ]);
  });
});

const withDepartment = {
  region: '379900',
  participants: [
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
    { service: 'approval', instance: 'bureau', account: 'CENTRE' },
    { service: 'gateway', instance: 'centre', account: 'CENTRE' },
    { service: 'provisioner', instance: 'centre', account: 'CENTRE' },
    { service: 'supervision', instance: 'city', account: 'CITY', departments: ['city'] },
  ],
} as const;

describe('The terms of an application when a calendar is published', () => {
  it('become dates by themselves where they were open, and are armed then', async () => {
    await centre.moveClockTo(instantOf('2026-12-29T09:00:00+08:00'));
    const silent = await submit();
    const returned = await submitIncomplete();
    await requestCorrection(returned);
    const open = { notBefore: '2027-01-01', missingYear: 2027 };
    expect((await find(silent)).answerBy).toEqual(open);
    expect((await find(returned)).correctBy).toEqual(open);
    expect((await centre.figures()).armed).toBe(0);

    await publishCalendar();
    await eventually(async () => expect((await centre.figures()).armed).toBe(2), WITHIN);
    expect((await find(silent)).answerBy).toEqual({ due: '2027-01-06' });
    expect(await payloads(silent)).toEqual([
      {
        type: 'dates-moved',
        before: { answerBy: open },
        after: { answerBy: { due: '2027-01-06' } },
        calendars: [{ year: 2027, edition: 1, documentNumber: NOTICE.source.documentNumber }],
      },
    ]);
    expect((await find(returned)).correctBy).toEqual({ due: '2027-01-20' });

    await centre.moveClockTo(instantOf('2027-01-07T09:00:00+08:00'));
    await eventually(async () => expect((await find(silent)).status).toBe('accepted'), WITHIN);
    const pool = new pg.Pool({ connectionString: centre.database.superuserUrl, max: 1 });
    expect((await verifyJournal(pool)).faults).toEqual([]);
    await pool.end();
  });

  it('move with a notice that amends the year, and only those that it concerns', async () => {
    const running = await submit();
    const accepted = await submit();
    await accept(accepted);
    const corrected = await submitIncomplete();
    await requestCorrection(corrected);
    await centre.moveClockTo(instantOf('2026-05-20T09:00:00+08:00'));
    await resubmit(corrected);
    const { due } = (await find(corrected)).answerBy ?? {};
    expect(due).toBe('2026-05-27');

    await publishCalendar(await amended('2026-05-25'));
    await eventually(async () => {
      expect((await find(corrected)).answerBy).toEqual({ due: '2026-05-28' });
    }, WITHIN);
    expect(await moved(accepted)).toEqual([]);
    expect(await moved(running)).toEqual([]);
  });

  it('are filed by the newest calendar at once, whatever this process knew', async () => {
    await centre.moveClockTo(instantOf('2026-12-29T09:00:00+08:00'));
    await publishCalendar();

    expect((await find(await submit())).answerBy).toEqual({ due: '2027-01-06' });
  });
});

describe('News of a moved date', () => {
  it('is taken into the application that it came from', async () => {
    const applicationId = await submit();
    const { caseNumber, tracks } = await accept(applicationId);
    const [track] = tracks;
    if (track === undefined) throw new Error('an accepted application has a track');
    await centre.bureau.say(DueDatesMovedV1, applicationId, {
      applicationId,
      caseNumber,
      item: track.item,
      before: { statutory: track.statutory },
      after: { statutory: { due: '2026-06-30' } },
      calendars: [{ year: 2026, edition: 2, documentNumber: '国办发明电〔2026〕3号' }],
    });

    await eventually(async () => {
      expect((await find(applicationId)).tracks).toMatchObject([
        { statutory: { due: '2026-06-30' } },
      ]);
    }, WITHIN);
  });
});
