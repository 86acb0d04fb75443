import type { Message } from '@onewindow/kernel';
import type { DayTerm, Term } from '../counting/term.js';
import { workingDays } from '../counting/term.js';
import { SPECIAL_PROCEDURES } from './procedures.js';
import type { Exclusion } from './procedures.js';

/** Who has to approve an extension. */
export type Approver = 'agency-head' | 'head-of-government';

/** At most one extension, approved before the term is over. */
export interface ExtensionRule {
  readonly maxDays: number;
  readonly approver: Approver;
  readonly article: string;
}

/** What a clock runs by. Plain data: an item's own law replaces the default. */
export interface ClockRule {
  /** Stable name: `decision`. */
  readonly name: string;
  readonly title: Message;
  /** `statutory` has legal effect; `promised` 承诺时限 is the place's word and runs beside it. */
  readonly basis: 'statutory' | 'promised';
  readonly term: Term;
  readonly article: string;
  /** Procedures that stop this clock; any other leaves it running. */
  readonly exclusions: readonly Exclusion[];
  readonly extension: ExtensionRule | null;
}

export const APPROVERS: Readonly<Record<Approver, Message>> = {
  'agency-head': { zh: '本机关负责人', en: 'the head of the agency' },
  'head-of-government': { zh: '本级人民政府负责人', en: 'the head of the government' },
};

/** The two extensions of article 42: once, before the term is over. */
export const EXTENSION = {
  single: { maxDays: 10, approver: 'agency-head', article: '行政许可法 42①' },
  joint: { maxDays: 15, approver: 'head-of-government', article: '行政许可法 42②' },
} as const satisfies Record<string, ExtensionRule>;

const law = (
  name: string,
  article: string,
  term: DayTerm,
  title: Message,
  more: Partial<Pick<ClockRule, 'exclusions' | 'extension'>> = {},
): ClockRule => ({
  name,
  title,
  basis: 'statutory',
  term,
  article: `行政许可法 ${article}`,
  exclusions: [],
  extension: null,
  ...more,
});

/** The terms of the licensing law for its own steps; an item whose law says otherwise brings its own rule. */
export const STATUTORY = {
  correctionNotice: law('correction-notice', '32①(四)', workingDays(5), {
    zh: '一次告知补正',
    en: 'one complete correction notice',
  }),
  decision: law(
    'decision',
    '42①',
    workingDays(20),
    { zh: '作出决定', en: 'decision' },
    {
      exclusions: SPECIAL_PROCEDURES,
      extension: EXTENSION.single,
    },
  ),
  jointDecision: law(
    'joint-decision',
    '42②',
    workingDays(45),
    {
      zh: '统一、联合、集中办理',
      en: 'joint handling',
    },
    {
      exclusions: SPECIAL_PROCEDURES,
      extension: EXTENSION.joint,
    },
  ),
  preliminaryReview: law(
    'preliminary-review',
    '43',
    workingDays(20),
    {
      zh: '下级机关审查',
      en: 'review by the lower agency',
    },
    { exclusions: SPECIAL_PROCEDURES },
  ),
  certificate: law(
    'certificate',
    '44',
    workingDays(10),
    {
      zh: '颁发、送达证件',
      en: 'issue and service of the certificate',
    },
    { exclusions: SPECIAL_PROCEDURES },
  ),
  hearingRequest: law('hearing-request', '47①', workingDays(5), {
    zh: '申请听证',
    en: 'request for a hearing',
  }),
  hearingOrganisation: law('hearing-organisation', '47①', workingDays(20), {
    zh: '组织听证',
    en: 'organising the hearing',
  }),
  inspectionAssignment: law('inspection-assignment', '55②', workingDays(5), {
    zh: '指派人员检验、检测、检疫',
    en: 'assigning inspectors',
  }),
} as const satisfies Record<string, ClockRule>;

/** Terms counted back from an event: the act must leave that many whole days before it. */
export const BACKWARD = {
  hearingNotice: { term: workingDays(7), anchor: 'start-of-day', article: '行政许可法 48①(一)' },
  renewalFiling: { term: workingDays(30), anchor: 'end-of-day', article: '行政许可法 50①' },
} as const;

/** A promised term beside a statutory one. Its exclusions are the place's own; it is never extended. */
export const promised = (
  term: DayTerm,
  article: string,
  exclusions: readonly Exclusion[] = SPECIAL_PROCEDURES,
): ClockRule => ({
  name: 'promised',
  title: { zh: '承诺时限', en: 'promised term' },
  basis: 'promised',
  term,
  article,
  exclusions,
  extension: null,
});
