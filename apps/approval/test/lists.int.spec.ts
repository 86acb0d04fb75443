import { MikroORM } from '@mikro-orm/postgresql';
import { aServiceDatabase, type ServiceDatabase } from '@onewindow/service/testing';
import * as fc from 'fast-check';
import { caseSchema } from '../src/adapters/persistence/case.row.js';
import { PostgresCaseList } from '../src/adapters/persistence/postgres-case-list.js';
import { PostgresTasks } from '../src/adapters/persistence/postgres-tasks.js';
import { approvalService } from '../src/approval-service.js';
import type { VisibleCases } from '../src/domain/case/visible-to.js';
import type { CaseQuery } from '../src/views/records.js';
import { ACCEPTED, anOpenTrack } from './fixtures.js';

const SEED = Number(process.env['OW_SEED'] ?? Date.now() % 0x7fffffff);
const CASES = 120;
const PAGE = 9;
const REGION = '379900';

/** One case of many that are alike: five names, seven streets, every third at the brigade too, every fourth closed. */
function aCase(at: number) {
  const serial = String(at + 1).padStart(6, '0');
  const agencies = at % 3 === 0 ? ['bureau', 'fire-rescue'] : ['bureau'];
  return {
    applicationId: `application-${serial}`,
    caseNumber: `${REGION}-20261102-${serial}`,
    region: at === 5 ? '110000' : REGION,
    status: ['open', 'open', 'decided', 'closed'][at % 4]!,
    applicantAccount: `applicant-${String(at % 9)}`,
    applicant: {
      name: ['张伟', '欧阳海棠', '海棠市明达餐饮有限公司', 'KFC 100%_鲜', '伟明'][at % 5]!,
      creditCode: `9137${String(at % 7)}`,
    },
    premises: {
      name: `第${String(at % 11)}店`,
      address: `海棠市${'人民建设解放'.slice(at % 5, (at % 5) + 2)}路${String(1 + (at % 17) * 7)}号`,
    },
    acceptedAt: `20${['24-02', '25-12', '26-11'][at % 7] ?? '26-09'}-0${String(1 + (at % 6))}T02:00:00.000Z`,
    tracks: agencies.map((agency) => ({ item: `item-${agency}`, agency })),
  };
}

type StoredCase = ReturnType<typeof aCase>;
const CASE_LIST = Array.from({ length: CASES }, (_, at) => aCase(at));
const textOf = ({ caseNumber, applicant, premises }: StoredCase) =>
  `${caseNumber} ${applicant.name} ${premises.name} ${premises.address}`.toLowerCase();

let database: ServiceDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await aServiceDatabase(approvalService);
  const { connectionString } = database.pool.options;
  orm = new MikroORM({ clientUrl: connectionString!, entities: [caseSchema] });
  for (const each of CASE_LIST) {
    await store('case', each.caseNumber, each);
    for (const { item, agency } of each.tracks) {
      const { caseNumber } = each;
      const track = { ...anOpenTrack({ item, agency }), caseNumber };
      await store('track', `${caseNumber}:${item}`, track);
    }
  }
});

afterAll(async () => {
  await orm.close();
  await database.close();
});

const store = (table: string, id: string, state: object) =>
  database.pool.query(
    `insert into "${table}" (id, version, head_hash, state) values ($1, 1, '\\x00', $2)`,
    [id, state],
  );

const VISIBLE: readonly (readonly VisibleCases[])[] = [
  [{ kind: 'region', region: REGION }],
  [{ kind: 'agency', region: REGION, agency: 'bureau' }],
  [{ kind: 'agency', region: REGION, agency: 'fire-rescue' }],
  [{ kind: 'account', account: 'applicant-3' }],
  [
    { kind: 'account', account: 'applicant-3' },
    { kind: 'organisation', creditCode: '91372' },
  ],
  [
    { kind: 'agency', region: REGION, agency: 'fire-rescue' },
    { kind: 'account', account: 'applicant-3' },
  ],
];

function sees(visible: VisibleCases, of: StoredCase): boolean {
  switch (visible.kind) {
    case 'region':
      return of.region === visible.region;
    case 'agency':
      return (
        of.region === visible.region && of.tracks.some(({ agency }) => agency === visible.agency)
      );
    case 'account':
      return of.applicantAccount === visible.account;
    case 'organisation':
      return of.applicant.creditCode === visible.creditCode;
  }
}

const expected = ({ visibility, status, agency, text }: CaseQuery) =>
  CASE_LIST.filter(
    (of) =>
      visibility.some((each) => sees(each, of)) &&
      (status === undefined || of.status === status) &&
      (agency === undefined || of.tracks.some((track) => track.agency === agency)) &&
      (text === undefined || textOf(of).includes(text.toLowerCase())),
  )
    .toSorted((a, b) => (a.acceptedAt + a.caseNumber < b.acceptedAt + b.caseNumber ? 1 : -1))
    .map(({ caseNumber }) => caseNumber);

const aText = fc
  .record({
    of: fc.constantFrom(...CASE_LIST),
    from: fc.nat(60),
    length: fc.integer({ min: 1, max: 24 }),
  })
  .map(({ of, from, length }) =>
    textOf(of)
      .slice(from, from + length)
      .trim(),
  )
  .filter((text) => text !== '');

const aQuery: fc.Arbitrary<CaseQuery> = fc.record(
  {
    visibility: fc.constantFrom(...VISIBLE),
    status: fc.constantFrom('open' as const, 'decided' as const, 'closed' as const),
    agency: fc.constantFrom('bureau', 'fire-rescue', 'nobody'),
    text: aText,
  },
  { requiredKeys: ['visibility'] },
);

async function everyPage(query: CaseQuery, lookedThrough: number, mostCounted: number) {
  const list = new PostgresCaseList(orm.em, lookedThrough, mostCounted);
  const numbers: string[] = [];
  const totals = new Set<number>();
  for (let after; ;) {
    const { lines, total } = await list.page(query, PAGE, after);
    totals.add(total);
    numbers.push(...lines.map(({ caseNumber }) => caseNumber));
    after = lines.at(-1);
    if (after === undefined || lines.length < PAGE) return { numbers, totals: [...totals] };
  }
}

describe('A list of cases', () => {
  it('is every case that may be seen and is asked for, once and newest first, however it is found', async () => {
    process.stderr.write(`seed ${SEED}\n`);
    await fc.assert(
      fc.asyncProperty(
        aQuery,
        fc.constantFrom(0, 10, 50, 4_000),
        fc.constantFrom(PAGE, 1_000),
        async (query, lookedThrough, mostCounted) => {
          const numbers = expected(query);
          expect(await everyPage(query, lookedThrough, mostCounted)).toEqual({
            numbers,
            totals: [Math.min(numbers.length, mostCounted)],
          });
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('follows a case that is closed, and one that another agency has a part in', async () => {
    const [first] = CASE_LIST;
    const of = (agency: string, status: 'open' | 'closed') => ({
      visibility: [{ kind: 'agency', region: REGION, agency } as const],
      status,
      text: first!.caseNumber,
    });
    const list = new PostgresCaseList(orm.em);
    const total = async (agency: string, status: 'open' | 'closed') =>
      (await list.page(of(agency, status), 10)).total;
    expect(await total('tobacco', 'open')).toBe(0);
    const moved = { ...first, status: 'closed', alsoAgencies: ['tobacco'] };
    const change = (state: object) =>
      database.pool.query('update "case" set state = $2 where id = $1', [first!.caseNumber, state]);
    await change(moved);

    expect([await total('bureau', 'open'), await total('bureau', 'closed')]).toEqual([0, 1]);
    expect(await total('tobacco', 'closed')).toBe(1);
    await change(first!);
    expect([await total('bureau', 'open'), await total('tobacco', 'closed')]).toEqual([1, 0]);
  });
});

describe('A list of tasks', () => {
  it('has the same tasks for a text, whether they are among the most urgent or not', async () => {
    await fc.assert(
      fc.asyncProperty(aText, fc.constantFrom(0, 10, 3_000), async (text, lookedThrough) => {
        const query = {
          agency: 'fire-rescue',
          region: REGION,
          of: 'agency',
          account: 'nobody',
          now: ACCEPTED,
          text,
        } as const;
        const visibility = [{ kind: 'agency', region: REGION, agency: 'fire-rescue' } as const];
        const numbers = expected({ visibility, text }).toSorted();
        const tasks = new PostgresTasks(orm.em, lookedThrough);
        const found = await tasks.tasks(query, 200);

        expect(found.map(({ caseNumber }) => caseNumber).toSorted()).toEqual(numbers);
        const { none, blue, yellow, red } = await tasks.lamps(query);
        expect(none + blue + yellow + red).toBe(numbers.length);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});
