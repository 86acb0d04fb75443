import { DAYS, inChinese, PROCEDURES, type Block } from '@onewindow/documents';
import { legalDateAt } from '@onewindow/kernel';
import type { PaperBody, PaperContent } from '../../domain/paper-content.js';
import type { WireDate } from '../../domain/terms.js';

type BodyOf<Kind extends PaperBody['kind']> = PaperBody extends infer Body
  ? Body extends { readonly kind: infer Own }
    ? Kind extends Own
      ? Body
      : never
    : never
  : never;

/** What a paper says, in the words that its article asks for. */
export function bodyBlocks({ body, item }: PaperContent): Block[] {
  const what = item === undefined ? '行政许可' : `“${item.name}”行政许可`;
  switch (body.kind) {
    case 'acceptance-receipt':
      return acceptance(body);
    case 'correction-notice':
      return correction(body);
    case 'non-acceptance-notice':
      return nonAcceptance(body);
    case 'special-procedure-notice':
      return specialProcedure(body);
    case 'term-extension-notice':
      return extension(body);
    case 'decision-granted':
      return granted(body, what);
    case 'decision-refused':
      return refused(body, what);
    case 'licence':
      return licence(body);
    case 'notice':
      return [];
  }
}

function acceptance(body: BodyOf<'acceptance-receipt'>): Block[] {
  const accepted =
    body.by === 'silence'
      ? `本机关逾期没有告知，根据${body.article ?? '行政许可法 32(四)'}，你单位的申请自收到申请材料之日（${day(body.acceptedAt)}）起即为受理。`
      : `你单位的申请材料齐全、符合法定形式，根据《中华人民共和国行政许可法》第三十二条第一款第五项，本机关于${day(body.acceptedAt)}予以受理。`;
  return [
    text(accepted),
    text(
      '各事项的办理期限如下（许可法第四十二条、第四十五条；特别程序的时间不计入，另行书面告知）：',
    ),
    {
      kind: 'table',
      columns: [
        { title: '事项', share: 3 },
        { title: '法定期限届满', share: 2 },
        { title: '承诺办结', share: 2 },
      ],
      rows: body.terms.map(({ itemName, statutory, promised }) => [
        itemName,
        due(statutory),
        promised === undefined ? '' : due(promised),
      ]),
    },
    heading('收到的材料'),
    { kind: 'list', numbered: true, items: body.materials },
  ];
}

const correction = ({ remarks, answers = [], correctBy }: BodyOf<'correction-notice'>): Block[] => [
  text(
    '你单位提交的申请材料不齐全或者不符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第四项，现一次告知需要补正的全部内容：',
  ),
  {
    kind: 'table',
    columns: [
      { title: '材料、填报项', share: 3 },
      { title: '问题', share: 1 },
      { title: '补正要求', share: 5 },
    ],
    rows: [
      ...remarks.map(({ material, problem, explanation }) => [
        material,
        problem === 'missing' ? '缺少' : '有误',
        explanation,
      ]),
      ...answers.map(({ field, explanation }) => [field, '有误', explanation]),
    ],
  },
  text(`请于${due(correctBy)}前补正。全部补正后，本机关应当受理。`),
];

const GROUNDS = {
  'no-permit-needed': '申请事项依法不需要取得行政许可（行政许可法第三十二条第一款第一项）',
  'not-competent': '申请事项依法不属于本机关职权范围（行政许可法第三十二条第一款第二项）',
  'not-corrected': '逾期没有补正，申请材料仍不齐全或者不符合法定形式（行政许可法第三十二条）',
} as const;

const nonAcceptance = (body: BodyOf<'non-acceptance-notice'>): Block[] => [
  text(`经审查，${GROUNDS[body.ground]}。本机关决定：对你单位的申请不予受理。`),
  heading('理由'),
  { kind: 'list', numbered: true, items: body.reasons },
  ...(body.competentAuthority === undefined
    ? []
    : [text(`请向下列机关申请：${body.competentAuthority}。`)]),
  text(
    '对本决定不服的，可以自知道本决定之日起六十日内依法申请行政复议，或者自知道之日起六个月内直接向人民法院提起行政诉讼。',
  ),
];

const specialProcedure = (body: BodyOf<'special-procedure-notice'>): Block[] => [
  text(
    `办理你单位的申请依法需要${procedureName(body.procedure)}。根据《中华人民共和国行政许可法》第四十五条，所需时间不计算在办理期限内，现书面告知。`,
  ),
  {
    kind: 'fields',
    rows: [
      ['原因', body.reason],
      ['开始日期', inChinese(body.from)],
      ['预计所需时间', `${body.expectedWorkingDays} 个工作日`],
    ],
  },
];

const extension = (body: BodyOf<'term-extension-notice'>): Block[] => [
  text(
    `你单位的申请在法定期限内不能作出决定。根据${body.source}，经${APPROVERS[body.approver] ?? body.approver}批准，办理期限延长 ${body.days} ${(DAYS as Readonly<Record<string, string>>)[body.unit] ?? '日'}，现告知理由。`,
  ),
  {
    kind: 'fields',
    rows: [
      ['延长的理由', body.reason],
      ['原期限届满', due(body.before)],
      ['延长后届满', due(body.due)],
    ],
  },
];

const APPROVERS: Readonly<Record<string, string>> = {
  'agency-head': '本机关负责人',
  'government-head': '本级人民政府负责人',
};

const granted = (body: BodyOf<'decision-granted'>, what: string): Block[] => [
  text(
    `经审查，你单位申请的${what}符合法定条件、标准。根据《中华人民共和国行政许可法》第三十八条第一款，本机关于${day(body.decidedAt)}决定：准予行政许可。`,
  ),
  ...listed('许可所附条件', body.conditions),
  ...listed('说明', body.reasons),
  ...listed('依据', body.legalBasis),
];

const refused = (body: BodyOf<'decision-refused'>, what: string): Block[] => [
  text(
    `经审查，你单位申请的${what}不符合法定条件、标准。根据《中华人民共和国行政许可法》第三十八条第二款，本机关于${day(body.decidedAt)}决定：不予行政许可。`,
  ),
  ...listed('理由', body.reasons),
  ...listed('依据', body.legalBasis),
  ...(body.appeal
    ? [
        heading('救济途径'),
        text(
          `不服本决定的，可以${body.appeal.reconsiderationTerm}向${body.appeal.reconsiderationBody}申请行政复议；也可以${body.appeal.litigationTerm}直接向${body.appeal.court}提起行政诉讼。`,
        ),
      ]
    : []),
];

const licence = (body: BodyOf<'licence'>): Block[] => [
  {
    kind: 'fields',
    rows: [
      ['证照名称', body.name],
      ['证照编号', body.licenceNumber],
      ['有效期自', inChinese(body.validFrom)],
      ['有效期至', body.validUntil === undefined ? '长期' : inChinese(body.validUntil)],
    ],
  },
];

const procedureName = (kind: string): string =>
  (PROCEDURES as Readonly<Record<string, string>>)[kind] ?? '法律规定的其他程序';

const listed = (title: string, items: readonly string[] = []): Block[] =>
  items.length === 0 ? [] : [heading(title), { kind: 'list', numbered: true, items }];

/** A date that needs a calendar which is not published yet is told as what it is. */
const due = ({ due: date, notBefore }: WireDate): string => {
  if (date !== undefined) return inChinese(date);
  return notBefore === undefined ? '日期待定' : `不早于${inChinese(notBefore)}（工作日历待公布）`;
};

const day = (instant: Parameters<typeof legalDateAt>[0]): string => inChinese(legalDateAt(instant));
const heading = (words: string): Block => ({ kind: 'heading', text: words });
const text = (words: string): Block => ({ kind: 'text', text: words, indented: true });
