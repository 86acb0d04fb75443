import { inChinese, type Block, type OfficialDocument } from '@onewindow/documents';
import { legalDateAt } from '@onewindow/kernel';
import type { CorrectedPaper, PaperContent } from '../../domain/paper-content.js';
import type { RegisteredPaper } from '../../views/papers.js';
import { bodyBlocks } from './paper-bodies.js';

/** A paper as it is printed: the same paper is the same document, whenever it is asked for. */
export function paperDocument(paper: RegisteredPaper, publicUrl: URL | null): OfficialDocument {
  const { content } = paper;
  return {
    title: paper.title,
    number: paper.number,
    issuer: paper.agency,
    language: 'zh-CN',
    madeAt: paper.issuedAt,
    blocks: [
      ...(content ? [...addressed(content), ...bodyBlocks(content)] : NOTHING_KEPT),
      ...(content?.corrects ? corrected(content.corrects) : []),
      {
        kind: 'seal',
        agency: paper.agency,
        date: inChinese(legalDateAt(paper.issuedAt)),
        captions: ['（电子印章，附于本文件之外，可扫码核验）', `核验码 ${paper.code}`],
      },
    ],
    footer: `${paper.title} · ${paper.number} · 文书编号 ${paper.reference}`,
    ...(publicUrl && { qr: { address: addressOf(paper, publicUrl), captions: HOW_TO_VERIFY } }),
  };
}

const HOW_TO_VERIFY = ['扫码或凭文书编号和核验码，可核验本文书的真伪、效力和电子印章。'];

/** The page of the portal, which asks for the verification itself. */
function addressOf({ reference, code }: RegisteredPaper, publicUrl: URL): string {
  const address = new URL(`/verification/papers/${encodeURIComponent(reference)}`, publicUrl);
  address.searchParams.set('code', code);
  return address.href;
}

function addressed({
  holder,
  premises,
  applicationNumber,
  caseNumber,
  item,
}: PaperContent): Block[] {
  return [
    { kind: 'text', text: `${holder.name}：` },
    {
      kind: 'fields',
      rows: [
        ['申请人', holder.name],
        ['统一社会信用代码', holder.creditCode],
        ['场所', `${premises.name}（${premises.address}）`],
        ...(item ? [['事项', item.name] as const] : []),
        ['申请编号', applicationNumber],
        ...(caseNumber === undefined ? [] : [['办件编号', caseNumber] as const]),
      ],
    },
  ];
}

const corrected = ({ number, reason, changes }: CorrectedPaper): Block[] => [
  { kind: 'heading', text: '更正说明' },
  {
    kind: 'text',
    text: `本文书更正文书编号 ${number} 的文字差错，自作出之日起以本文书为准，原文书存档可查。更正原因：${reason}`,
  },
  {
    kind: 'table',
    columns: [
      { title: '更正前', share: 1 },
      { title: '更正后', share: 1 },
    ],
    rows: changes.map(({ before, after }) => [before, after]),
  },
];

const NOTHING_KEPT: Block[] = [
  { kind: 'text', text: '本文书的内容未在文书登记中留存，请以送达的原件为准。' },
];
