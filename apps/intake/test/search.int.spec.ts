import {
  FindSynonymsV1,
  ListItemsV1,
  PublishSynonymsV1,
  SaveDraftV1,
  type ListItemsRequest,
} from '@onewindow/contracts';
import { eventually } from '@onewindow/testing';
import { Centre } from './a-centre.js';
import { atWindow, WITHIN } from './at-window.js';
import { people } from './people.js';
import { aServiceItem, RECEIVED } from './situations.js';

const { administrator, clerk } = people;
const NAMES = ['食品经营许可', '食品生产许可', '道路货物运输经营许可', '公共场所卫生许可'];

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open(RECEIVED);
  for (const [at, name] of NAMES.entries())
    await publish({ code: `item-${at}`, name, resultName: '批准文件', keywords: [] });
});

afterAll(() => centre.close());

const { publish } = atWindow(() => centre);

const search = async (text: string, asked: Partial<ListItemsRequest> = {}) =>
  (await centre.ask(ListItemsV1, undefined, { text, ...asked })).items;
const names = async (text: string) => (await search(text)).map(({ name }) => name);

const table = { groups: [{ words: ['开饭店'], means: ['食品经营许可'] }], ignored: ['怎么办'] };

describe('Searching the catalogue', () => {
  it.each([
    ['a word', '货物运输', '道路货物运输经营许可'],
    ['pinyin', 'daoluhuowu', '道路货物运输经营许可'],
    ['initials', 'ggcsws', '公共场所卫生许可'],
    ['another character of the same sound', '公共厂所', '公共场所卫生许可'],
    ['a transposed pair', '公场共所卫生', '公共场所卫生许可'],
  ])('finds by %s at once after the publication', async (_, text, name) => {
    expect((await names(text))[0]).toBe(name);
  });

  it('says why an item was found', async () => {
    expect(await search('spjyxk')).toEqual([
      {
        code: 'item-0',
        name: '食品经营许可',
        decidingAgencyName: '海棠市行政审批服务局',
        matched: { field: 'name', text: '食品经营许可', by: 'initials' },
      },
    ]);
  });

  it('shows nothing of a draft, and of a renamed item only the new name', async () => {
    const item = aServiceItem({ code: 'secret', name: '尚未公布的事项' });
    const draft = { code: 'secret', basedOn: 0, item };
    await centre.ask(SaveDraftV1, administrator, draft);
    await publish({ code: 'renamed', name: '烟草零售许可' });
    expect(await names('烟草零售')).toEqual(['烟草零售许可']);
    await publish({ code: 'renamed', name: '酒类批发许可' });

    expect(await names('尚未公布')).toEqual([]);
    expect(await names('烟草零售')).not.toContain('酒类批发许可');
    expect(await names('酒类批发')).toEqual(['酒类批发许可']);
  });

  it('goes page by page in the order of likeness', async () => {
    const all = await search('许可');
    const first = await centre.ask(ListItemsV1, undefined, { text: '许可', limit: 2 });
    const { nextCursor: cursor } = first;
    const rest = await centre.ask(ListItemsV1, undefined, { text: '许可', cursor });

    expect([...first.items, ...rest.items]).toEqual(all);
    expect(rest.nextCursor).toBeUndefined();
  });

  it('knows an everyday word from the moment on that an administrator publishes it', async () => {
    expect(await names('开饭店怎么办')).toEqual([]);
    await expect(
      centre.ask(PublishSynonymsV1, clerk, { ...table, basedOn: 0 }),
    ).rejects.toMatchObject({ code: 'not-permitted' });
    const both = await Promise.allSettled([
      centre.ask(PublishSynonymsV1, administrator, { ...table, basedOn: 0 }),
      centre.ask(PublishSynonymsV1, administrator, { ...table, ignored: [], basedOn: 0 }),
    ]);

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { edition, groups } = await centre.ask(FindSynonymsV1, undefined, {});
    expect({ edition, groups }).toEqual({ edition: 1, groups: table.groups });
    expect((await search('开饭店'))[0]).toMatchObject({
      code: 'item-0',
      matched: { by: 'synonym', synonym: '开饭店' },
    });
  });

  it('makes its index again where it was lost', async () => {
    await centre.tamper('truncate search_item, search_gram');
    await centre.tamper('insert into search_todo (item) select id from catalogue_item');

    await eventually(async () => expect(await names('道路货物')).toHaveLength(1), WITHIN);
  });

  it('has the tables looked at after much was published, so that no plan is made for what was there before', async () => {
    await centre.tamper(
      'insert into search_todo (item) select id from catalogue_item, generate_series(1, 100)',
    );

    await eventually(async () => {
      const looked = await centre.tamper<{ relname: string }>(
        `select relname from pg_stat_user_tables where last_analyze is not null order by relname`,
      );
      expect(looked.map(({ relname }) => relname)).toEqual([
        'catalogue_item',
        'implementation',
        'item_version',
        'search_gram',
        'search_item',
      ]);
    }, WITHIN);
    // As long as much is queued, nobody waits for what was published last.
    await eventually(
      async () => expect(await centre.tamper('select from search_todo limit 1')).toEqual([]),
      WITHIN,
    );
  });

  it('finds nothing of an item that is published no longer', async () => {
    await publish({ code: 'short-lived', name: '短期试点事项' });
    expect(await names('短期试点')).toEqual(['短期试点事项']);
    await centre.tamper(
      `update catalogue_item set state = jsonb_set(state, '{retired}', '{"on":"2026-01-01"}')
       where id = 'short-lived'`,
    );

    expect(await names('短期试点')).toEqual([]);
    const left = await centre.tamper(`select from search_item where item = 'short-lived'`);
    expect(left).toHaveLength(0);
  });
});
