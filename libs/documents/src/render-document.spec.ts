import type { OfficialDocument } from './official-document.js';
import { textOfPages } from './pdf-text.js';
import { renderDocument } from './render-document.js';

const aDocument = (rest: Partial<OfficialDocument> = {}): OfficialDocument => ({
  title: '准予行政许可决定书',
  number: '海审批准字〔2026〕第12号',
  issuer: '海棠市行政审批服务局',
  language: 'zh-CN',
  madeAt: '2026-11-22T00:00:00+08:00',
  blocks: [
    { kind: 'text', text: '经审查，你单位的申请符合法定条件。', indented: true },
    { kind: 'list', numbered: true, items: ['食品安全法 35'] },
    { kind: 'fields', rows: [['申请人', '海棠小馆']] },
    { kind: 'table', columns: [{ title: '材料', share: 1 }], rows: [['布局图']] },
    { kind: 'note', text: '附注' },
    {
      kind: 'seal',
      agency: '海棠市行政审批服务局',
      date: '2026年11月22日',
      captions: ['电子印章'],
    },
  ],
  footer: '页脚',
  qr: { address: 'https://onewindow.example/items/food?on=2026-11-22', captions: ['扫码核验'] },
  ...rest,
});

const HOSTILE = [
  'A'.repeat(5_000),
  `https://onewindow.example/${'x/'.repeat(2_000)}`,
  '字'.repeat(6_000),
  '😀'.repeat(300),
  'اَلْعَرَبِيَّةُ '.repeat(50),
  '\u202e\u0000\u0007\ud800',
  '\n'.repeat(200),
  '',
];

describe('An official document as PDF', () => {
  it('holds everything that it says as text that can be searched and copied', async () => {
    const [page = ''] = textOfPages(await renderDocument(aDocument()));

    for (const words of [
      '准予行政许可决定书',
      '海审批准字〔2026〕第12号',
      '经审查，你单位的申请符合法定条件。',
      '食品安全法 35',
      '申请人',
      '海棠小馆',
      '布局图',
      '电子印章',
      '第 1 页 共 1 页',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('is read as it is written also where letters are joined', async () => {
    const text = { kind: 'text', text: 'verifications: ABCDEF0123456789' } as const;
    const [page = ''] = textOfPages(await renderDocument(aDocument({ blocks: [text] })));

    expect(page).toContain('verifications: ABCDEF0123456789');
  });

  it('names its title, its issuer and its language, and no time but its own', async () => {
    const pdf = Buffer.from(await renderDocument(aDocument())).toString('latin1');
    const utf16 = (text: string) =>
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');

    expect(pdf).toContain('/Lang (zh-CN)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf.replace(/\\([\\()])/g, '$1')).toContain(utf16('海棠市'));
    expect(pdf).toContain('D:20261121160000Z');
    expect(pdf.match(/D:\d{14}/g)).toHaveLength(1);
  });

  it('embeds what it needs of the font and not the font', async () => {
    expect((await renderDocument(aDocument())).length).toBeLessThan(60_000);
  });

  it('is the same bytes each time, also after another document', async () => {
    const first = await renderDocument(aDocument());
    await renderDocument(aDocument({ title: '别的', blocks: [] }));

    expect((await renderDocument(aDocument())).equals(first)).toBe(true);
  });

  it.each(HOSTILE.map((text, index) => [index, text] as const))(
    'is not broken by hostile text (%i)',
    async (_index, text) => {
      const pdf = await renderDocument(
        aDocument({
          title: text.slice(0, 300),
          blocks: [
            { kind: 'text', text },
            { kind: 'list', items: [text] },
            { kind: 'fields', rows: [[text.slice(0, 500), text]] },
            {
              kind: 'table',
              columns: [
                { title: '甲', share: 1 },
                { title: '乙', share: 5 },
              ],
              rows: [[text, '完']],
            },
          ],
        }),
      );
      const pages = textOfPages(pdf);

      expect(pages.join('')).toContain('完');
      expect(pages.at(-1)).toContain(`第 ${pages.length} 页 共 ${pages.length} 页`);
    },
  );

  it('keeps every line inside the page', async () => {
    const long = { kind: 'text', text: 'W'.repeat(3_000) } as const;
    const pages = textOfPages(await renderDocument(aDocument({ blocks: [long] })));

    expect(pages.join('').match(/W/g)).toHaveLength(3_000);
    expect(pages.length).toBeGreaterThan(1);
  });

  it('says which characters the font does not have', async () => {
    const text = { kind: 'text', text: '经营者：李𠮷' } as const;
    const [page = ''] = textOfPages(await renderDocument(aDocument({ blocks: [text] })));

    expect(page).toContain('〓 为字库未收录的字符，依次编码：U+20BB7。');
  });
});
