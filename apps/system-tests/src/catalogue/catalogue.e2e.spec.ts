import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  AcceptApplicationReply,
  FindCaseReply,
  FindImportReply,
  FindItemReply,
  ImportCatalogueReply,
  ListImplementationsReply,
  ListItemsReply,
  SubmitApplicationReply,
} from '@onewindow/contracts';
import {
  aPdf,
  ClockConductor,
  fullItem,
  loadSynonyms,
  namedItems,
  searchedCatalogue,
  until,
} from '@onewindow/tools';
import { aCity, figuresAtRest, type City } from '../a-city.js';

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

async function imported(catalogue: object): Promise<FindImportReply> {
  const { administrator } = city.cast;
  const bytes = Buffer.from(JSON.stringify(catalogue));
  const fileReceipt = await administrator.upload('catalogue.json', bytes, 'application/json');
  const request = { fileReceipt, dryRun: false };
  const { importId } = await administrator.post<ImportCatalogueReply>(
    '/api/catalogue-imports',
    request,
  );
  return until('the import has ended', async () => {
    const report = await administrator.get<FindImportReply>(`/api/catalogue-imports/${importId}`);
    return report.status === 'received' ? undefined : report;
  });
}

const anItem = (code: string, name: string) =>
  fullItem({
    code,
    name,
    resultName: `${name}证`,
    keywords: [],
    agency: 'city-management',
    agencyName: '海棠市城市管理局',
    theme: 'city',
    at: 0,
  });

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
    const report = await imported({
      format: 'onewindow-catalogue/1',
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
    const report = await imported({
      format: 'onewindow-catalogue/1',
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
      await imported({
        format: 'onewindow-catalogue/1',
        items: [anItem(code, '将要划转的事项')],
      }),
    ).toMatchObject({ status: 'taken' });
    const before = await acceptedCase();
    await administrator.post(`/api/items/${code}/power-changes`, {
      code,
      kind: 'transfer',
      effectiveOn: '2026-04-21',
      basis: '海政发〔2026〕7号',
      agency: 'bureau',
      agencyName: '海棠市行政审批服务局',
    });
    await new ClockConductor(operations).moveTo('2026-04-21T09:00');
    const after = await acceptedCase();

    expect(await everybody.get<FindItemReply>(`/api/items/${code}`)).toMatchObject({
      decidingAgency: 'bureau',
      supervisingDepartment: 'city-management',
      version: 2,
    });
    expect(await agencyOf(before)).toBe('city-management');
    expect(await agencyOf(after)).toBe('bureau');
    expect(await figuresAtRest(city)).toMatchObject({ parked: 0 });
  });

  async function acceptedCase(): Promise<string> {
    const { owner, clerk } = city.cast;
    const materials = await Promise.all(
      ['m0', 'm1', 'm2', 'm3'].map(async (material) => ({
        material,
        fileReceipt: await owner.upload(`${material}.pdf`, aPdf(material), 'application/pdf'),
      })),
    );
    const { applicationId } = await owner.post<SubmitApplicationReply>('/api/applications', {
      items: [code],
      applicant: { name: '海棠市临江小馆餐饮有限公司', creditCode: '91371500MA9YXW1T5X' },
      contact: { name: '林悦', phone: '13900000001' },
      premises: { name: '临江小馆', address: '海棠市东城区临江路18号' },
      materials,
      truthDeclared: true,
      electronicService: true,
    });
    const path = `/api/applications/${applicationId}/acceptance`;
    const { caseNumber } = await clerk.post<AcceptApplicationReply>(path);
    return caseNumber;
  }

  const agencyOf = (caseNumber: string) =>
    until('the case is open', async () => {
      const found = await city.cast.auditor.getIfFound<FindCaseReply>(`/api/cases/${caseNumber}`);
      return found?.tracks[0]?.agency;
    });
});

describe(`A hundred searches among ${OTHER_ITEMS} items of other trades`, () => {
  beforeAll(async () => {
    const { administrator, public: everybody } = city.cast;
    await loadSynonyms(administrator);
    expect(await imported(searchedCatalogue(OTHER_ITEMS))).toMatchObject({
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
