import {
  ExportCatalogueV1,
  FindBundleV1,
  FindDraftV1,
  FindImportV1,
  FindItemV1,
  ImportCatalogueV1,
  ListBundlesV1,
  type ReplyOf,
} from '@onewindow/contracts';
import { verifyJournal } from '@onewindow/journal';
import { eventually } from '@onewindow/testing';
import pg from 'pg';
import { Centre } from './a-centre.js';
import { people } from './people.js';
import { aServiceItem, RECEIVED } from './situations.js';

const { administrator } = people;
const WITHIN = { withinMs: 60_000 };

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open(RECEIVED);
});

afterAll(() => centre.close());

const imported = async (
  content: object | string,
  { dryRun = false, name = 'catalogue.json' } = {},
): Promise<ReplyOf<typeof FindImportV1>> => {
  const whole = typeof content === 'string' ? content : JSON.stringify(content);
  const fileReceipt = await centre.upload(administrator.id, name, Buffer.from(whole));
  const { importId } = await centre.ask(ImportCatalogueV1, administrator, { fileReceipt, dryRun });
  return eventually(async () => {
    const found = await centre.ask(FindImportV1, administrator, { importId });
    expect(found.status).not.toBe('received');
    return found;
  }, WITHIN);
};

const catalogue = (content: object) => ({ format: 'onewindow-catalogue/1', ...content });
const node = (id: string, item?: string) => ({ id, name: id, kind: 'item', ...(item && { item }) });
const BUNDLE = {
  code: 'restaurant',
  name: '开办餐饮店一件事',
  plan: {
    nodes: [node('drain', 'drainage-permit'), node('sign', 'sign'), node('smoke', 'tobacco')],
    edges: [{ from: 'drain', to: 'sign', type: 'hard' }],
    jointInspection: ['sign'],
  },
};
const ITEMS = [aServiceItem(), aServiceItem({ code: 'sign', name: '招牌' })];

describe('Importing a catalogue', () => {
  it('with faults takes nothing, and tells all of them with their rows', async () => {
    const report = await imported(
      catalogue({
        items: [...ITEMS, aServiceItem({ code: 'sign', charged: true })],
        implementations: [
          { item: 'nothing', district: '379901', level: '5', agency: 'a', agencyName: 'A' },
        ],
        bundles: [
          {
            ...BUNDLE,
            plan: {
              ...BUNDLE.plan,
              edges: [...BUNDLE.plan.edges, { from: 'sign', to: 'drain', type: 'start' }],
            },
          },
        ],
      }),
    );
    const rules = report.findings.map(({ row, rule }) => `${String(row)} ${rule}`);

    expect(report.status).toBe('refused');
    expect(rules).toEqual(
      expect.arrayContaining([
        '1 item-known',
        '1 district-of-that-level',
        '1 no-cycle',
        '3 listed-once',
        '3 fee-has-a-basis',
      ]),
    );
    await expect(centre.ask(FindItemV1, undefined, { code: 'sign' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('tried tells what would change and changes nothing', async () => {
    const report = await imported(catalogue({ items: ITEMS, bundles: [BUNDLE] }), { dryRun: true });

    expect(report).toMatchObject({
      status: 'tried',
      items: { added: 2, changed: 0, same: 0 },
      bundles: { added: 1 },
      faults: 0,
    });
    await expect(centre.ask(FindItemV1, undefined, { code: 'sign' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('takes a bundle never seen before; a node whose item is absent is told as not offered here', async () => {
    const documentation = { code: 'charts', name: '流程图', plan: { nodes: [], edges: [] } };
    const report = await imported(
      catalogue({
        items: [...ITEMS, { code: 'unfinished', name: '未完成', publication: 'draft' }],
        bundles: [BUNDLE, documentation],
      }),
    );

    expect(report).toMatchObject({ status: 'taken', items: { added: 3 }, bundles: { added: 2 } });
    expect(report.notes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'not-offered-here', subject: 'restaurant/smoke' }),
        expect.objectContaining({ rule: 'documentation-only', subject: 'charts' }),
        expect.objectContaining({ rule: 'term-published', subject: 'unfinished 未完成' }),
      ]),
    );
    const bundle = await centre.ask(FindBundleV1, undefined, { code: 'restaurant' });
    expect(bundle.items.map(({ code }) => code)).toEqual(['drainage-permit', 'sign']);
    expect(bundle).toMatchObject({
      jointInspection: ['sign'],
      plan: { edges: [{ type: 'hard' }] },
    });
    const { bundles } = await centre.ask(ListBundlesV1, undefined, {});
    expect(bundles.map(({ code }) => code)).toEqual(['restaurant']);
    const draft = await centre.ask(FindDraftV1, administrator, { code: 'unfinished' });
    expect(draft).toMatchObject({ revision: 1, status: 'drafted' });
  });

  it('again changes nothing, and what changed makes a version', async () => {
    const again = await imported(catalogue({ items: ITEMS, bundles: [BUNDLE] }));
    expect(again).toMatchObject({
      status: 'taken',
      items: { added: 0, changed: 0, same: 2 },
      bundles: { same: 1 },
    });

    const changed = await imported(catalogue({ items: [aServiceItem({ quantityLimit: '五家' })] }));
    expect(changed.changes).toEqual([
      { subject: 'drainage-permit', change: 'changed', fields: ['quantityLimit'] },
    ]);
    const item = await centre.ask(FindItemV1, undefined, { code: 'drainage-permit' });
    expect(item).toMatchObject({ quantityLimit: '五家', version: 2 });
  });

  it('takes back what was exported, table or JSON, without a change', async () => {
    for (const format of ['csv', 'json'] as const) {
      let text = '';
      let cursor: string | undefined;
      do {
        const part = await centre.ask(ExportCatalogueV1, administrator, {
          format,
          ...(cursor !== undefined && { cursor }),
        });
        text += part.text;
        cursor = part.nextCursor;
      } while (cursor !== undefined);
      const report = await imported(text, { name: `catalogue.${format}` });

      expect(report).toMatchObject({ status: 'taken', items: { added: 0, changed: 0, same: 2 } });
    }
  });

  it('takes many rows in one transaction, of which none stands alone', async () => {
    const districts = Array.from({ length: 1_200 }, (_, at) => ({
      item: 'sign',
      district: `${String(379_901 + (at % 10))}${String(at).padStart(3, '0').slice(-3)}`,
      level: '5',
      agency: 'bureau',
      agencyName: '镇政府',
    }));
    const unique = [...new Map(districts.map((each) => [each.district, each])).values()];
    const report = await imported(catalogue({ implementations: unique }));

    expect(report).toMatchObject({ status: 'taken', implementations: { added: unique.length } });
    const pool = new pg.Pool({ connectionString: centre.database.superuserUrl });
    const { faults } = await verifyJournal(pool);
    const { rows } = await pool.query('select count(*)::int as count from implementation');
    await pool.end();
    expect(faults).toEqual([]);
    expect(rows).toEqual([{ count: unique.length }]);
  });
});
