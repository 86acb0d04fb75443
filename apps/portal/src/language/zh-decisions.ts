import type { ListDecisionsReply } from '../api/replies.js';
import type { ByKind } from './by-kind.js';

type Decision = ListDecisionsReply['decisions'][number];
type Withheld = NonNullable<Decision['withheld']>[number];

/** What the pages about published decisions say, in Chinese. */
export const zhDecisions = {
  title: '准予行政许可决定公示',
  lead: '准予行政许可的决定在这里公开，任何人都可以查阅（行政许可法第四十条）。依法不予公开的内容以说明代替。',
  text: '按文号、事项或者被许可人查找',
  from: '从哪一天作出',
  to: '到哪一天为止',
  search: '查找',
  none: '没有符合条件的决定。',
  stateSecrets: (count: number) => `另有 ${count} 件决定属于国家秘密，依法不予公开。`,
  back: '回到公示列表',
  one: '准予行政许可决定',
  number: '文号',
  agency: '作出机关',
  item: '许可事项',
  holder: '被许可人',
  issuedAt: '作出时间',
  legalBasis: '依据',
  conditions: '附带的条件',
  standing: '现状',
  standings: {
    genuine: '有效',
    replaced: '有文字差错，已由更正后的决定书代替',
    withdrawn: '已被复议机关或者人民法院撤销',
  } satisfies ByKind<Decision['standing']>,
  corrects: '更正的决定',
  withheld: '依法不予公开的内容',
  kinds: {
    'trade-secret': '商业秘密',
    'personal-privacy': '个人隐私',
  } satisfies ByKind<Withheld['kind']>,
  parts: {
    holder: '被许可人',
    item: '许可事项',
    'legal-basis': '依据',
    conditions: '附带的条件',
  } satisfies ByKind<Withheld['parts'][number]>,
  basis: '政府信息公开条例第十五条',
  changes: '公开内容的变更',
  changed: (when: string, what: string) => `${when}起不予公开：${what}。`,
  opened: (when: string) => `${when}起全部公开。`,
};
export type DecisionsWords = typeof zhDecisions;
