import type { FindItemReply, ServiceItem } from '@onewindow/contracts';
import type { Block } from '../official-document.js';
import {
  APPROVERS,
  channelsInWords,
  DAYS,
  FORMATS,
  HANDLING_TYPES,
  ITEM_TYPES,
  LAPSE_UNITS,
  NECESSITIES,
  ONLINE_DEPTHS,
  PROCEDURES,
  servedInWords,
  SOURCES,
} from './guide-words.js';

type Row = readonly [string, string];
type Term = ServiceItem['statutoryTerm'];

/** The eight particulars of 许可法 30: item, basis, conditions, quantity, procedure, term, materials and sample form. */
export function particularBlocks(item: FindItemReply): Block[] {
  return [
    heading('一、事项'),
    { kind: 'fields', rows: whatItIs(item) },
    heading('二、办理依据'),
    { kind: 'list', numbered: true, items: bases(item) },
    heading('三、办理条件'),
    { kind: 'list', numbered: true, items: item.conditions },
    heading('四、数量'),
    text(item.quantityLimit),
    heading('五、办理程序'),
    text(item.procedure.join(' → ')),
    heading('六、办理期限'),
    { kind: 'fields', rows: terms(item) },
    note('期限自受理之日起算；特别程序的时间不计入，并书面告知（行政许可法 45）。'),
    ...specialProcedures(item),
    heading('七、申请材料'),
    materials(item),
    heading('八、申请书示范文本'),
    ...samples(item),
  ];
}

/** What else a reader needs before going there. */
export function handlingBlocks(item: FindItemReply): Block[] {
  return [
    heading('九、收费'),
    ...fees(item),
    heading('十、办理地点和方式'),
    { kind: 'fields', rows: howToApply(item) },
    ...places(item),
    heading('十一、办理结果'),
    { kind: 'fields', rows: result(item) },
    ...questions(item),
    heading('咨询、监督和救济'),
    {
      kind: 'fields',
      rows: [
        ['咨询电话', item.consultation],
        ['监督投诉', item.complaints],
      ],
    },
    text(
      '对决定不服的，可以自知道该决定之日起六十日内申请行政复议，或者自知道之日起六个月内直接向人民法院提起行政诉讼；不予许可的书面决定说明理由，并写明复议机关和管辖法院（行政许可法 38）。',
    ),
  ];
}

function whatItIs(item: FindItemReply): Row[] {
  const { implementation: local } = item;
  return rows([
    ['事项名称', item.name],
    ['事项编码', item.code],
    ['基本编码', item.basicCode],
    ['实施编码', local?.implementationCode ?? item.implementationCode],
    ['事项类型', ITEM_TYPES[item.itemType]],
    ['办件类型', HANDLING_TYPES[item.handlingType]],
    ['决定机关', local?.agencyName ?? item.decidingAgencyName],
    ['委托机关', item.entrustedBy],
    ['实施地区', local?.district],
    ['服务对象', servedInWords(item.served)],
  ]);
}

const bases = (item: ServiceItem): string[] =>
  item.bases === undefined || item.bases.length === 0
    ? item.legalBasis
    : item.bases.map(({ law, article, text: words, validFrom, validTo }) => {
        const where = article === undefined ? `《${law}》` : `《${law}》第${article}条`;
        const days =
          validFrom === undefined && validTo === undefined
            ? ''
            : `（有效期：${validFrom ?? '—'} 至 ${validTo ?? '今'}）`;
        return `${where}${days}${words === undefined ? '' : `：${words}`}`;
      });

function terms(item: FindItemReply): Row[] {
  const promised = item.implementation?.promisedTerm ?? item.promisedTerm;
  return rows([
    ['法定期限', termInWords(item.statutoryTerm)],
    ['延长', extension(item.statutoryTerm)],
    ['承诺期限', promised === undefined ? '没有另作承诺，按法定期限办理' : termInWords(promised)],
    [
      '不计入期限',
      [...(item.statutoryTerm.exclusions ?? []), ...(promised?.exclusions ?? [])]
        .map(({ name, article }) => `${name}（${article}）`)
        .join('；'),
    ],
    ['现场踏勘', item.siteVisit ? '需要' : '不需要'],
  ]);
}

const termInWords = ({ days, unit, source }: Term): string => `${days} ${DAYS[unit]}（${source}）`;

function extension({ extension: own, unit }: Term): string {
  if (own === undefined) return '经决定机关负责人批准可以延长十日，并告知理由（行政许可法 42①）';
  if (own.maxDays === 0) return `不能延长（${own.source}）`;
  return `经${APPROVERS[own.approver]}批准可以延长 ${own.maxDays} ${DAYS[unit]}，并告知理由（${own.source}）`;
}

const specialProcedures = ({ specialProcedures: each = [] }: ServiceItem): Block[] =>
  each.length === 0
    ? []
    : [
        {
          kind: 'list',
          items: each.map(({ kind, days, explanation }) =>
            [
              PROCEDURES[kind],
              ...(days === undefined ? [] : [`约 ${days} 日`]),
              ...(explanation === undefined ? [] : [explanation]),
            ].join('，'),
          ),
        },
      ];

const materials = ({ materials: each }: ServiceItem): Block => ({
  kind: 'table',
  columns: [
    { title: '序号', share: 1 },
    { title: '材料名称', share: 4 },
    { title: '必要性', share: 2 },
    { title: '来源', share: 2.4 },
    { title: '形式', share: 2 },
    { title: '要求', share: 5 },
  ],
  rows: each.map((material, index) => [
    String(index + 1),
    material.name,
    NECESSITIES[material.necessity],
    material.sharedFrom === undefined
      ? SOURCES[material.source]
      : `${SOURCES[material.source]}（${material.sharedFrom}）`,
    [
      ...(material.format === undefined ? [] : [FORMATS[material.format]]),
      ...(material.copies ? [`${material.copies} 份`] : []),
    ].join(' '),
    [
      material.acceptanceStandard,
      ...(material.validMonths === undefined ? [] : [`出具后 ${material.validMonths} 个月内有效`]),
      ...(material.fillingNote === undefined ? [] : [material.fillingNote]),
      ...(material.basis === undefined ? [] : [`依据：${material.basis}`]),
    ].join('；'),
  ]),
});

function samples({ materials: each }: ServiceItem): Block[] {
  const found = each.flatMap(({ sample }) => (sample === undefined ? [] : [sample]));
  if (found.length === 0) return [text('本事项没有规定格式的申请书。')];
  return found.flatMap(({ title, fields }): Block[] => [
    text(title),
    {
      kind: 'fields',
      rows: fields.map(({ label, example, note: remark }) => [
        label,
        remark === undefined ? example : `${example}（${remark}）`,
      ]),
    },
  ]);
}

function fees({ charged, fees: each = [], feeBasis, paidOnline }: ServiceItem): Block[] {
  if (!charged) return [text('不收费（行政许可法 58）。')];
  if (each.length === 0) return [text(`收费，依据：${feeBasis ?? ''}`)];
  const table: Block = {
    kind: 'table',
    columns: [
      { title: '收费项目', share: 3 },
      { title: '标准', share: 3 },
      { title: '依据', share: 4 },
      { title: '减免', share: 3 },
    ],
    rows: each.map(({ name, standard, basis, reduction }) => [
      name,
      standard,
      basis,
      reduction ?? '',
    ]),
  };
  return paidOnline ? [table, note('可以网上缴费。')] : [table];
}

const howToApply = (item: ServiceItem): Row[] =>
  rows([
    ['办理方式', channelsInWords(item.channels)],
    ['网办深度', item.onlineDepth === undefined ? undefined : ONLINE_DEPTHS[item.onlineDepth]],
    ['到现场次数', visits(item)],
    [
      '中介服务',
      item.intermediaryServices
        ?.map(({ name, basis }) => (basis === undefined ? name : `${name}（${basis}）`))
        .join('；'),
    ],
  ]);

function visits({ visits: count, visitReason }: ServiceItem): string | undefined {
  if (count === undefined) return undefined;
  if (count === 0) return '不用到现场';
  return `${count} 次${visitReason === undefined ? '' : `：${visitReason}`}`;
}

function places({ implementation, places: own }: FindItemReply): Block[] {
  const found = implementation?.places ?? own ?? [];
  if (found.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: '窗口', share: 3 },
        { title: '地址', share: 4 },
        { title: '时间', share: 3 },
        { title: '电话', share: 2 },
      ],
      rows: found.map(({ name, address, hours, phone }) => [name, address, hours, phone ?? '']),
    },
  ];
}

const result = (item: ServiceItem): Row[] =>
  rows([
    ['结果名称', item.resultName],
    ['结果样本', item.resultSample],
    ['有效期', item.validityYears === undefined ? '长期有效' : `${item.validityYears} 年`],
    [
      '失效',
      item.lapse === undefined
        ? undefined
        : `自${item.lapse.from === 'decision' ? '作出决定' : '送达'}之日起 ${item.lapse.count} ${LAPSE_UNITS[item.lapse.unit]}内没有使用的，许可自行失效（${item.lapse.source}）`,
    ],
  ]);

const questions = ({ questions: each = [] }: ServiceItem): Block[] =>
  each.length === 0
    ? []
    : [
        heading('十二、常见问题'),
        ...each.flatMap(({ question, answer }) => [text(`问：${question}`), text(`答：${answer}`)]),
      ];

const heading = (words: string): Block => ({ kind: 'heading', text: words });
const text = (words: string): Block => ({ kind: 'text', text: words });
const note = (words: string): Block => ({ kind: 'note', text: words });

/** What an item does not say is not printed as an empty line. */
const rows = (all: readonly (readonly [string, string | undefined])[]): Row[] =>
  all.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [[label, value]]));
