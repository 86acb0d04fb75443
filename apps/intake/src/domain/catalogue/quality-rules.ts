import { unmetOfForm } from '../forms/form-soundness.js';
import { repeated, unmet } from '../unmet.js';
import type { DraftedItem } from '../service-item.js';
import type { Requirement } from './basic-rules.js';

const SOURCE = '政务服务事项数据质量规则';

/** A rule that is either broken or not. */
const rule =
  (
    name: string,
    path: string,
    isBroken: (item: DraftedItem) => boolean,
    zh: string,
    en: string,
    source = SOURCE,
  ): Requirement =>
  (item) =>
    isBroken(item) ? [unmet(name, zh, en, { path, source })] : [];

/** An item that states its exercise level is a full national record 实施清单 and is held to all of it. */
const isFullRecord = ({ level }: DraftedItem): boolean => level !== undefined;

const isPermit = ({ itemType }: DraftedItem): boolean => itemType === 'administrative-permit';

/** The steps that the record of a permit names, each in the words that places use. */
const STEPS = [/受理/, /审查|审核|复核/, /审批|决定|批准|核准/, /送达|颁证|领取|办结/];

const CODES_OF_TYPES: Readonly<Record<string, string>> = {
  'administrative-permit': '01',
  'administrative-penalty': '02',
  'administrative-coercion': '03',
  'administrative-levy': '04',
  'administrative-benefit': '05',
  'administrative-inspection': '06',
  'administrative-confirmation': '07',
  'administrative-reward': '08',
  'administrative-adjudication': '09',
  'other-administrative-power': '10',
  'public-service': '20',
  other: '99',
};

const CHANNELS = ['window', 'online', 'post', 'self-service', 'fax'];

/** The rules that the fields of a record have to meet among one another. */
export const qualityRules: readonly Requirement[] = [
  rule(
    'on-the-spot-promises-no-days',
    'promisedTerm',
    ({ handlingType, promisedTerm }) =>
      handlingType === 'on-the-spot' && promisedTerm !== undefined,
    '即办件当场办结，不设承诺天数；有承诺天数的应为承诺件。',
    'What is done on the spot promises no days; with days it is a promised item.',
  ),
  rule(
    'result-type-as-named',
    'resultType',
    ({ resultName = '', resultType }) =>
      resultType !== undefined && resultType !== resultTypeOf(resultName, resultType),
    '结果类型与结果名称不符：“…证”“…证书”为证照，“…文”“…批复”为批文。',
    'The type of the result does not fit its name: 证 is a licence, 文 and 批复 are approval documents.',
  ),
  rule(
    'visits-explained',
    'visitReason',
    ({ visits = 0, visitReason }) => visits > 0 && visitReason === undefined,
    '到现场次数大于0，须写明原因。',
    'Whoever has to come is told why; give the reason.',
  ),
  rule(
    'no-visit-needs-a-way',
    'channels',
    ({ visits, channels }) =>
      visits === 0 &&
      channels !== undefined &&
      !channels.includes('online') &&
      !channels.includes('post'),
    '到现场0次的事项须可网上办理或邮寄申请。',
    'Where nobody has to come, the item is handled online or by post.',
  ),
  rule(
    'online-throughout-needs-no-visit',
    'visits',
    ({ onlineDepth, visits = 0 }) => onlineDepth === 'complete' && visits > 0,
    '全程网办（Ⅳ级）的事项到现场次数应为0。',
    'What is handled online throughout needs no visit.',
  ),
  rule(
    'fee-complete',
    'fees',
    ({ charged, fees, paidOnline }) =>
      charged === true &&
      (fees !== undefined || paidOnline !== undefined) &&
      ((fees ?? []).length === 0 || paidOnline !== true),
    '收费事项须列明收费项目、标准和依据，并支持网上支付。',
    'A fee is stated with name, standard and basis, and can be paid online.',
  ),
  rule(
    'free-of-charge-throughout',
    'fees',
    ({ charged, fees = [], paidOnline }) =>
      charged === false && (fees.length > 0 || paidOnline === true),
    '不收费事项不得列收费项目，也不得支持网上支付。',
    'What is free of charge lists no fee and takes no payment.',
  ),
  rule(
    'permit-answers-questions',
    'questions',
    (item) => isFullRecord(item) && isPermit(item) && (item.questions ?? []).length === 0,
    '行政许可事项须至少有一个常见问题及解答。',
    'A permit is published with at least one common question and its answer.',
  ),
  rule(
    'permit-names-its-steps',
    'procedure',
    (item) =>
      isFullRecord(item) &&
      isPermit(item) &&
      STEPS.some((step) => !(item.procedure ?? []).some((named) => step.test(named))),
    '行政许可的办理环节须含受理、审核、审批（决定）、办结（送达）。',
    'The steps of a permit include acceptance, review, decision and service.',
  ),
  rule(
    'result-is-shown',
    'resultSample',
    (item) =>
      isFullRecord(item) && item.resultName !== undefined && item.resultSample === undefined,
    '有办理结果的事项须附结果样本。',
    'An item with a result shows a sample of it.',
  ),
  rule(
    'entrusted-names-the-organ',
    'entrustedBy',
    ({ agencyKind, entrustedBy }) => agencyKind === 'entrusted' && entrustedBy === undefined,
    '受委托组织以委托机关名义实施，须写明委托机关。',
    'An entrusted agency decides in the name of another organ; name it.',
    '行政许可法 24',
  ),
  rule(
    'implementation-code-agrees',
    'implementationCode',
    ({ implementationCode: code, basicCode, level, agencyCreditCode }) =>
      code?.length === 31 &&
      ((basicCode !== undefined && code.slice(19) !== basicCode) ||
        (level !== undefined && code.charAt(18) !== level) ||
        (agencyCreditCode !== undefined && code.slice(0, 18) !== agencyCreditCode)),
    '实施编码应由本事项的实施主体统一社会信用代码、行使层级和基本编码组成，请核对。',
    "The implementation code is made of the agency's credit code, the level and the basic code of this item; check it.",
    'GB/T 39554.1-2020',
  ),
  rule(
    'basic-code-of-that-type',
    'basicCode',
    ({ basicCode, itemType }) =>
      basicCode?.length === 12 &&
      itemType !== undefined &&
      basicCode.slice(2, 4) !== CODES_OF_TYPES[itemType],
    '基本编码第3至4位应与事项类型一致。',
    'Digits 3 and 4 of the basic code say the type of the item; they differ from it.',
    'GB/T 39554.1-2020',
  ),
  ({ channels = [] }) =>
    channels
      .filter((each) => !CHANNELS.includes(each))
      .map((each) =>
        unmet(
          'channel-known',
          `没有受理渠道“${each}”；可选：${CHANNELS.join('、')}。`,
          `There is no channel "${each}"; choose among ${CHANNELS.join(', ')}.`,
          { path: 'channels', source: '行政许可法 29' },
        ),
      ),
  ({ specialProcedures = [] }) =>
    repeated(specialProcedures.map(({ kind }) => kind)).map((kind) =>
      unmet(
        'special-procedure-listed-once',
        `特别程序“${kind}”列了两次，请合并。`,
        `The special procedure "${kind}" is listed twice; make them one.`,
        { path: 'specialProcedures', source: '行政许可法 45' },
      ),
    ),
  ({ materials = [] }) =>
    materials.flatMap(({ name, sharedFrom, necessity }, at) =>
      sharedFrom !== undefined && necessity === 'required'
        ? [
            unmet(
              'shared-is-not-demanded',
              `材料“${name}”可由“${sharedFrom}”共享取得，不得列为必要材料。`,
              `"${name}" comes from ${sharedFrom}; it must not be demanded.`,
              { path: `materials.${at}.necessity`, source: '国务院令716号 7' },
            ),
          ]
        : [],
    ),
  ({ materials = [] }) =>
    materials.flatMap(({ name, kind, basis, source }, at) =>
      kind === 'certificate' && basis === undefined && source === 'applicant'
        ? [
            unmet(
              'certificate-has-a-basis',
              `证明“${name}”没有依据，不在证明事项清单内，不得索要；请写明依据或删去。`,
              `The certificate "${name}" has no basis, so it is not on the list and cannot be demanded; cite one or drop it.`,
              { path: `materials.${at}.basis`, source: '优化营商环境条例 44' },
            ),
          ]
        : [],
    ),
  ({ form }) => (form === undefined ? [] : unmetOfForm(form, 'form')),
];

const resultTypeOf = (name: string, otherwise: string): string => {
  if (/证(?:书|照)?$/.test(name)) return 'licence';
  if (/(?:文|批复)$/.test(name)) return 'approval-document';
  return otherwise;
};
