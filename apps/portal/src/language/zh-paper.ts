import type { VerifyPaperReply } from '../api/replies.js';
import type { ByKind } from './by-kind.js';

/** What the page about one official paper says, in Chinese. */
export const zhPaper = {
  title: '文书核验',
  lead: '扫描文书上的二维码，或者输入文号和核验码，核对这份文书是否真实、是否仍然有效。',
  number: '文号或文书编号',
  numberHint: '印在文书标题下方或者末页',
  code: '核验码',
  codeHint: '印在二维码旁边',
  needed: '请填写',
  verify: '核验',
  standings: {
    genuine: '真实有效',
    replaced: '已被更正后的文书代替',
    withdrawn: '所载决定已被撤销',
  } satisfies ByKind<VerifyPaperReply['standing']>,
  standingTexts: {
    genuine: '这份文书由下列机关作出，现在有效。',
    replaced: '这份文书真实，但有文字差错，请以更正后的文书为准。',
    withdrawn: '这份文书真实，但它所载的决定已被复议机关或者人民法院撤销。',
  } satisfies ByKind<VerifyPaperReply['standing']>,
  name: '文书名称',
  officialNumber: '文号',
  reference: '文书编号',
  issuedBy: '作出机关',
  issuedAt: '作出时间',
  sealedAt: '盖章时间',
  replacedBy: '更正后的文号',
  corrects: '被更正的文号',
  original: '下载存档的原件（PDF）',
  caution: '请与手里的文书逐项核对；不一致的，请拨打 12345。',
  compare: '核对手里的 PDF',
  compareHint: '选择 PDF 文件，在本机计算摘要并与存档比对，不会上传。',
  file: 'PDF 文件',
  same: '与存档的原件一字不差。',
  different: '与存档的原件不同：内容被改动过，或者不是同一份文件。',
  unreadable: '这个浏览器现在不能计算摘要，请用 HTTPS 地址打开本页。',
  digest: '原件的 SHA-256 摘要',
  technical: '电子印章与摘要',
  seal: (algorithm: string) => `电子印章（${algorithm}）`,
  signedText: '被签名的内容',
  signature: '签名',
  publicKey: '公钥',
};
export type PaperWords = typeof zhPaper;
