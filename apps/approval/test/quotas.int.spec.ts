import {
  CatalogueChangedV1,
  FindQuotaV1,
  FollowCaseV1,
  ListQuotasV1,
  PublishQuotaV1,
  type PayloadOf,
} from '@onewindow/contracts';
import { goldenSample } from '@onewindow/contracts/documents';
import type { Person } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { EARLIEST_UNDECIDED } from '../src/adapters/persistence/postgres-quotas.js';
import { Bureau } from './a-bureau.js';
import { atDesk } from './desk.js';
import { ACCEPTED, anOfficer, on } from './fixtures.js';
import { aRestaurant } from './restaurant.js';

const [ITEM] = (
  goldenSample('intake.catalogue-changed.v1')?.payload as unknown as PayloadOf<
    typeof CatalogueChangedV1
  >
).items as [PayloadOf<typeof CatalogueChangedV1>['items'][number]];

let bureau: Bureau;
/** The filings under the quota, and those that were granted before the news of the first arrived. */
let inOrder: readonly string[] = [];
let granted: readonly string[] = [];
const applicants = new Map<string, Person>();

beforeAll(async () => {
  bureau = await Bureau.open(ACCEPTED);
});

afterAll(() => bureau.close());

const { grant, opened, recordOpinion } = atDesk(() => bureau);

const openedAt = async (acceptedAt: string): Promise<string> => {
  const restaurant = aRestaurant(['sign']);
  const { caseNumber, applicant } = await opened({
    ...restaurant,
    accepted: { ...restaurant.accepted, acceptedAt },
  });
  applicants.set(caseNumber, applicant);
  return caseNumber;
};

/** Decided filings of one item in a region and a period, as a decade leaves them behind. */
const A_DECADE = `
insert into track (id, version, head_hash, state)
select 'old-' || n || ':sign', 1, '\\x00', t.state || jsonb_build_object('caseNumber', $1::text, 'status', 'granted')
from track t, generate_series(1, 5000) n where t.id = $1 || ':sign'`;

describe('The order of acceptance', () => {
  it('is read from an index of what is undecided, however much was decided', async () => {
    const caseNumber = await openedAt(on('2026-11-19'));
    await bureau.tamper(A_DECADE, [caseNumber]);
    await bureau.tamper('analyze track');
    let parameter = 0;
    const explain = `explain (analyze, buffers, format json) ${EARLIEST_UNDECIDED.replaceAll('?', () => `$${String((parameter += 1))}`)}`;

    const [row] = await bureau.tamper<{ 'QUERY PLAN': readonly [{ Plan: Plan }] }>(explain, [
      'sign',
      '379900',
      on('2026-11-19', '00:00'),
      on('2026-12-31'),
      on('2026-11-19'),
      caseNumber,
    ]);
    const plan = row!['QUERY PLAN'][0].Plan;
    const [index] = plan.Plans ?? [];
    expect(index).toMatchObject({ 'Index Name': 'track_undecided', 'Actual Rows': 0 });
    expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(20);
  });
});

describe('News of a filing that comes late', () => {
  it('holds back every grant that was not made before it, and is recorded after those that were', async () => {
    const administrator = anOfficer('admin', 'centre', 'administrator');
    await bureau.moveClockTo(on('2026-11-23'));
    await bureau.ask(PublishQuotaV1, administrator, {
      item: 'sign',
      from: '2026-11-24',
      until: '2026-12-31',
      limit: 50,
      documentNumber: '海政发〔2026〕14号',
    });
    await bureau.moveClockTo(on('2026-11-25'));
    const later = await Promise.all(
      ['10:01', '10:02', '10:03'].map((time) => openedAt(on('2026-11-25', time))),
    );
    for (const each of later) await recordOpinion(each, 'sign');

    const news = openedAt(on('2026-11-24'));
    const tried: PromiseSettledResult<unknown>[] = [];
    for (const each of later) tried.push(...(await Promise.allSettled([grant(each, 'sign')])));
    const late = await news;

    const told = await bureau.tamper<{ name: string; by: string; granted: number | null }>(
      `select name, payload::json->>'by' as by, (payload::json->>'granted')::int as granted
       from journal where aggregate = 'quota' and name in ('place-taken', 'filing-opened') order by id`,
    );
    const order = told.map(({ name, by }) => `${name} ${by}`);
    const before = later.filter((_, at) => tried[at]?.status === 'fulfilled');
    expect(order).toEqual([
      ...later.map(() => expect.stringContaining('filing-opened') as string),
      ...before.map((each) => `place-taken ${each}`),
      `filing-opened ${late}`,
    ]);
    expect(told.at(-1)?.granted).toBe(before.length);
    await expect(grant(later[2]!, 'sign')).rejects.toBeDefined();
    inOrder = [late, ...later];
    granted = before;
  });
});

describe('Whoever asks for a quota', () => {
  const ask = (person: Person, request: object = {}) =>
    bureau.ask(FindQuotaV1, person, { item: 'sign', ...request });

  it('sees the order of acceptance page by page, and what holds up a filing', async () => {
    const approver = anOfficer('li', 'bureau', 'approver');
    const first = await ask(approver, { limit: 3 });
    const second = await ask(approver, { limit: 3, cursor: first.queue?.nextCursor });
    const rows = [...(first.queue?.inOrder ?? []), ...(second.queue?.inOrder ?? [])];

    expect(first.queue).toMatchObject({
      from: '2026-11-24',
      filings: 4,
      undecided: 4 - granted.length,
    });
    expect(rows.map(({ place, caseNumber }) => [place, caseNumber])).toEqual(
      inOrder.map((each, at) => [at + 1, each]),
    );
    expect(rows.map(({ standing, waitsFor }) => standing === 'granted' || waitsFor)).toEqual(
      inOrder.map((each, at) => (at === 0 ? undefined : granted.includes(each) || 1)),
    );
    expect(second.queue?.nextCursor).toBeUndefined();
    expect(first.history).toMatchObject([{ limit: 50, documentNumber: '海政发〔2026〕14号' }]);
    const listed = async () => (await bureau.ask(ListQuotasV1, approver, {})).quotas;
    expect(await listed()).toMatchObject([
      { item: 'sign', period: { limit: 50, granted: granted.length } },
    ]);
    await bureau.intake.say(CatalogueChangedV1, 'catalogue:sign', {
      items: [{ ...ITEM, item: 'sign', name: '户外招牌设置许可' }],
    });
    await eventually(async () =>
      expect(await listed()).toMatchObject([{ itemName: '户外招牌设置许可' }]),
    );
  });

  it('learns nothing of filings that are not theirs to see, and applicants only of their own', async () => {
    const elsewhere = anOfficer('he', 'fire-rescue', 'approver');
    const applicant = applicants.get(inOrder[0]!)!;
    const stranger = { ...applicant, id: 'somebody', organisation: '91370000MA00000000' };

    expect((await ask(elsewhere)).queue?.inOrder[0]).toEqual({ place: 1, standing: 'undecided' });
    expect((await ask(stranger)).queue).toMatchObject({ filings: 4, inOrder: [] });
    expect((await ask(applicant)).queue?.inOrder).toMatchObject([{ caseNumber: inOrder[0] }]);
    const followed = await bureau.ask(FollowCaseV1, applicant, { caseNumber: inOrder[0]! });
    expect(followed.tracks).toMatchObject([{ quota: { place: 1, ahead: 0, limit: 50 } }]);
  });
});

interface Plan {
  readonly Plans?: readonly object[];
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}
