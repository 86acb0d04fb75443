import { isRecord, isWhole } from './place-warnings.js';

const UNITS = ['calendar-day', 'working-day', 'month'] as const;
const LAST_DAY_OFF = ['next-working-day', 'stays'] as const;
const CORRECTED_PAPER = ['keeps', 'begins-anew'] as const;

/** The bodies of both appeal routes, as they are printed in a decision; the terms that stand beside them follow from `PlaceAppealTerms`. */
export interface PlaceAppealRoutes {
  readonly reconsiderationBody: string;
  readonly court: string;
}

/** 行政复议法 24; the competent court where the place names none. */
export const DEFAULT_APPEAL_ROUTES: PlaceAppealRoutes = Object.freeze({
  reconsiderationBody: '作出决定的行政机关的本级人民政府',
  court: '有管辖权的人民法院',
});

export interface PlaceAppealTerm {
  readonly unit: (typeof UNITS)[number];
  readonly count: number;
  /** The provision; a law of its own may give an agency's decisions another term. */
  readonly source: string;
}

/** How the dates of both routes follow from the service of a decision. */
export interface PlaceAppealTerms {
  readonly reconsideration: PlaceAppealTerm;
  readonly litigation: PlaceAppealTerm;
  /** A last day that is a day off: 民事诉讼法 85, by reference of 行政诉讼法 101 and 行政复议法 88 (article numbers to be confirmed). */
  readonly lastDayOff: (typeof LAST_DAY_OFF)[number];
  /**
   * What the service of a paper whose clerical errors were corrected does to terms that run: local usage (to be confirmed for each place),
   * for a correction changes nothing of what was decided, of its basis, or of the ways of appeal.
   */
  readonly correctedPaper: (typeof CORRECTED_PAPER)[number];
}

export const DEFAULT_APPEAL_TERMS: PlaceAppealTerms = Object.freeze({
  reconsideration: Object.freeze({ unit: 'calendar-day', count: 60, source: '行政复议法 20' }),
  litigation: Object.freeze({ unit: 'month', count: 6, source: '行政诉讼法 46' }),
  lastDayOff: 'next-working-day',
  correctedPaper: 'keeps',
});

export const areAppealRoutes = (value: unknown): boolean =>
  isRecord(value) &&
  Object.keys(value).length === Object.keys(DEFAULT_APPEAL_ROUTES).length &&
  Object.keys(DEFAULT_APPEAL_ROUTES).every((name) => isText(value[name]));

export const areAppealTerms = (value: unknown): boolean =>
  isRecord(value) &&
  Object.keys(value).length === Object.keys(TERMS_FIT).length &&
  Object.entries(TERMS_FIT).every(([rule, fits]) => fits(value[rule]));

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.trim().length >= 1 && value.length <= 100;

const isTerm = (value: unknown): boolean =>
  isRecord(value) &&
  Object.keys(value).length === 3 &&
  (UNITS as readonly unknown[]).includes(value.unit) &&
  isWhole(value.count, 1, value.unit === 'month' ? 120 : 3660) &&
  isText(value.source);

const TERMS_FIT: { readonly [Rule in keyof PlaceAppealTerms]: (value: unknown) => boolean } = {
  reconsideration: isTerm,
  litigation: isTerm,
  lastDayOff: (value) => (LAST_DAY_OFF as readonly unknown[]).includes(value),
  correctedPaper: (value) => (CORRECTED_PAPER as readonly unknown[]).includes(value),
};
