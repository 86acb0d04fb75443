import {
  ChangePowerV1,
  FindItemV1,
  ImportCatalogueV1,
  ListImplementationsV1,
  ListItemsV1,
  ListPowersV1,
  SubmitApplicationV1,
} from '@onewindow/contracts';
import { verifyJournal } from '@onewindow/journal';
import { endOfDay, legalDate } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import pg from 'pg';
import { Centre } from './a-centre.js';
import { atWindow } from './at-window.js';
import { people } from './people.js';
import { aServiceItem, RECEIVED } from './situations.js';

const { administrator, owner } = people;
const WITHIN = { withinMs: 60_000 };
const code = 'drainage-permit';

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open(RECEIVED);
  await publish({
    decidingAgency: 'water',
    decidingAgencyName: '水务局',
    materials: aServiceItem().materials.map((each) =>
      each.code === 'report' ? { ...each, kind: 'certificate', basis: '某条例 7' } : each,
    ),
  });
});

afterAll(() => centre.close());

const { accept, filing, publish, submit } = atWindow(() => centre);

const change = (more: object) =>
  centre.ask(ChangePowerV1, administrator, {
    code,
    kind: 'transfer',
    effectiveOn: '2026-05-06',
    basis: '海政发〔2026〕3号',
    agency: 'bureau',
    agencyName: '行政审批服务局',
    ...more,
  });

describe('The power behind an item', () => {
  it('moves to the bureau on its day, while an application runs on with who decided before', async () => {
    const applicationId = await submit();
    await accept(applicationId);
    await expect(
      change({ effectiveOn: '2026-04-26', agency: 'water', agencyName: '水务局' }),
    ).rejects.toMatchObject({ unmet: [{ rule: 'from-now-on' }, { rule: 'another-agency' }] });
    expect(await change({})).toEqual({ code, effectiveOn: '2026-05-06', version: 2 });
    expect(await centre.ask(FindItemV1, undefined, { code })).toMatchObject({
      decidingAgency: 'water',
    });

    await centre.moveClockTo(endOfDay(legalDate('2026-05-05')));
    await eventually(
      async () =>
        expect(await centre.ask(FindItemV1, undefined, { code })).toMatchObject({
          decidingAgency: 'bureau',
          supervisingDepartment: 'water',
          version: 2,
        }),
      WITHIN,
    );

    const [filed] = await centre.tamper<{ agency: string }>(
      `select state #>> '{items,0,decidingAgency}' as agency from application where id = $1`,
      [applicationId],
    );
    expect(filed).toEqual({ agency: 'water' });
  });

  it('stands in the lists of powers and duties of both, with the certificates that may be asked for', async () => {
    const [decides, supervises] = await Promise.all(
      ['bureau', 'water'].map((agency) => centre.ask(ListPowersV1, undefined, { agency })),
    );

    expect(decides?.powers).toMatchObject([
      {
        item: code,
        duty: 'decides',
        certificates: [{ code: 'report', basis: '某条例 7' }],
        changes: [{ kind: 'transfer', from: '水务局', to: '行政审批服务局' }],
      },
    ]);
    expect(supervises?.powers).toMatchObject([{ item: code, duty: 'supervises' }]);
  });

  it('is exercised on levels that agree in name, code, materials and type, or it is told where not', async () => {
    const at = (district: string, level: string, differs = {}) => ({
      item: code,
      district,
      level,
      agency: 'bureau',
      agencyName: '审批局',
      area: 'city',
      differs,
    });
    const content = {
      format: 'onewindow-catalogue/1',
      implementations: [
        at('379900', '3'),
        at('379902', '4', { name: '排水证' }),
        at('379902001', '5', { itemType: 'public-service', materials: [] }),
      ].map(({ differs, ...each }) => ({
        ...each,
        ...('materials' in differs
          ? { differs: { ...differs, materials: aServiceItem().materials.slice(1) } }
          : { differs }),
      })),
    };
    const bytes = Buffer.from(JSON.stringify(content));
    const fileReceipt = await centre.upload(administrator.id, 'levels.json', bytes);
    await centre.ask(ImportCatalogueV1, administrator, { fileReceipt, dryRun: false });

    const { implementations } = await eventually(async () => {
      const found = await centre.ask(ListImplementationsV1, undefined, { code });
      expect(found.implementations).toHaveLength(3);
      return found;
    }, WITHIN);
    const rules = implementations.map(({ findings }) => findings.map(({ rule }) => rule));
    expect(rules).toEqual([
      [],
      ['same-name-on-all-levels'],
      ['same-materials-on-all-levels', 'same-type-on-all-levels'],
    ]);
    const below = await centre.ask(ListImplementationsV1, undefined, { code, district: '379902' });
    expect(below.implementations).toHaveLength(2);
  });

  it('is found by an everyday word, a theme, a life event, the agency and the district', async () => {
    const found = async (asked: object) =>
      (await centre.ask(ListItemsV1, undefined, asked)).items.map((each) => each.code);
    const words = { keywords: ['排污证'], themes: ['water'], lifeEvents: ['opening-a-shop'] };
    await publish({ code: 'sewage', name: '另一事项', resultName: '同意文', ...words });

    for (const asked of [
      { text: '排污证' },
      { text: '同意' },
      { theme: 'water' },
      { lifeEvent: 'opening-a-shop', agency: 'bureau', text: '另一' },
    ])
      expect(await found(asked)).toEqual(['sewage']);
    expect(await found({ district: '379902' })).toEqual([code]);
    expect(await found({ district: '379903' })).toEqual([]);
    expect(await found({ district: '379902', level: '4' })).toEqual([code]);
    expect(await found({ district: '379902', level: '4', text: '排水' })).toEqual([code]);
    expect(await found({ district: '379902', level: '3' })).toEqual([]);
    expect(await found({ district: '379902', level: '3', text: '排水' })).toEqual([]);
    expect(await found({ theme: 'wat' })).toEqual([]);
    expect(await found({ agency: 'water' })).toEqual([]);
  });

  it('is among what lists can be narrowed by: agencies, districts from the largest, levels from the highest', async () => {
    const { items, choices } = await centre.ask(ListItemsV1, undefined, {
      limit: 1,
      theme: 'water',
      choices: true,
    });

    expect(items).toHaveLength(1);
    expect(choices).toEqual({
      agencies: [{ code: 'bureau', name: '行政审批服务局' }],
      districts: [{ code: '379900' }, { code: '379902' }, { code: '379902001' }],
      levels: ['3', '4', '5'],
    });
    expect(await centre.ask(ListItemsV1, undefined, { limit: 1 })).not.toHaveProperty('choices');
  });

  it('ends with a cancellation: nobody applies any more, and it is not listed', async () => {
    const cancelled = { kind: 'cancel', effectiveOn: '2026-05-08', basis: '国发〔2026〕9号' };
    await change({ ...cancelled, agency: undefined, agencyName: undefined });
    await centre.moveClockTo(endOfDay(legalDate('2026-05-07')));
    await eventually(
      async () =>
        expect(await centre.ask(FindItemV1, undefined, { code })).toMatchObject({
          retiredOn: '2026-05-08',
        }),
      WITHIN,
    );

    expect((await centre.ask(ListItemsV1, undefined, { text: '排水' })).items).toEqual([]);
    await expect(centre.ask(SubmitApplicationV1, owner, await filing())).rejects.toMatchObject({
      unmet: [{ rule: 'item-in-force' }],
    });
    const pool = new pg.Pool({ connectionString: centre.database.superuserUrl });
    const { faults } = await verifyJournal(pool);
    await pool.end();
    expect(faults).toEqual([]);
  });
});
