import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  FindApplicationReply,
  FindBundleReply,
  FindItemReply,
  FollowGuidanceReply,
  ListImplementationsReply,
  ListItemsReply,
  ListSupervisedItemsReply,
} from '@onewindow/contracts';
import {
  accepted,
  caseOpened,
  ClockConductor,
  filed,
  handedIn,
  imported,
  loadSynonyms,
  namedItems,
  RefusedByGateway,
  searchedCatalogue,
  until,
} from '@onewindow/tools';
import { aCity, figuresAtRest, type City } from '../a-city.js';
import {
  aBookshop,
  bookshopCatalogue,
  IMPORTED_BOOKS,
  READING_ROOM,
  readingRoom,
  RETAIL,
  WAYS,
} from './a-bookshop.js';
import { anItem } from './acts.js';

/** A search as somebody put it, and the item that was meant. */
interface Query {
  readonly kind: string;
  readonly text: string;
  readonly item: string;
  readonly theme?: string;
  readonly lifeEvent?: string;
  readonly agency?: string;
  readonly district?: string;
}

const QUERIES = JSON.parse(
  readFileSync(join(import.meta.dirname, 'search-queries.json'), 'utf8'),
) as readonly Query[];
const OTHER_ITEMS = 800;

let city: City;

beforeAll(async () => {
  city = await aCity();
});

afterAll(() => city.stop());

const handled = (item: string, district: string, level: string, differs?: object) => ({
  item,
  district,
  level,
  agency: 'bureau',
  agencyName: '审批局',
  ...(differs && { differs }),
});

describe('A catalogue that is handed in as a file', () => {
  it('is reported as a whole where it has faults, and nothing of it is taken', async () => {
    const { statutoryTerm, ...rest } = anItem('without-unit', '无期限单位的事项');
    const report = await imported(city, {
      items: [
        anItem('faultless', '没有问题的事项'),
        { ...rest, statutoryTerm: { days: statutoryTerm.days, source: statutoryTerm.source } },
        {
          ...anItem('expired-basis', '依据已失效的事项'),
          bases: [{ law: '环境影响评价法', article: '16', validTo: '2026-03-01' }],
        },
      ],
      implementations: [handled('nowhere-listed', '379902', '4')],
    });

    expect(report).toMatchObject({ status: 'refused', items: { added: 0 } });
    const told = report.findings.map(({ row, path }) => `${String(row)} ${String(path)}`);
    expect(told).toEqual(
      expect.arrayContaining([
        '2 items.1.statutoryTerm.unit',
        expect.stringMatching(/^3 .*bases/),
        '1 item',
      ]),
    );
    const found = await city.cast.public.getIfFound('/api/items/faultless');
    expect(found).toBeUndefined();
  });

  it('shows where three levels are out of step', async () => {
    const code = 'three-levels';
    const report = await imported(city, {
      items: [anItem(code, '三级同办事项')],
      implementations: [
        handled(code, '379902', '4'),
        handled(code, '379902001', '5', { name: '街道另起的名称' }),
        handled(code, '379921101201', '6', { itemType: 'public-service' }),
      ],
    });
    expect(report).toMatchObject({ status: 'taken', implementations: { added: 3 } });

    const path = `/api/items/${code}/implementations`;
    const { implementations } = await city.cast.public.get<ListImplementationsReply>(path);
    expect(
      implementations.map(({ level, findings }) => [level, findings.map(({ rule }) => rule)]),
    ).toEqual([
      ['4', []],
      ['5', ['same-name-on-all-levels']],
      ['6', ['same-type-on-all-levels']],
    ]);
  });
});

describe('An item that is transferred to the bureau', () => {
  const code = 'transferred';

  it('is decided by the old agency where it was applied for before, by the bureau afterwards', async () => {
    const { administrator, public: everybody, operations } = city.cast;
    expect(
      await imported(city, {
        items: [anItem(code, '将要划转的事项')],
      }),
    ).toMatchObject({ status: 'taken' });
    const before = await casePending();
    await administrator.post(`/api/items/${code}/power-changes`, {
      code,
      kind: 'transfer',
      effectiveOn: '2026-04-21',
      basis: '海政发〔2026〕7号',
      agency: 'bureau',
      agencyName: '海棠市行政审批服务局',
    });
    await new ClockConductor(operations).moveTo('2026-04-21T09:00');
    const after = await casePending();

    expect(await everybody.get<FindItemReply>(`/api/items/${code}`)).toMatchObject({
      decidingAgency: 'bureau',
      supervisingDepartment: 'city-management',
      version: 2,
    });
    await until('the former department knows of it', async () => {
      const path = '/api/departments/city-management/supervised-items?limit=200';
      const { items } = await city.cast.auditor.get<ListSupervisedItemsReply>(path);
      const known = items.find(({ item }) => item === code);
      return known?.decidingAgency === 'bureau' && known.duty === 'supervises' ? true : undefined;
    });
    expect(await agencyOf(before)).toBe('city-management');
    expect(await agencyOf(after)).toBe('bureau');
    expect(await figuresAtRest(city)).toMatchObject({ parked: 0 });
  });

  it('has a guide to print for today, and one that goes on saying what it was the day before', async () => {
    const [now, then] = [await printed(''), await printed('?on=2026-04-20')];

    for (const { bytes, type } of [now, then]) {
      expect(type).toBe('application/pdf');
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect(now.name).toContain('2026-04-21.pdf');
    expect(then.name).toContain('2026-04-20.pdf');
    expect(then.bytes.equals(now.bytes)).toBe(false);
  });

  const casePending = async () =>
    accepted(city, await filed(city, { items: [code], materials: ['m0', 'm1', 'm2', 'm3'] }));
  const agencyOf = async (caseNumber: string) =>
    (await caseOpened(city, caseNumber)).tracks[0]?.agency;

  async function printed(query: string) {
    const response = await fetch(`${city.cast.public.url}/api/items/${code}/guide.pdf${query}`);
    return {
      type: response.headers.get('content-type'),
      name: response.headers.get('content-disposition'),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  }
});

describe('A bundle that the city has never seen', () => {
  const ANSWERS = { sells: ['new', 'second-hand'], shopName: '临江书店', area: 260, seats: 40 };
  const request = { bundle: 'bookshop', answers: ANSWERS, materials: ['articles', 'shop-plan'] };
  const bookshop = () => city.cast.public.get<FindBundleReply>('/api/bundles/bookshop');

  it('is imported with its items and questions, and offered with one form and one set of materials', async () => {
    expect(await imported(city, bookshopCatalogue())).toMatchObject({
      status: 'taken',
      items: { added: 3 },
      bundles: { added: 1 },
      guidance: { added: 1 },
      notes: [],
    });

    const { form, items, materials, plan, conditions } = await bookshop();
    expect(items.map((item) => item.code)).toEqual([RETAIL, READING_ROOM, IMPORTED_BOOKS]);
    expect(Object.keys(form?.['properties'] as object).toSorted()).toEqual([
      'area',
      'seats',
      'sells',
      'shopName',
    ]);
    expect(materials?.map((material) => [material.code, material.items])).toEqual([
      ['articles', [RETAIL]],
      ['shop-plan', [RETAIL, READING_ROOM]],
      ['supply-contract', [IMPORTED_BOOKS]],
    ]);
    expect(plan?.edges).toEqual(WAYS);
    expect(conditions?.map(({ node }) => node)).toEqual(['reading', 'imports']);
  });

  it('is led to by its questions, to what is needed and how long it takes', async () => {
    const follow = (answers: object) =>
      city.cast.public.post<FollowGuidanceReply>('/api/guidance/bookshop/answers', { answers });

    expect((await follow({})).question?.id).toBe('place');
    expect((await follow({ place: 'street' })).outcome).toMatchObject({ eligible: false });
    expect((await follow({ place: 'shop' })).question?.id).toBe('area');
    expect((await follow({ place: 'shop', area: 260 })).outcome).toMatchObject({
      eligible: true,
      items: [
        { item: RETAIL, statutoryTerm: { unit: 'working-day', days: 20 }, charged: false },
        { item: READING_ROOM },
      ],
      materials: [{ code: 'articles' }, { code: 'shop-plan', items: [RETAIL, READING_ROOM] }],
    });
  });

  it('with a circle in its plan is refused with both ends of it named, and nothing is taken', async () => {
    const { plan } = aBookshop();
    const edges = [...WAYS, { from: 'imports', to: 'name-check', type: 'hard' }];
    const report = await imported(city, {
      items: [anItem('beside-a-circle', '与成环方案同批的事项')],
      bundles: [aBookshop({ plan: { ...plan, edges } })],
    });

    expect(report).toMatchObject({ status: 'refused', items: { added: 0 }, faults: 1 });
    expect(report.findings).toMatchObject([
      {
        row: 1,
        rule: 'no-cycle',
        path: 'plan.edges.3',
        en: expect.stringContaining('"imports" and "name-check" wait for each other'),
        zh: expect.stringContaining('“imports”与“name-check”互为前置'),
      },
    ]);
    expect(await city.cast.public.getIfFound('/api/items/beside-a-circle')).toBeUndefined();
    expect(await bookshop()).toMatchObject({ edition: 1, plan: { edges: WAYS } });
  });

  it('edited by two at once is changed by one; the other is told what differs', async () => {
    const { administrator } = city.cast;
    const names = ['开书店', '开设书店'];
    const edits = await Promise.allSettled(
      names.map((name) =>
        administrator.put('/api/bundles/bookshop', {
          ...aBookshop({ name }),
          items: [],
          jointInspection: [],
          basedOn: 1,
        }),
      ),
    );
    const refused = edits.flatMap((edit): unknown[] =>
      edit.status === 'rejected' ? [edit.reason] : [],
    );
    const won = names.filter((_, at) => edits[at]?.status === 'fulfilled');

    expect(won).toHaveLength(1);
    expect(refused).toMatchObject([
      {
        status: 409,
        problem: {
          code: 'bundle-changed',
          unmet: [{ rule: 'field-changed-since', path: 'name' }],
        },
      },
    ]);
    expect(refused[0]).toBeInstanceOf(RefusedByGateway);
    expect(await bookshop()).toMatchObject({ edition: 2, name: won[0] });
  });

  it('is filed with answers, and its case opens with the items and the part of the plan that they need', async () => {
    const applicationId = await filed(city, request);
    const opened = await caseOpened(city, await accepted(city, applicationId));

    expect(opened.tracks.map(({ item }) => item)).toEqual([RETAIL, READING_ROOM]);
    expect(opened.plan?.nodes.map(({ id, standing }) => [id, standing])).toEqual([
      ['name-check', 'pending'],
      ['retail', 'pending'],
      ['reading', 'pending'],
    ]);
    expect(opened.plan?.edges).toEqual(WAYS.slice(0, 2));
    expect(opened.tracks.map(({ awaits }) => awaits?.map(({ node }) => node))).toEqual([
      ['name-check'],
      undefined,
    ]);
  });

  it('is accepted under the form that it was filed under when an item has changed its form since', async () => {
    const { administrator, clerk, owner } = city.cast;
    const applicationId = await filed(city, request);
    const path = `/api/applications/${applicationId}`;
    const { form } = await owner.get<FindApplicationReply>(path);
    const changed = readingRoom({ lamps: { type: 'integer', title: '阅览灯数' } });
    await administrator.put(`/api/items/${READING_ROOM}`, changed);

    expect((await bookshop()).form?.['properties']).toHaveProperty('lamps');
    await expect(filed(city, request)).rejects.toMatchObject({ status: 422 });
    await clerk.post(`${path}/correction-notice`, {
      remarks: [{ material: 'shop-plan', problem: 'wrong', explanation: '未标明座位' }],
    });
    const answers = { ...ANSWERS, seats: 60 };
    const materials = await handedIn(city, ['shop-plan']);
    await owner.post(`${path}/corrections`, { materials, answers });
    const opened = await caseOpened(city, await accepted(city, applicationId));

    expect(opened.tracks.map(({ item }) => item)).toEqual([RETAIL, READING_ROOM]);
    expect(form?.['properties']).toHaveProperty('seats');
    expect(await owner.get<FindApplicationReply>(path)).toMatchObject({ form, answers });
    expect(await figuresAtRest(city)).toMatchObject({ parked: 0 });
  });
});

describe(`A hundred searches among ${OTHER_ITEMS} items of other trades`, () => {
  beforeAll(async () => {
    const { administrator, public: everybody } = city.cast;
    await loadSynonyms(administrator);
    expect(await imported(city, searchedCatalogue(OTHER_ITEMS))).toMatchObject({
      faults: 0,
      status: 'taken',
    });
    const last = namedItems(OTHER_ITEMS).at(-1);
    await until('the last item is found', async () => {
      const text = last?.name ?? '';
      const { items } = await everybody.get<ListItemsReply>(searching({ text }));
      return items[0]?.code === last?.code ? true : undefined;
    });
  });

  it('lead to the item that was meant, 95 of them at least among the first five', async () => {
    const places: { readonly query: Query; readonly place: number }[] = [];
    for (const query of QUERIES) {
      const { items } = await city.cast.public.get<ListItemsReply>(searching(query));
      places.push({ query, place: items.findIndex(({ code }) => code === query.item) });
    }
    const missed = places.filter(({ place }) => place < 0 || place > 4);
    process.stderr.write(scoreOf(places));

    expect(QUERIES).toHaveLength(100);
    expect(missed.map(({ query }) => query.text).slice(5)).toEqual([]);
  });
});

function searching({ text, ...filters }: Pick<Query, 'text'> & Partial<Query>): string {
  const { theme, lifeEvent, agency, district } = filters;
  const asked = Object.entries({ text, theme, lifeEvent, agency, district, limit: '10' });
  const given = new URLSearchParams();
  for (const [name, value] of asked) if (value !== undefined) given.set(name, value);
  return `/api/items?${given.toString()}`;
}

/** Of each kind of query: how many were asked, were first, and were among the first five. */
function scoreOf(places: readonly { readonly query: Query; readonly place: number }[]): string {
  const kinds = Map.groupBy(places, ({ query }) => query.kind);
  const rows = [...kinds, ['all', places] as const].map(([kind, of]) => {
    const within = (most: number) => of.filter(({ place }) => place >= 0 && place < most).length;
    return `  ${kind.padEnd(14)} ${of.length} asked, ${within(1)} first, ${within(5)} in the first five`;
  });
  const missed = places.filter(({ place }) => place < 0 || place > 4);
  const lines = missed.map(({ query, place }) => `  missed: ${query.text} (place ${place + 1})`);
  return `Searches:\n${[...rows, ...lines].join('\n')}\n`;
}
