import {
  EndImplementationV1,
  FindDraftV1,
  FindItemV1,
  ListImplementationEditionsV1,
  ListImplementationsV1,
  ListItemsV1,
  ListVersionsV1,
  PublishDraftV1,
  PublishImplementationV1,
  ReviewDraftV1,
  SaveDraftV1,
  WithdrawVersionV1,
} from '@onewindow/contracts';
import { verifyJournal } from '@onewindow/journal';
import { endOfDay, legalDate } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import pg from 'pg';
import { Centre } from './a-centre.js';
import { atWindow, WITHIN } from './at-window.js';
import { people } from './people.js';
import { aServiceItem, RECEIVED } from './situations.js';

const { administrator, clerk } = people;
const second = { ...administrator, id: 'bai.lu', name: '白露' };
const code = 'drainage-permit';

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open(RECEIVED);
  await publish();
});

afterAll(() => centre.close());

const { publish, submit } = atWindow(() => centre);

const save = (item: object, basedOn: number, by = administrator) =>
  centre.ask(SaveDraftV1, by, { code, basedOn, item: { ...aServiceItem(), ...item } });

describe('An item of the catalogue', () => {
  it('is drafted by two, of whom one wins and the other sees what changed', async () => {
    const { revision } = await centre.ask(FindDraftV1, administrator, { code });
    const both = await Promise.allSettled([
      save({ name: '排水许可（一）' }, revision),
      save({ name: '排水许可（二）' }, revision, second),
    ]);
    const lost = both.filter((each) => each.status === 'rejected');

    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({
      code: 'draft-changed',
      unmet: [{ rule: 'field-changed-since', path: 'item.name' }],
    });
  });

  it('takes effect on its day, while an application keeps the version it was filed under', async () => {
    const applicationId = await submit();
    const { revision } = await centre.ask(FindDraftV1, administrator, { code });
    const saved = await save({ name: '新排水许可' }, revision);
    expect(saved).toMatchObject({ status: 'drafted', findings: [] });
    await centre.ask(ReviewDraftV1, second, {
      code,
      revision: saved.revision,
      outcome: 'approve',
    });
    const request = { code, revision: saved.revision, inForceFrom: '2026-05-06' };
    expect(await centre.ask(PublishDraftV1, administrator, request)).toEqual({
      code,
      version: 2,
      status: 'published',
      inForceFrom: '2026-05-06',
    });
    expect(await centre.ask(FindItemV1, undefined, { code })).toMatchObject({ version: 1 });

    await centre.moveClockTo(endOfDay(legalDate('2026-05-05')));
    await eventually(
      async () =>
        expect(await centre.ask(FindItemV1, undefined, { code })).toMatchObject({
          name: '新排水许可',
          version: 2,
          edition: 2,
        }),
      WITHIN,
    );

    const old = await centre.ask(FindItemV1, undefined, { code, on: '2026-05-05' });
    expect(old).toMatchObject({ name: aServiceItem().name, version: 1 });
    await expect(
      centre.ask(FindItemV1, undefined, { code, on: '2026-02-30' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const [filed] = await centre.tamper<{ name: string; edition: string }>(
      `select state #>> '{items,0,name}' as name, state #>> '{items,0,edition}' as edition
       from application where id = $1`,
      [applicationId],
    );
    expect(filed).toEqual({ name: aServiceItem().name, edition: '1' });
    const { items } = await centre.ask(ListItemsV1, undefined, { text: '新排水' });
    expect(items.map((each) => each.code)).toEqual([code]);
  });

  it('shows its versions and what changed between two of them', async () => {
    const { versions, differences } = await centre.ask(ListVersionsV1, undefined, { code });

    expect(versions).toMatchObject([
      { version: 2, status: 'in-force', inForceFrom: '2026-05-06' },
      { version: 1, status: 'retired' },
    ]);
    expect(differences).toEqual([
      { path: 'name', before: `"${aServiceItem().name}"`, after: '"新排水许可"' },
    ]);
    await expect(
      centre.ask(ListVersionsV1, undefined, { code, from: 1, to: 9 }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not reviewed by who drafted it, nor published without a review', async () => {
    const { revision } = await centre.ask(FindDraftV1, administrator, { code });
    const saved = await save({ name: '第三版' }, revision);
    const at = { code, revision: saved.revision };

    await expect(
      centre.ask(ReviewDraftV1, administrator, { ...at, outcome: 'approve' }),
    ).rejects.toMatchObject({ unmet: [{ rule: 'reviewed-by-another' }] });
    await expect(centre.ask(PublishDraftV1, second, at)).rejects.toMatchObject({
      code: 'action-not-allowed-in-state',
    });
    await expect(centre.ask(FindDraftV1, clerk, { code })).rejects.toMatchObject({
      code: 'not-permitted',
    });
  });

  it('is withdrawn before its day, and then nothing takes effect', async () => {
    const { revision } = await centre.ask(FindDraftV1, administrator, { code });
    const saved = await save({ name: '撤回的版本' }, revision);
    const reviewed = { code, revision: saved.revision };
    await centre.ask(ReviewDraftV1, second, { ...reviewed, outcome: 'approve' });
    const request = { ...reviewed, inForceFrom: '2026-05-08' };
    const { version } = await centre.ask(PublishDraftV1, administrator, request);
    const withdrawal = { code, version, reason: '条款有误' };
    await expect(centre.ask(WithdrawVersionV1, clerk, withdrawal)).rejects.toMatchObject({
      code: 'not-permitted',
    });

    expect(await centre.ask(WithdrawVersionV1, administrator, withdrawal)).toEqual({
      code,
      version,
      status: 'withdrawn',
    });
    const armed = await centre.tamper(`select state from deadline where aggregate_id = $1`, [
      `${code}:${version}`,
    ]);
    expect(armed).toEqual([{ state: 'cancelled' }]);
    const { versions } = await centre.ask(ListVersionsV1, undefined, { code });
    expect(versions[0]).toMatchObject({ version, withdrawnBecause: '条款有误' });
    await expect(
      centre.ask(WithdrawVersionV1, administrator, { ...withdrawal, version: 2 }),
    ).rejects.toMatchObject({ code: 'action-not-allowed-in-state' });
  });

  describe('in a district', () => {
    const district = '379902';
    const promise = (days: number) => ({
      promisedTerm: { unit: 'working-day' as const, days, source: '办事指南' },
      places: [{ name: '东城区政务中心', address: '人民路2号', hours: `第 ${days} 版时间` }],
    });
    const publishThere = (change: object, by = administrator) =>
      centre.ask(PublishImplementationV1, by, {
        item: code,
        district,
        level: '4',
        agency: 'bureau',
        agencyName: '东城区审批局',
        ...promise(10),
        ...change,
      });
    const guide = (on?: string) =>
      centre.ask(FindItemV1, undefined, { code, district, ...(on !== undefined && { on }) });

    it('is published from a day on by one of two editors; the other sees what changed', async () => {
      expect(await publishThere({ basedOn: 0, differs: { channels: ['post'] } })).toMatchObject({
        edition: 1,
        status: 'in-force',
      });
      const next = { basedOn: 1, inForceFrom: '2026-05-12' };
      const both = await Promise.allSettled([
        publishThere({ ...next, ...promise(8) }),
        publishThere({ ...next, ...promise(6) }, second),
      ]);
      const lost = both.find((each) => each.status === 'rejected');
      const won = both.find((each) => each.status === 'fulfilled');

      expect(won?.value).toMatchObject({ edition: 2, status: 'published' });
      expect(lost?.reason).toMatchObject({
        code: 'implementation-changed',
        unmet: expect.arrayContaining([expect.objectContaining({ path: 'promisedTerm' })]),
      });
      expect(await guide()).toMatchObject({
        channels: ['post'],
        implementation: { edition: 1, promisedTerm: { days: 10 } },
      });
    });

    it('promises no more than the law, whatever it publishes otherwise', async () => {
      const statutoryTerm = { unit: 'working-day', days: 30, source: '本地规定' };

      await expect(
        publishThere({ ...promise(25), differs: { statutoryTerm, charged: true } }),
      ).rejects.toMatchObject({
        code: 'implementation-not-publishable',
        unmet: [
          { rule: 'promise-within-the-statute', path: 'promisedTerm.days' },
          { rule: 'fee-has-a-basis', path: 'differs.feeBasis' },
          { rule: 'statutory-term-of-the-item', path: 'differs.statutoryTerm' },
        ],
      });
    });

    it('has a guide for every day: places, hours, channels and terms of that day', async () => {
      await centre.moveClockTo(endOfDay(legalDate('2026-05-11')));
      await eventually(
        async () =>
          expect(await guide()).toMatchObject({
            implementation: { edition: 2, inForceFrom: '2026-05-12' },
          }),
        WITHIN,
      );
      const { implementation: now } = await guide();
      const { implementation: then, channels } = await guide('2026-05-11');

      expect(now?.promisedTerm?.days).toBeLessThan(10);
      expect(now?.places?.[0]?.hours).toBe(`第 ${String(now?.promisedTerm?.days)} 版时间`);
      expect(then).toMatchObject({ edition: 1, promisedTerm: { days: 10 } });
      expect(then?.places).toEqual(promise(10).places);
      expect(channels).toEqual(['post']);
      await expect(guide('2026-05-05')).rejects.toMatchObject({ code: 'not-found' });
      const { editions, differences } = await centre.ask(ListImplementationEditionsV1, undefined, {
        item: code,
        district,
      });
      expect(editions).toMatchObject([
        { edition: 2, status: 'in-force' },
        { edition: 1, status: 'retired', retiredBecause: '第 2 版施行' },
      ]);
      expect(differences).toContainEqual({ path: 'differs', before: '{"channels":["post"]}' });
    });

    it('ends on its day, and its guide of the days before stays', async () => {
      const end = { item: code, district, reason: '并入市级办理', on: '2026-05-14' };
      expect(await centre.ask(EndImplementationV1, administrator, end)).toMatchObject({
        edition: 3,
        status: 'published',
      });
      await centre.moveClockTo(endOfDay(legalDate('2026-05-13')));
      await eventually(() => expect(guide()).rejects.toMatchObject({ code: 'not-found' }), WITHIN);

      expect(await guide('2026-05-13')).toMatchObject({ implementation: { edition: 2 } });
      expect(await centre.ask(ListImplementationsV1, undefined, { code })).toMatchObject({
        implementations: [],
      });
      const listed = { item: code, district };
      expect(await centre.ask(ListImplementationEditionsV1, undefined, listed)).toMatchObject({
        editions: [{ edition: 3, ended: '并入市级办理' }, { edition: 2 }, { edition: 1 }],
      });
    });
  });

  it('leaves a journal that verifies', async () => {
    const pool = new pg.Pool({ connectionString: centre.database.superuserUrl });
    const { faults } = await verifyJournal(pool);
    await pool.end();

    expect(faults).toEqual([]);
  });
});
