import { inChinese, type OfficialDocument } from '@onewindow/documents';
import { legalDateAt } from '@onewindow/kernel';
import type { ServiceMethod, ServiceRecord } from '../../domain/application.js';
import type { RegisteredPaper } from '../../views/papers.js';

const METHODS: Readonly<Record<ServiceMethod, string>> = {
  electronic: '电子送达（申请人同意）',
  window: '窗口直接送达',
  post: '邮寄送达',
  left: '留置送达',
  entrusted: '委托或者转交送达',
  announcement: '公告送达',
};

/** The record of service 送达回证: what was handed over, to whom, how and when (许可法 44). */
export function serviceRecordDocument(
  paper: RegisteredPaper,
  service: ServiceRecord,
): OfficialDocument {
  const { method, servedAt, receivedBy, recordedAt } = service;
  const day = inChinese(legalDateAt(servedAt));
  return {
    title: '送达回证',
    issuer: paper.agency,
    language: 'zh-CN',
    madeAt: recordedAt ?? servedAt,
    blocks: [
      {
        kind: 'fields',
        rows: [
          ['送达文书', paper.title],
          ['文号', paper.number],
          ['文书编号', paper.reference],
          ['制作机关', paper.agency],
          ['受送达人', paper.content?.holder.name ?? ''],
          ['送达方式', METHODS[method]],
          ...(SIGNED.has(method) ? ([['签收人', receivedBy]] as const) : []),
          ...evidenceOf(service),
          // Of a day that was recorded later nobody wrote down the hour.
          ['送达时间', recordedAt === undefined ? `${day} ${timeOf(servedAt)}` : day],
          ...(recordedAt === undefined
            ? []
            : ([
                ['登记时间', `${inChinese(legalDateAt(recordedAt))} ${timeOf(recordedAt)}`],
              ] as const)),
          ...correctionsOf(service),
        ],
      },
    ],
    footer: `送达回证 · ${paper.reference}`,
  };
}

const SIGNED: ReadonlySet<ServiceMethod> = new Set(['electronic', 'window', 'post', 'entrusted']);

type Row = readonly [string, string];

function evidenceOf(service: ServiceRecord): readonly Row[] {
  const { witnesses, recording, receiptNumber, through, noticedOn, noticedIn, otherWaysFailed } =
    service;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['见证人', witnesses?.join('、')],
    ['照片、录像存放处', recording],
    ['邮件回执编号', receiptNumber],
    ['受委托（转交）单位或者个人', through],
    ['公告之日', noticedOn && inChinese(noticedOn)],
    ['公告刊登处', noticedIn],
    ['无法以其他方式送达的原因', otherWaysFailed],
  ];
  return rows.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const]));
}

const correctionsOf = ({ replaced = [] }: ServiceRecord): readonly Row[] =>
  replaced.map(({ servedAt, method, reason, replacedAt }) => [
    '更正',
    `${inChinese(legalDateAt(replacedAt))}更正：原登记为${inChinese(legalDateAt(servedAt))}${METHODS[method]}，${reason}`,
  ]);

const timeOf = (instant: string): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
