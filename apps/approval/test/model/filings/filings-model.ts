import {
  legalDateAt,
  startOfDay,
  endOfDay,
  type Instant,
  type LegalDate,
  type Person,
} from '@onewindow/kernel';
import type { Calendar, Notice } from '../walk/calendar.js';
import { lastDayIn } from '../walk/days.js';
import { heardBy, type Hearing, type HearingAct } from './parties.js';

/** Filings for one item with a quota, and what a decision on each rests on beside its track, by the law alone. */
export interface FilingsModel {
  readonly now: Instant;
  /** Filings that were accepted on a day from the first on, and only as many permits. */
  readonly quotaFrom: LegalDate;
  readonly limit: number;
  readonly filings: readonly Filing[];
  readonly calendar: Calendar;
}

export interface Filing {
  readonly caseNumber: string;
  readonly acceptedAt: Instant;
  readonly reviewer?: string;
  readonly draft?: Draft;
  readonly outcome?: 'granted' | 'refused' | 'withdrawn';
  /** Departments that were asked, each as it was asked last. */
  readonly asked: readonly Asked[];
  /** What was asked is over with the decision, until somebody is asked again. */
  readonly isClosed: boolean;
  readonly hearing: Hearing;
  /** Decisions that were made on it, the one in force among them. */
  readonly decisions: number;
  /** When the decision in force was served first. */
  readonly servedAt?: Instant;
}

export interface Draft {
  readonly content: Content;
  readonly by: string;
  readonly review?: 'approved' | 'returned';
}

/** What a decision says; with `reasons` a grant answers whoever is against it. */
export interface Content {
  readonly outcome: 'granted' | 'refused';
  readonly reasons: boolean;
}

export interface Asked {
  readonly department: string;
  readonly on: LegalDate;
  readonly within: number;
  readonly position?: 'agree' | 'disagree';
  readonly late: boolean;
  readonly silent: boolean;
  readonly reminded: boolean;
  /** The last day of its term, once that moves no more. */
  readonly kept?: LegalDate;
}

export type Act =
  | { readonly type: 'opinion' | 'withdraw' }
  | { readonly type: 'decide' | 'draft'; readonly content: Content }
  | { readonly type: 'check'; readonly content: Content; readonly result: 'approved' | 'returned' }
  | {
      readonly type: 'ask';
      readonly departments: readonly {
        readonly department: string;
        readonly workingDays: number;
      }[];
      readonly reason: boolean;
    }
  | { readonly type: 'answer'; readonly position: 'agree' | 'disagree' }
  | { readonly type: 'reopen'; readonly on: LegalDate }
  /** News of one more filing, accepted long ago or now. */
  | { readonly type: 'file'; readonly acceptedAt: Instant }
  | { readonly type: 'limit'; readonly limit: number }
  | HearingAct
  /** The window served a decision: how many decisions before the newest, and at what time. */
  | { readonly type: 'serve'; readonly before: number; readonly servedAt: Instant }
  | { readonly type: 'calendar'; readonly days: readonly [LegalDate, ...LegalDate[]] };

export interface Bound {
  readonly act: Act;
  readonly caseNumber: string;
  readonly actor: Person;
  /** Of a calendar: its days as they are now. */
  readonly notice?: Notice;
}

export const openedFiling = (caseNumber: string, acceptedAt: Instant): Filing => ({
  caseNumber,
  acceptedAt,
  asked: [],
  isClosed: false,
  hearing: { parties: [], statements: [] },
  decisions: 0,
});

// What follows from the facts.

export const isOpen = ({ outcome }: Filing): boolean => outcome === undefined;

export const statusOf = ({ outcome, reviewer }: Filing): string =>
  outcome ?? (reviewer === undefined ? 'in-review' : 'reviewed');

export const isUnderQuota = ({ quotaFrom }: FilingsModel, { acceptedAt }: Filing): boolean =>
  legalDateAt(acceptedAt) >= quotaFrom;

export const grantedOf = (of: FilingsModel): number =>
  of.filings.filter((each) => each.outcome === 'granted' && isUnderQuota(of, each)).length;

/** Whoever filed under the quota before this one and has no answer yet. */
export const isPreceded = (of: FilingsModel, filing: Filing): boolean =>
  of.filings.some(
    (each) =>
      isOpen(each) &&
      isUnderQuota(of, each) &&
      [each.acceptedAt, each.caseNumber].join() < [filing.acceptedAt, filing.caseNumber].join(),
  );

export function answerBy({ calendar }: FilingsModel, { on, within, kept }: Asked): LegalDate {
  const { day } = lastDayIn(calendar, on, { unit: 'working-day', days: within });
  if (day === undefined) throw new RangeError('nobody is asked at the end of the year');
  return kept ?? day;
}

export const isOver = (of: FilingsModel, asked: Asked): boolean =>
  of.now >= endOfDay(answerBy(of, asked));

/** In the morning of the working day before the last; a term of one day leaves no time for it. */
export function remindAt({ calendar }: FilingsModel, { on, within }: Asked): Instant | undefined {
  if (within < 2) return undefined;
  const { day } = lastDayIn(calendar, on, { unit: 'working-day', days: within - 1 });
  return day && startOfDay(day);
}

/** Somebody still has his say: neither answered nor, as this place has it, silent for good. */
export const isAwaited = ({ position, silent }: Asked): boolean =>
  position === undefined && !silent;

export const consultationOf = ({ asked, isClosed }: Filing): string | undefined => {
  if (asked.length === 0) return undefined;
  if (isClosed) return 'closed';
  return asked.some(isAwaited) ? 'asking' : 'settled';
};

/** Time passes: departments are reminded, and silent ones noted. */
export function timePasses(before: FilingsModel, now: Instant): FilingsModel {
  const of = { ...before, now };
  return {
    ...of,
    filings: of.filings.map((filing) => (filing.isClosed ? filing : noted(of, filing))),
  };
}

function noted(of: FilingsModel, filing: Filing): Filing {
  const isDue = (each: Asked) => {
    const at = remindAt(of, each);
    return at !== undefined && of.now >= at;
  };
  const asked = filing.asked.map((each) =>
    isAwaited(each)
      ? { ...each, reminded: each.reminded || isDue(each), silent: isOver(of, each) }
      : each,
  );
  return { ...filing, asked: settled(of, filing, asked) };
}

/** Whoever has answered or kept silent has no term any more, and nobody has one once the decision is made. */
export const settled = (
  of: FilingsModel,
  { isClosed }: Pick<Filing, 'isClosed'>,
  asked: readonly Asked[],
): readonly Asked[] =>
  asked.map((each) => {
    if (isClosed || !isAwaited(each)) return { ...each, kept: answerBy(of, each) };
    const { kept: _, ...open } = each;
    return open;
  });

/** The last days of everything that ends by itself. */
export const endsOf = (of: FilingsModel): readonly LegalDate[] =>
  of.filings.flatMap(({ asked, hearing }) => [
    ...asked.map((each) => answerBy(of, each)),
    ...hearing.parties.flatMap((party) => heardBy(of.calendar, party) ?? []),
  ]);

/** Sixty days and six months from the day of the service, and to the next working day; of a refusal alone. */
export function appealUntil({ calendar }: FilingsModel, { outcome, servedAt }: Filing) {
  if (outcome !== 'refused' || servedAt === undefined) return undefined;
  const on = legalDateAt(servedAt);
  const until = (days: number) => lastDayIn(calendar, on, { unit: 'calendar-day', days }).day;
  return { reconsideration: until(60), litigation: until(daysOfMonths(on, 6)) };
}

/** To the day with the same number, or the last of a month that has none. */
function daysOfMonths(from: LegalDate, months: number): number {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const to = Date.UTC(year, month - 1 + months, Math.min(day, last));
  return (to - Date.UTC(year, month - 1, day)) / 86_400_000;
}
