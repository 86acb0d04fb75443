import { readBasicCode, readImplementationCode, unmetAt } from '@onewindow/identifiers';
import type { UnmetRule } from '@onewindow/kernel';
import type { DraftedItem } from '../service-item.js';
import type { ItemTerm } from '../terms.js';
import { unmetOfExclusions } from './exclusion-rules.js';

export type Requirement = (item: DraftedItem) => readonly UnmetRule[];

const rule = (name: string, path: string, zh: string, en: string, source?: string): UnmetRule => ({
  rule: name,
  path,
  message: { zh, en },
  ...(source !== undefined && { source }),
});

/** In the same unit by its days; in two units by working days, of which seven days running hold five at most. */
const isLonger = (promised: ItemTerm, statutory: ItemTerm): boolean =>
  promised.unit === statutory.unit
    ? promised.days > statutory.days
    : workingDaysWithin(promised) > workingDaysWithin(statutory);

const workingDaysWithin = ({ unit, days }: ItemTerm): number =>
  unit === 'working-day' ? days : days - 2 * Math.floor(days / 7);

/** What has held for every item since the first. */
export const basicRules: readonly Requirement[] = [
  ({ charged, feeBasis }) =>
    charged && feeBasis === undefined
      ? [
          rule(
            'fee-has-a-basis',
            'feeBasis',
            '收费事项须写明法律、行政法规依据；没有依据的应改为不收费。',
            'A fee needs its law or administrative regulation; without one the item is free of charge.',
            '行政许可法 58',
          ),
        ]
      : [],
  ({ statutoryTerm, promisedTerm }) =>
    promisedTerm !== undefined &&
    statutoryTerm !== undefined &&
    isLonger(promisedTerm, statutoryTerm)
      ? [
          rule(
            'promise-within-the-statute',
            'promisedTerm.days',
            '承诺时限不得长于法定时限，请缩短。',
            'The promised term may not be longer than the statutory one; shorten it.',
            '优化营商环境条例 36',
          ),
        ]
      : [],
  ({ promisedTerm }) =>
    promisedTerm?.extension === undefined
      ? []
      : [
          rule(
            'promise-not-extended',
            'promisedTerm.extension',
            '承诺时限不得延长，请删去延长规定。',
            'A promised term is not extended; leave the extension out.',
            '优化营商环境条例 36',
          ),
        ],
  ({ statutoryTerm, promisedTerm }) => [
    ...(statutoryTerm === undefined ? [] : unmetOfExclusions('statutoryTerm', statutoryTerm)),
    ...(promisedTerm === undefined ? [] : unmetOfExclusions('promisedTerm', promisedTerm)),
  ],
  ({ warnings = {} }) =>
    Object.entries(warnings).flatMap(([clock, lamps]) =>
      lamps.every(({ workingDaysLeft }, at) => {
        const milder = lamps[at - 1];
        return milder === undefined || workingDaysLeft < milder.workingDaysLeft;
      })
        ? []
        : [
            rule(
              'lamps-mildest-first',
              `warnings.${clock}`,
              '预警灯须由轻到重排列，剩余工作日逐级减少。',
              'List the lamps mildest first, each with fewer working days left than the one before.',
            ),
          ],
    ),
  ({ consultation, complaints }) =>
    consultation !== undefined && consultation === complaints
      ? [
          rule(
            'complaints-elsewhere',
            'complaints',
            '咨询方式与投诉方式不得相同，请另设投诉渠道。',
            'Complaints need a channel of their own, other than the one for questions.',
          ),
        ]
      : [],
  ({ materials = [] }) => {
    const codes = materials.map(({ code }) => code);
    const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
    return twice.map((code) =>
      rule(
        'material-listed-once',
        'materials',
        `材料“${code}”列了两次，请删去一个。`,
        `The material "${code}" is listed twice; remove one.`,
      ),
    );
  },
  ({ materials = [] }) =>
    materials
      .filter(
        ({ source, intermediaryService }) =>
          intermediaryService !== undefined && source !== 'intermediary',
      )
      .map(({ code, name }) =>
        rule(
          'intermediary-makes-it',
          'materials',
          `材料“${name}”列了中介服务，但来源不是中介机构；不得变相要求中介报告。`,
          `"${name}" (${code}) names a service of intermediaries, but is not theirs to make; change its source or drop the service.`,
          '优化营商环境条例 43',
        ),
      ),
  ({ basicCode }) =>
    basicCode === undefined ? [] : unmetAt(readBasicCode(basicCode), 'basicCode'),
  ({ implementationCode }) =>
    implementationCode === undefined
      ? []
      : unmetAt(readImplementationCode(implementationCode), 'implementationCode'),
];
