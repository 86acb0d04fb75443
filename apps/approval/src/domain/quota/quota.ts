import {
  aggregateKind,
  endOfDay,
  isLegalDate,
  legalDateAt,
  refuseWhenUnmet,
  startOfDay,
  type Change,
  type Instant,
  type LegalDate,
  type Person,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { unmetOf, type Requirement } from '../requirement.js';

/** How many permits of an item a region gives 数量限制 (许可法 57), period by period. Plain JSON. */
export interface Quota {
  readonly region: string;
  readonly item: string;
  /** Oldest first; no two share a day. */
  readonly periods: readonly QuotaPeriod[];
}

export interface QuotaPeriod extends QuotaRequest {
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  /** Places that are taken. */
  readonly granted: number;
}

/** A filing belongs to the period on a day of which it was accepted, both days included. */
export interface QuotaRequest {
  readonly from: LegalDate;
  readonly until: LegalDate;
  readonly limit: number;
  /** The document that sets the quantity; it is made public (许可法 30). */
  readonly documentNumber: string;
}

export type QuotaEvent =
  | { readonly type: 'quota-published'; readonly period: QuotaPeriod }
  | { readonly type: 'place-taken' | 'place-freed'; readonly from: LegalDate; readonly by: string }
  /** The news of a filing arrived when this many places were taken: those stay, whenever it was accepted. */
  | {
      readonly type: 'filing-opened';
      readonly from: LegalDate;
      readonly by: string;
      readonly acceptedAt: Instant;
      readonly granted: number;
    }
  /** A refused filing of the period has to be decided anew and comes before whoever filed after it. */
  | { readonly type: 'filing-reopened'; readonly from: LegalDate; readonly by: string };

export const quotaKind = aggregateKind<Quota, QuotaEvent>('quota');

export const quotaId = (region: string, item: string): string => `${region}:${item}`;

/** A new period is published before its first day; one that exists is published again with another limit, never below what was granted. */
export function publishQuota(
  before: Quota | undefined,
  { region, item }: Pick<Quota, 'region' | 'item'>,
  request: QuotaRequest,
  officer: Person,
  now: Instant,
): Change<Quota, QuotaEvent> {
  const { from, until, limit, documentNumber } = request;
  const others = (before?.periods ?? []).filter((each) => !isSamePeriod(each, request));
  const same = before?.periods.find((each) => isSamePeriod(each, request));
  refuseWhenUnmet(unmetOf(requirements, { request, others, same, now }), (unmet) =>
    approvalRefusals.refuse('quota-not-publishable', unmet),
  );
  const period: QuotaPeriod = {
    from,
    until,
    limit,
    documentNumber,
    publishedAt: now,
    publishedBy: officer.id,
    granted: same?.granted ?? 0,
  };
  const periods = [...others, period].toSorted((one, other) => one.from.localeCompare(other.from));
  return { state: { region, item, periods }, events: [{ type: 'quota-published', period }] };
}

const isSamePeriod = (one: QuotaRequest, other: QuotaRequest): boolean =>
  one.from === other.from && one.until === other.until;

/** The period that a filing falls into. */
export const periodOf = (quota: Quota, acceptedAt: Instant): QuotaPeriod | undefined =>
  periodOn(quota, legalDateAt(acceptedAt));

/** The period that runs on a day, else the last one. */
export const periodToShow = (quota: Quota, day: LegalDate): QuotaPeriod | undefined =>
  periodOn(quota, day) ?? quota.periods.at(-1);

const periodOn = ({ periods }: Quota, day: LegalDate): QuotaPeriod | undefined =>
  periods.find(({ from, until }) => from <= day && day <= until);

/** First instant of a period, and the first one after it. */
export const boundsOf = ({ from, until }: QuotaRequest) => ({
  since: startOfDay(from),
  before: endOfDay(until),
});

/**
 * A filing of the period is there. It changes nothing of the quota but its version: a grant that was computed without it is computed
 * again, and waits for it if it was accepted earlier (许可法 57).
 */
export const noteFiling = (
  quota: Quota,
  { from, granted }: QuotaPeriod,
  by: string,
  acceptedAt: Instant,
): Change<Quota, QuotaEvent> => ({
  state: quota,
  events: [{ type: 'filing-opened', from, by, acceptedAt, granted }],
});

/** A grant takes a place. More places than there are cannot be taken, whoever decides at the same moment. */
export function takePlace(
  quota: Quota,
  { from }: QuotaPeriod,
  by: string,
): Change<Quota, QuotaEvent> {
  return {
    state: withGranted(quota, from, (period) => {
      if (period.granted >= period.limit) throw new TypeError('there is no place left to take');
      return period.granted + 1;
    }),
    events: [{ type: 'place-taken', from, by }],
  };
}

/** A grant that no longer stands gives its place to the next. */
export const freePlace = (
  quota: Quota,
  from: LegalDate,
  by: string,
): Change<Quota, QuotaEvent> => ({
  state: withGranted(quota, from, ({ granted }) => Math.max(0, granted - 1)),
  events: [{ type: 'place-freed', from, by }],
});

const withGranted = (
  quota: Quota,
  from: LegalDate,
  granted: (period: QuotaPeriod) => number,
): Quota => ({
  ...quota,
  periods: quota.periods.map((each) =>
    each.from === from ? { ...each, granted: granted(each) } : each,
  ),
});

interface Publishing {
  readonly request: QuotaRequest;
  readonly others: readonly QuotaPeriod[];
  readonly same: QuotaPeriod | undefined;
  readonly now: Instant;
}

const requirements: readonly Requirement<Publishing>[] = [
  {
    rule: 'dates-in-order',
    path: 'until',
    message: {
      zh: '起止日期须存在，且止日不早于起日。',
      en: 'Both dates have to exist, and the last day must not lie before the first.',
    },
    holds: ({ request: { from, until } }) =>
      isLegalDate(from) && isLegalDate(until) && from <= until,
  },
  {
    rule: 'published-before-it-applies',
    path: 'from',
    source: '行政许可法 30',
    message: {
      zh: '数量须在适用前公布，起日应晚于今天；已适用期间只能调整数量。',
      en: 'A quantity is made public before it applies: begin after today. Of a running period only the limit changes.',
    },
    holds: ({ request, same, now }) => same !== undefined || request.from > legalDateAt(now),
  },
  {
    rule: 'periods-apart',
    path: 'from',
    message: {
      zh: '与已公布的期间重叠，请核对起止日期。',
      en: 'The period overlaps one that is published; check its days.',
    },
    holds: ({ request, others }) =>
      others.every(({ from, until }) => until < request.from || request.until < from),
  },
  {
    rule: 'not-below-what-was-granted',
    path: 'limit',
    source: '行政许可法 8',
    message: {
      zh: '数量不得少于已经准予的数量。',
      en: 'The limit must not be below what was granted already.',
    },
    holds: ({ request, same }) => request.limit >= (same?.granted ?? 0),
  },
  {
    rule: 'document-numbered',
    path: 'documentNumber',
    source: '行政许可法 30',
    message: { zh: '请填写确定数量的文件文号。', en: 'Enter the document that sets the quantity.' },
    holds: ({ request }) => request.documentNumber.trim() !== '',
  },
];
