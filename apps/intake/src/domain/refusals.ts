import { defineRefusals } from '@onewindow/kernel';

/** Every "no" of intake, with what to do about it. */
export const intakeRefusals = defineRefusals({
  'application-not-possible': {
    kind: 'unmet',
    zh: '申请暂不能提交，请按所列各项补齐后再提交。',
    en: 'The application cannot be filed yet; settle everything listed and file it again.',
  },
  'correction-not-possible': {
    kind: 'unmet',
    zh: '补正告知暂不能发出；补正只能告知一次，请按所列各项写全。',
    en: 'The correction notice cannot be given; it is given once, so complete it as listed.',
  },
  'resubmission-not-possible': {
    kind: 'unmet',
    zh: '补正材料暂不能提交，请按所列各项更正。',
    en: 'The corrections cannot be handed in; correct what is listed.',
  },
  'acceptance-not-possible': {
    kind: 'unmet',
    zh: '暂不能受理，请处理所列各项。',
    en: 'The application cannot be accepted; settle what is listed.',
  },
  'non-acceptance-not-possible': {
    kind: 'unmet',
    zh: '暂不能作出不予受理决定，请按所列各项补充。',
    en: 'Non-acceptance cannot be declared; complete what is listed.',
  },
  'service-not-possible': {
    kind: 'unmet',
    zh: '该文书不能登记送达，请核对所列各项。',
    en: 'The service of this paper cannot be recorded; check what is listed.',
  },
  'marking-not-possible': {
    kind: 'unmet',
    zh: '不能这样声明不宜公开的内容，请按所列各项更正。',
    en: 'The parts cannot be marked as confidential like this; correct what is listed.',
  },
  'decision-not-published': {
    kind: 'not-found',
    zh: '没有公开的决定使用这一文号，请核对文号。',
    en: 'No published decision has this number; check the number.',
  },
  'news-of-another-case': {
    kind: 'unmet',
    zh: '该消息与本申请不符：申请未受理，或未申请该事项。请核对办件编号。',
    en: 'The news does not fit the application: it was not accepted, or not for this item; check the case number.',
  },
  'rating-not-possible': {
    kind: 'conflict',
    zh: '现在不能评价：结果送达后方可评价，且每件只评价一次。',
    en: 'It cannot be rated now: rating opens with the dispatch of the results, once for each application.',
  },
  'item-not-publishable': {
    kind: 'unmet',
    zh: '事项未达到发布要求，请按所列各项修改。',
    en: 'The item cannot be published; change what is listed.',
  },
  'import-not-possible': {
    kind: 'unmet',
    zh: '目录文件不能导入，请按所列各项处理后重新上传。',
    en: 'The catalogue file cannot be imported; settle what is listed and upload it again.',
  },
  'power-not-changeable': {
    kind: 'unmet',
    zh: '权力变更暂不能登记，请按所列各项补充。',
    en: 'The change of power cannot be ordered; complete what is listed.',
  },
  'version-not-withdrawable': {
    kind: 'unmet',
    zh: '该版本不能撤回，请查看所列原因。',
    en: 'The version cannot be withdrawn; see what is listed.',
  },
  'draft-changed': {
    kind: 'conflict',
    zh: '草稿已被他人修改，请查看所列改动，在最新稿上重新修改后保存。',
    en: 'Somebody else has changed the draft; look at what changed and save your changes on the newest revision.',
  },
  'synonyms-not-publishable': {
    kind: 'unmet',
    zh: '同义词表暂不能发布，请按所列各项修改。',
    en: 'The synonyms cannot be published; change what is listed.',
  },
  'synonyms-changed': {
    kind: 'conflict',
    zh: '同义词表已被他人更新，请在最新版上重新修改后发布。',
    en: 'Somebody else has published the synonyms meanwhile; make your changes on the newest edition.',
  },
  'implementation-not-publishable': {
    kind: 'unmet',
    zh: '实施清单未达到发布要求，请按所列各项修改。',
    en: 'The implementation cannot be published; change what is listed.',
  },
  'implementation-changed': {
    kind: 'conflict',
    zh: '实施清单已有新版，请查看所列不同之处，在最新版上重新修改后发布。',
    en: 'The implementation has a newer edition; look at what differs and publish your changes on that.',
  },
  'bundle-not-publishable': {
    kind: 'unmet',
    zh: '“一件事”未达到发布要求，请按所列各项修改。',
    en: 'The bundle cannot be published; change what is listed.',
  },
  'guidance-not-publishable': {
    kind: 'unmet',
    zh: '情形引导未达到发布要求，请按所列各项修改。',
    en: 'The questions that lead cannot be published; change what is listed.',
  },
  'guidance-changed': {
    kind: 'conflict',
    zh: '情形引导已有新版，请查看所列不同之处，在最新版上重新修改后发布。',
    en: 'The questions have a newer version; look at what differs and publish your changes on that.',
  },
  'answer-not-possible': {
    kind: 'unmet',
    zh: '回答不在所列范围内，请按所列各项更正。',
    en: 'The answer is not among those asked for; correct what is listed.',
  },
  'bundle-changed': {
    kind: 'conflict',
    zh: '“一件事”已有新版，请查看所列不同之处，在最新版上重新修改后发布。',
    en: 'The bundle has a newer edition; look at what differs and publish your changes on that.',
  },
  'paper-not-served': {
    kind: 'not-found',
    zh: '该文书尚未送达，没有送达回证；请在送达登记之后再取。',
    en: 'The paper has not been served; its record of service is there once the service is recorded.',
  },
  'correction-of-paper-not-possible': {
    kind: 'unmet',
    zh: '文书不能这样更正，请按所列各项修改。实体内容有误的，应依法另行作出决定。',
    en: 'The paper cannot be corrected like this; change what is listed. What was decided is changed by a new decision only.',
  },
  'papers-not-printable': {
    kind: 'unavailable',
    zh: '文书文件暂时无法生成，请联系运维人员检查文件目录（OW_FILES_DIR）。',
    en: 'Papers cannot be printed now; ask whoever runs this to look at the folder of files (OW_FILES_DIR).',
  },
  'progress-not-found': {
    kind: 'not-found',
    zh: '没有找到。请核对编号和查询码（印在受理凭证上），或登录后查看。',
    en: 'It was not found; check the number and the query code of the receipt, or sign in.',
  },
  'date-not-set': {
    kind: 'not-found',
    zh: '本申请目前没有这个期限。请在进度中查看现有的期限。',
    en: 'The application has no such date now; its progress shows which it has.',
  },
  'not-found': {
    kind: 'not-found',
    zh: '没有找到，或您无权查看。请核对编号。',
    en: 'It does not exist, or it is not yours to see; check the number.',
  },
});
