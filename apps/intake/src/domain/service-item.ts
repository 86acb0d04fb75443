import type { UnmetRule } from '@onewindow/kernel';
import { readBasicCode, readImplementationCode, unmetAt } from '@onewindow/identifiers';
import type { ItemTerm } from './terms.js';

export interface AskedMaterial {
  readonly code: string;
  readonly name: string;
  readonly necessity: 'required' | 'optional' | 'may-follow';
  readonly source: 'applicant' | 'government' | 'intermediary';
  readonly acceptanceStandard: string;
  /** The service 中介服务 whose agencies make it, where only an intermediary can. */
  readonly intermediaryService?: string;
  /** Whole months after it was made that it may be handed in. */
  readonly validMonths?: number;
  /** How it is filled in, where it is a form. */
  readonly sample?: SampleForm;
}

/** A filled-in sample 示范文本 of a form. */
export interface SampleForm {
  readonly title: string;
  readonly fields: readonly {
    readonly label: string;
    readonly example: string;
    readonly note?: string;
  }[];
}

export interface LampThreshold {
  readonly lamp: 'blue' | 'yellow' | 'red';
  readonly workingDaysLeft: number;
  readonly percentLeft?: number;
}

/** By clock, mildest lamp first. */
export type ItemWarnings = Partial<
  Record<'statutory' | 'promised' | 'certificate', LampThreshold[]>
>;

/** What the handling of an application needs to know of an item. */
export interface HandlingItem {
  readonly code: string;
  readonly name: string;
  readonly decidingAgency: string;
  readonly decidingAgencyName: string;
  readonly supervisingDepartment?: string;
  readonly statutoryTerm: ItemTerm;
  readonly promisedTerm?: ItemTerm;
  /** Lamps that the item sets instead of the place; the bureau lights them. */
  readonly warnings?: ItemWarnings;
  readonly siteVisit: boolean;
  readonly resultName: string;
  readonly validityYears?: number;
  /** The term of its law in which a permit has to be used or lapses; the bureau arms it. */
  readonly lapse?: {
    readonly unit: 'working-day' | 'calendar-day' | 'month' | 'year';
    readonly count: number;
    readonly from: 'decision' | 'service';
    readonly source: string;
  };
}

/** A service item 政务服务事项 with all that 许可法 30 asks to be published. */
export interface PublishedItem extends HandlingItem {
  readonly itemType: string;
  readonly handlingType: string;
  readonly basicCode?: string;
  readonly implementationCode?: string;
  readonly legalBasis: readonly string[];
  readonly conditions: readonly string[];
  readonly procedure: readonly string[];
  readonly materials: readonly AskedMaterial[];
  readonly quantityLimit: string;
  readonly charged: boolean;
  readonly feeBasis?: string;
  readonly consultation: string;
  readonly complaints: string;
}

export interface CatalogueItem {
  readonly id: string;
  readonly edition: number;
  readonly item: PublishedItem;
}

export type CatalogueItemEvent = { readonly type: 'item-published'; readonly edition: number };

export type BundleHandling = 'joint' | 'side-by-side';

export interface Bundle {
  readonly id: string;
  readonly edition: number;
  readonly name: string;
  readonly items: readonly string[];
  readonly jointInspection: readonly string[];
  /** Joint handling under 许可法 26② has a term of its own (42②); absent: side by side. */
  readonly handling?: BundleHandling;
}

export type BundleEvent = { readonly type: 'bundle-published'; readonly edition: number };

type Requirement = (item: PublishedItem) => readonly UnmetRule[];

const rule = (name: string, path: string, zh: string, en: string, source?: string): UnmetRule => ({
  rule: name,
  path,
  message: { zh, en },
  ...(source !== undefined && { source }),
});

const requirements: readonly Requirement[] = [
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
    promisedTerm.unit === statutoryTerm.unit &&
    promisedTerm.days > statutoryTerm.days
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
    consultation === complaints
      ? [
          rule(
            'complaints-elsewhere',
            'complaints',
            '咨询方式与投诉方式不得相同，请另设投诉渠道。',
            'Complaints need a channel of their own, other than the one for questions.',
          ),
        ]
      : [],
  ({ materials }) => {
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
  ({ itemType, materials }) =>
    itemType !== 'administrative-permit' || materials.some(({ sample }) => sample !== undefined)
      ? []
      : [
          rule(
            'sample-form-published',
            'materials',
            '行政许可事项须公示申请书示范文本，请为申请表附上示范文本。',
            'A permit is published with a sample of its application form; add one to the form.',
            '行政许可法 30',
          ),
        ],
  ({ materials }) =>
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

/** All that keeps an item from being published. */
export const unmetForPublication = (item: PublishedItem): readonly UnmetRule[] =>
  requirements.flatMap((requirement) => requirement(item));
