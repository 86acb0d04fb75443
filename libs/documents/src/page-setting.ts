import type { Block, OfficialDocument } from './official-document.js';
import type { Content, DocumentDefinition } from './pdfmake.js';
import { inPieces, MISSING, type PrintableText } from './printable-text.js';

export const FONT = 'NotoSansSC';

/** A4 in points, between margins of 2.3 cm. */
const PAGE = { width: 595.28, margin: 65 };
const LINE = PAGE.width - 2 * PAGE.margin;
const CELL_PADDING = 10;

/** Sets a document in pages: one look for all of them. */
export function pagesOf(document: OfficialDocument, text: PrintableText): DocumentDefinition {
  const blocks = document.blocks.flatMap((block) => setBlock(block, text));
  const head = headOf(document, text);
  const qr = qrOf(document, text);
  const footer = text.of(document.footer);
  return {
    pageSize: 'A4',
    pageMargins: [PAGE.margin, 60, PAGE.margin, 60],
    language: document.language,
    displayTitle: true,
    info: {
      title: text.of(document.title),
      author: text.of(document.issuer),
      creator: 'OneWindow',
      producer: 'OneWindow',
      creationDate: new Date(document.madeAt),
    },
    defaultStyle: { font: FONT, fontSize: 10.5, lineHeight: 1.25 },
    content: [...head, ...blocks, ...qr, ...missingNote(text)],
    footer: (page, pages) => ({
      margin: [PAGE.margin, 22, PAGE.margin, 0],
      fontSize: 8,
      color: '#555555',
      columns: [
        { text: inPieces(footer), width: LINE - 80 },
        { text: `第 ${page} 页 共 ${pages} 页`, width: 80, alignment: 'right' },
      ],
    }),
  };
}

const headOf = ({ title, number, subtitle }: OfficialDocument, text: PrintableText): Content[] => [
  {
    text: inPieces(text.of(title)),
    bold: true,
    fontSize: 18,
    alignment: 'center',
    margin: [0, 0, 0, 6],
  },
  ...(number === undefined
    ? []
    : [
        {
          text: inPieces(text.of(number)),
          alignment: 'center' as const,
          margin: [0, 0, 0, 4] as const,
        },
      ]),
  ...(subtitle === undefined
    ? []
    : [
        {
          text: inPieces(text.of(subtitle)),
          alignment: 'center' as const,
          color: '#555555',
          margin: [0, 0, 0, 4] as const,
        },
      ]),
  { text: '', margin: [0, 0, 0, 6] },
];

function setBlock(block: Block, text: PrintableText): Content[] {
  switch (block.kind) {
    case 'heading':
      return [
        { text: inPieces(text.of(block.text)), bold: true, fontSize: 12, margin: [0, 10, 0, 4] },
      ];
    case 'text':
      return [
        {
          text: inPieces(text.of(block.text)),
          margin: [0, 0, 0, 6],
          ...(block.indented && { leadingIndent: 21 }),
        },
      ];
    case 'note':
      return [
        {
          text: inPieces(text.of(block.text)),
          fontSize: 8.5,
          color: '#555555',
          margin: [0, 2, 0, 6],
        },
      ];
    case 'list': {
      const items = block.items.map((item) => ({
        text: inPieces(text.of(item)),
        margin: [0, 0, 0, 3] as const,
      }));
      if (items.length === 0) return [];
      return [
        block.numbered ? { ol: items, margin: [0, 0, 0, 6] } : { ul: items, margin: [0, 0, 0, 6] },
      ];
    }
    case 'fields':
      return block.rows.length === 0 ? [] : [fieldsTable(block.rows, text)];
    case 'table':
      return [
        gridTable(
          block.columns.map(({ share }) => share),
          [
            block.columns.map(({ title }) => ({ text: inPieces(text.of(title)), bold: true })),
            ...block.rows.map((row) => row.map((cell) => ({ text: inPieces(text.of(cell)) }))),
          ],
        ),
      ];
    case 'seal':
      return [sealBlock(block, text)];
  }
}

const fieldsTable = (rows: readonly (readonly [string, string])[], text: PrintableText): Content =>
  gridTable(
    [1, 3],
    rows.map(([label, value]) => [
      { text: inPieces(text.of(label)), bold: true },
      { text: inPieces(text.of(value)) },
    ]),
    0,
  );

/** Widths in points: a word that is longer than its column is broken, it never pushes the page aside. */
function gridTable(
  shares: readonly number[],
  body: readonly (readonly Content[])[],
  headerRows = 1,
): Content {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const free = LINE - shares.length * CELL_PADDING;
  return {
    table: {
      headerRows,
      widths: shares.map((share) => (free * share) / whole),
      body: body.map((row) => [...row]),
      dontBreakRows: false,
    },
    layout: GRID,
    fontSize: 9.5,
    margin: [0, 2, 0, 8],
  };
}

const GRID = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => '#888888',
  vLineColor: () => '#888888',
  paddingLeft: () => 4.5,
  paddingRight: () => 4.5,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

const sealBlock = (
  { agency, date, captions }: Extract<Block, { kind: 'seal' }>,
  text: PrintableText,
): Content => ({
  unbreakable: true,
  margin: [LINE * 0.4, 18, 0, 6],
  stack: [
    { text: inPieces(text.of(agency)), alignment: 'center', bold: true },
    { text: inPieces(text.of(date)), alignment: 'center', margin: [0, 2, 0, 2] },
    ...captions.map((caption) => ({
      text: inPieces(text.of(caption)),
      alignment: 'center' as const,
      fontSize: 8.5,
      color: '#b00020',
    })),
  ],
});

function qrOf({ qr }: OfficialDocument, text: PrintableText): Content[] {
  if (qr === undefined) return [];
  return [
    {
      unbreakable: true,
      margin: [0, 12, 0, 0],
      columnGap: 12,
      columns: [
        { qr: qr.address, fit: 84, width: 90, eccLevel: 'M' },
        {
          width: LINE - 102,
          stack: [...qr.captions, qr.address].map((caption) => ({
            text: inPieces(text.of(caption)),
            fontSize: 8.5,
            margin: [0, 1, 0, 1] as const,
          })),
        },
      ],
    },
  ];
}

/** Asked last, when everything else was set. */
const missingNote = ({ missing }: PrintableText): Content[] =>
  missing.length === 0
    ? []
    : [
        {
          text: `${MISSING} 为字库未收录的字符，依次编码：${missing.slice(0, MOST_NAMED).join('、')}${missing.length > MOST_NAMED ? ' 等' : ''}。`,
          fontSize: 8,
          color: '#555555',
          margin: [0, 8, 0, 0],
        },
      ];

const MOST_NAMED = 40;
