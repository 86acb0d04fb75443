import { aServiceItem } from '../../../test/situations.js';
import type { CatalogueFile } from '../../domain/catalogue/catalogue-file.js';
import { Entries } from './entries.js';
import { CATALOGUE_FORMAT } from './json-catalogue.js';
import { readCatalogue } from './stored-catalogue-files.js';
import type { Written } from '../../views/catalogue-writing.js';
import { csv, json } from './written.js';

const read = async (content: string | Uint8Array, name: string): Promise<CatalogueFile> => {
  const entries = new Entries();
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  await readCatalogue(bytes, { name, mediaType: '' }, entries);
  return entries.file();
};
const asJson = (content: object) =>
  read(JSON.stringify({ format: CATALOGUE_FORMAT, ...content }), 'catalogue.json');
const rulesOf = ({ faults }: CatalogueFile) =>
  faults.map(({ row, unmet: { rule, path } }) => [row, rule, path]);

const ITEM = {
  ...aServiceItem(),
  questions: [{ question: '多久？', answer: '二十日，\n自受理之日起。' }],
  statutoryTerm: {
    ...aServiceItem().statutoryTerm,
    exclusions: [
      { procedure: 'sampling', name: '抽样|送检', nameEn: 'sampling', article: '某法 12' },
      { procedure: 'notice', name: '公示', article: '某条例第九条' },
    ],
  },
  lapse: { unit: 'month', count: 3, from: 'service', source: '某法 9' } as const,
};
const IMPLEMENTATION = {
  item: ITEM.code,
  district: '379901',
  level: '4',
  agency: 'bureau',
  agencyName: '=HYPERLINK("x")',
} as const;

const written = (...entries: readonly Written[]) =>
  csv.begin + entries.map((each) => csv.entry(each, true)).join('');
const BOTH: readonly Written[] = [
  { list: 'items', state: { id: ITEM.code, edition: 1, item: ITEM } },
  { list: 'implementations', state: { ...IMPLEMENTATION, id: 'x', latest: 1 } },
];

describe('A catalogue as a table', () => {
  it('comes back as it went out, whatever no column holds', async () => {
    const { items, implementations, faults } = await read(written(...BOTH), 'catalogue.csv');

    expect(faults).toEqual([]);
    expect(items).toEqual([{ row: 2, entry: { publication: 'published', item: ITEM } }]);
    expect(implementations.map(({ entry }) => entry)).toEqual([IMPLEMENTATION]);
  });

  it('names the column of an exclusion that has no article', async () => {
    const text = written(...BOTH).replace('公示|某条例第九条', '公示');

    expect(rulesOf(await read(text, 'a.csv'))).toEqual([
      [2, 'cell-readable', 'anticipate_exclude'],
    ]);
  });

  it('goes out without anything that a spreadsheet runs', () => {
    expect(written(...BOTH)).toContain(`"'=HYPERLINK(""x"")"`);
    expect(written(...BOTH)).not.toMatch(/(^|,)"?[=+@]/m);
  });

  it('is read with a byte-order mark, without one, and in GB18030', async () => {
    const text = written(...BOTH);
    const plain = text.replace('\uFEFF', '');
    const gb18030 = Uint8Array.from(
      [...plain].flatMap((character) => GB18030.get(character) ?? [character.charCodeAt(0)]),
    );

    const { items } = await read(text, 'a.csv');
    expect((await read(plain, 'a.csv')).items).toEqual(items);
    expect((await read(gb18030, 'a.csv')).items).toEqual(items);
  });

  it('names the row and the column of every fault, past quoted line breaks', async () => {
    const [heading = ''] = csv.begin.split('\r\n');
    const columns = heading.replace('\uFEFF', '').split(',');
    const row = (cells: Readonly<Record<string, string>>) =>
      columns.map((name) => `"${cells[name] ?? ''}"`).join(',');
    const text = [
      heading,
      row({ record: 'item', item_code: 'a', by_law: '某法 1\n某法 2', is_fee: 'maybe' }),
      row({ record: 'item', item_code: 'b', anticipate_day: '20', anticipate_explain: '某法 3' }),
      row({ record: 'material', item_code: 'b', material_name: '表' }),
      row({ record: 'material', item_code: 'c' }),
      row({ record: 'pigeon', item_code: 'd' }),
      'item,short',
      '',
    ].join('\r\n');

    expect(rulesOf(await read(text, 'a.csv'))).toEqual(
      expect.arrayContaining([
        [2, 'cell-readable', 'is_fee'],
        [4, 'required', 'anticipate_type'],
        [5, 'required', 'material_code'],
        [5, 'required', 'is_need'],
        [6, 'item-in-file', 'item_code'],
        [7, 'record-known', 'record'],
        [8, 'row-complete', undefined],
      ]),
    );
  });

  it('is refused when its end is cut off, wherever', async () => {
    const text = written(...BOTH);
    for (const end of [text.length - 2, text.length - 9, text.length - 60, 400])
      expect(rulesOf(await read(text.slice(0, end), 'a.csv')).length).toBeGreaterThan(0);
    expect(rulesOf(await read('record,item_code\r\nitem,"a', 'a.csv'))).toEqual([
      [2, 'file-complete', undefined],
      [2, 'file-complete', undefined],
    ]);
  });

  it('names the line on which a broken record begins, past quoted line breaks', async () => {
    const text = 'record,item_code\r\nitem,"a\r\n\r\nb"\r\nitem,"c\r\nd"e\r\n';

    expect(rulesOf(await read(text, 'a.csv'))).toEqual([[5, 'file-complete', undefined]]);
  });

  it('has fifty thousand rows, between which others have their turn', async () => {
    const head = 'record,item_code,district,use_level,dept_code,dept_name';
    const row = 'implementation,drainage-permit,379901,4,bureau,"审批局\r\n东城分局"\r\n';
    let turns = 0;
    const count = () => {
      turns += 1;
      turn = setImmediate(count);
    };
    let turn = setImmediate(count);
    const text = `${head}\r\n${row.repeat(50_000)}cut,off\r\n`;
    const { implementations, faults } = await read(text, 'a.csv');
    clearImmediate(turn);

    expect(implementations).toHaveLength(50_000);
    expect(faults).toMatchObject([{ row: 100_002, unmet: { rule: 'row-complete' } }]);
    expect(turns).toBeGreaterThan(500);
  });

  it('names columns that are missing or unknown', async () => {
    expect(rulesOf(await read('record,color\r\n', 'a.csv'))).toEqual([
      [1, 'column-there', 'item_code'],
      [1, 'column-known', 'color'],
    ]);
  });
});

describe('A catalogue as JSON', () => {
  it('comes back as it went out', async () => {
    const [item, implementation] = BOTH;
    const text = [
      json.begin,
      json.opening('items'),
      json.entry(item!, true),
      json.opening('implementations'),
      json.entry(implementation!, true),
      json.opening('bundles'),
      json.end,
    ].join('');
    const { items, implementations, bundles, faults } = await read(text, 'a.json');

    expect(faults).toEqual([]);
    expect([items, implementations, bundles].map(({ length }) => length)).toEqual([1, 1, 0]);
    expect(items[0]?.entry.item).toEqual(ITEM);
  });

  it('names the place of every fault, of an item without a unit for its days for example', async () => {
    const { statutoryTerm, ...rest } = aServiceItem();
    const { unit: _, ...term } = statutoryTerm;

    expect(rulesOf(await asJson({ items: [ITEM, { ...rest, statutoryTerm: term }] }))).toEqual([
      [2, 'required', 'items.1.statutoryTerm.unit'],
    ]);
    expect(rulesOf(await asJson({ items: [{ name: 'x', color: 'red' }] }))).toEqual([
      [1, 'known-field', 'items.0.color'],
    ]);
    expect(rulesOf(await asJson({ items: 7, other: [] }))).toEqual([
      [1, 'known-field', 'other'],
      [1, 'is-array', 'items'],
    ]);
  });

  it('is refused when it is nested ten thousand deep, or cut off', async () => {
    const deep = `{"format":"${CATALOGUE_FORMAT}","items":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;

    expect(rulesOf(await read(deep, 'a.json'))).toEqual([[1, 'nesting', undefined]]);
    expect(rulesOf(await read('{"format":', 'a.json'))).toEqual([[1, 'file-complete', undefined]]);
    expect(rulesOf(await read('{}', 'a.json'))).toEqual([[1, 'format-named', 'format']]);
    expect(rulesOf(await read(Uint8Array.of(0xff, 0xff), 'a.json'))).toEqual([
      [1, 'text-readable', undefined],
    ]);
  });
});

/** The two-byte characters of GB18030, as its decoder knows them. */
const GB18030 = new Map<string, readonly number[]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1)
  for (let trail = 0x40; trail <= 0xfe; trail += 1)
    if (trail !== 0x7f) GB18030.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
