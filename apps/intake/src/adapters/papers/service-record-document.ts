import { inChinese, type OfficialDocument } from '@onewindow/documents';
import { legalDateAt } from '@onewindow/kernel';
import type { ServiceMethod, ServiceRecord } from '../../domain/application.js';
import type { RegisteredPaper } from '../../views/papers.js';

const METHODS: Readonly<Record<ServiceMethod, string>> = {
  electronic: '电子送达（申请人同意）',
  window: '窗口直接送达',
  post: '邮寄送达',
};

/** The record of service 送达回证: what was handed over, to whom, how and when (许可法 44). */
export function serviceRecordDocument(
  paper: RegisteredPaper,
  { method, servedAt, receivedBy }: ServiceRecord,
): OfficialDocument {
  return {
    title: '送达回证',
    issuer: paper.agency,
    language: 'zh-CN',
    madeAt: servedAt,
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
          ['签收人', receivedBy],
          ['送达时间', `${inChinese(legalDateAt(servedAt))} ${timeOf(servedAt)}`],
        ],
      },
    ],
    footer: `送达回证 · ${paper.reference}`,
  };
}

const timeOf = (instant: string): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
