import { addDays, isLegalDate, legalDateAt, type Instant, type LegalDate } from '@onewindow/kernel';
import type { UnmetRule } from '@onewindow/kernel';
import type { Application, IssuedPaper } from './application.js';
import type { ServiceEvidence, ServiceMethod } from './issued-paper.js';
import { unmet } from './unmet.js';

/** What the window says of a service 送达; whether its days exist is found out with everything else that is missing. */
export interface ServiceTold extends Omit<ServiceEvidence, 'noticedOn'> {
  readonly method: ServiceMethod;
  readonly receivedBy?: string;
  readonly servedOn?: string;
  readonly noticedOn?: string;
}

interface Asked {
  readonly application: Pick<Application, 'electronicService'>;
  readonly paper: Pick<IssuedPaper, 'kind' | 'issuedAt'>;
  readonly told: ServiceTold;
  readonly now: Instant;
}

/** 民事诉讼法 95: thirty days from the notice. Sixty of notices abroad are for courts. */
const DAYS_OF_NOTICE = 30;

/**
 * The day that counts, undefined where it was not said, or wrongly, and does not follow: the day of signature, or the one on which it
 * was left or reached the system of the addressee; by post and through others the one on the receipt; the thirtieth day after an
 * announcement.
 */
export function dayOfService(
  { method, servedOn, noticedOn }: ServiceTold,
  now: Instant,
): LegalDate | undefined {
  if (method === 'announcement') {
    const noticed = existing(noticedOn);
    return noticed && addDays(noticed, DAYS_OF_NOTICE);
  }
  if (servedOn !== undefined) return existing(servedOn);
  return TODAY_WILL_DO.has(method) ? legalDateAt(now) : undefined;
}

/** The day, where there is such a day. */
export const existing = (day: string | undefined): LegalDate | undefined =>
  day !== undefined && isLegalDate(day) ? day : undefined;

/** What comes back by post or from another agency carries its day; it is not that of the recording. */
const TODAY_WILL_DO: ReadonlySet<ServiceMethod> = new Set(['window', 'left', 'electronic']);

/** Everything that this way of service still lacks (行政许可法 44; ways and days by 民事诉讼法 88 to 95). */
export const unmetOfService = (asked: Asked): readonly UnmetRule[] =>
  REQUIREMENTS.filter(
    ({ of, holds }) => (of === 'every-way' || of.includes(asked.told.method)) && !holds(asked),
  ).map(({ rule, zh, en, path, source }) => unmet(rule, zh, en, { path, source }));

interface Requirement {
  readonly rule: string;
  readonly of: 'every-way' | readonly ServiceMethod[];
  readonly zh: string;
  readonly en: string;
  readonly path: string;
  readonly source: string;
  readonly holds: (asked: Asked) => boolean;
}

const said = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

const REQUIREMENTS: readonly Requirement[] = [
  {
    rule: 'way-fits-paper',
    of: ['left', 'announcement'],
    zh: '证照应当颁发给被许可人本人，不能留置或者公告送达，请改用其他方式。',
    en: 'A licence is handed to its holder; it is neither left behind nor announced. Choose another way.',
    path: 'method',
    source: '行政许可法 44',
    holds: ({ paper }) => paper.kind !== 'licence',
  },
  {
    rule: 'electronic-service-agreed',
    of: ['electronic'],
    zh: '申请人未同意电子送达，请改用其他方式。',
    en: 'The applicant has not agreed to electronic service; choose another way.',
    path: 'method',
    source: '民事诉讼法 90',
    holds: ({ application }) => application.electronicService,
  },
  {
    rule: 'signature-named',
    of: ['window', 'post', 'entrusted'],
    zh: '请填写签收人。',
    en: 'Say who signed for it.',
    path: 'receivedBy',
    source: '民事诉讼法 87',
    holds: ({ told }) => said(told.receivedBy),
  },
  {
    rule: 'leaving-witnessed',
    of: ['left'],
    zh: '留置送达须有两名见证人，或者拍照、录像，请填写见证人或者照片、录像的存放处。',
    en: 'What is left behind needs two witnesses, or photos or a recording; name them, or where those are kept.',
    path: 'witnesses',
    source: '民事诉讼法 89',
    holds: ({ told: { witnesses = [], recording } }) =>
      said(recording) || new Set(witnesses.map((name) => name.trim()).filter(said)).size >= 2,
  },
  {
    rule: 'receipt-numbered',
    of: ['post'],
    zh: '请填写邮件回执的编号。',
    en: 'Give the number of the postal receipt.',
    path: 'receiptNumber',
    source: '民事诉讼法 91',
    holds: ({ told }) => said(told.receiptNumber),
  },
  {
    rule: 'day-of-receipt-given',
    of: ['post', 'entrusted'],
    zh: '请填写回执上注明的收件日期：以该日为送达日期。',
    en: 'Give the day on the receipt: it is the day of service.',
    path: 'servedOn',
    source: '民事诉讼法 91、94',
    holds: ({ told }) => told.servedOn !== undefined,
  },
  {
    rule: 'entrusted-named',
    of: ['entrusted'],
    zh: '请填写受委托送达或者转交的单位、个人。',
    en: 'Name the agency or the person that handed it over.',
    path: 'through',
    source: '民事诉讼法 91 至 94',
    holds: ({ told }) => said(told.through),
  },
  {
    rule: 'other-ways-failed',
    of: ['announcement'],
    zh: '受送达人下落不明，或者用其他方式无法送达的，才能公告送达，请写明原因和经过。',
    en: 'Only what can be served in no other way is announced; say which ways failed and why.',
    path: 'otherWaysFailed',
    source: '民事诉讼法 95',
    holds: ({ told }) => said(told.otherWaysFailed),
  },
  {
    rule: 'announcement-named',
    of: ['announcement'],
    zh: '请填写公告刊登在何处。',
    en: 'Say where the announcement was published.',
    path: 'noticedIn',
    source: '民事诉讼法 95',
    holds: ({ told }) => said(told.noticedIn),
  },
  {
    rule: 'announcement-after-issue',
    of: ['announcement'],
    zh: '请填写公告之日，不得早于文书作出之日。',
    en: 'Give the day of the announcement; it is not before the paper was issued.',
    path: 'noticedOn',
    source: '民事诉讼法 95',
    holds: ({ told, paper }) => (existing(told.noticedOn) ?? '') >= legalDateAt(paper.issuedAt),
  },
  {
    rule: 'announcement-over',
    of: ['announcement'],
    zh: '自公告之日起满三十日才视为送达，请期满后再登记。',
    en: 'It counts as served after thirty days from the announcement; record it when they are over.',
    path: 'noticedOn',
    source: '民事诉讼法 95',
    holds: ({ told, now }) => {
      const last = dayOfService(told, now);
      return last === undefined || last < legalDateAt(now);
    },
  },
  {
    rule: 'day-follows-from-announcement',
    of: ['announcement'],
    zh: '公告送达的日期由公告之日推算，无需填写，或者填写公告后的第三十日。',
    en: 'The day follows from the announcement: leave it out, or give the thirtieth day after it.',
    path: 'servedOn',
    source: '民事诉讼法 95',
    holds: ({ told, now }) => {
      const last = dayOfService(told, now);
      return told.servedOn === undefined || last === undefined || told.servedOn === last;
    },
  },
  {
    rule: 'day-exists',
    of: 'every-way',
    zh: '送达日期不存在，请核对。',
    en: 'There is no such day of service; check it.',
    path: 'servedOn',
    source: '民事诉讼法 87',
    holds: ({ told }) => told.servedOn === undefined || isLegalDate(told.servedOn),
  },
  {
    rule: 'service-not-ahead',
    of: ['window', 'post', 'left', 'entrusted', 'electronic'],
    zh: '送达日期不得晚于今天。',
    en: 'The day of service is not after today.',
    path: 'servedOn',
    source: '民事诉讼法 87',
    holds: ({ told, now }) => (told.servedOn ?? '') <= legalDateAt(now),
  },
  {
    rule: 'service-after-issue',
    of: ['window', 'post', 'left', 'entrusted', 'electronic'],
    zh: '送达日期不得早于文书作出之日。',
    en: 'The day of service is not before the paper was issued.',
    path: 'servedOn',
    source: '民事诉讼法 87',
    holds: ({ told, paper }) =>
      told.servedOn === undefined || told.servedOn >= legalDateAt(paper.issuedAt),
  },
];
