import {
  legalDateAt,
  startOfDay,
  endOfDay,
  type Instant,
  type LegalDate,
  type Person,
} from '@onewindow/kernel';
import { lastDayOf } from '../walk/days.js';

/** Filings for one item with a quota, and what a decision on each rests on beside its track, by the law alone. */
export interface FilingsModel {
  readonly now: Instant;
  /** Filings that were accepted on a day from the first on, and only as many permits. */
  readonly quotaFrom: LegalDate;
  readonly limit: number;
  readonly filings: readonly Filing[];
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
  | { readonly type: 'limit'; readonly limit: number };

export interface Bound {
  readonly act: Act;
  readonly caseNumber: string;
  readonly actor: Person;
}

export const openedFiling = (caseNumber: string, acceptedAt: Instant): Filing => ({
  caseNumber,
  acceptedAt,
  asked: [],
  isClosed: false,
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

export const answerBy = ({ on, within }: Asked): LegalDate =>
  lastDayOf(on, { unit: 'working-day', days: within }, []);

export const isOver = (asked: Asked, now: Instant): boolean => now >= endOfDay(answerBy(asked));

/** In the morning of the working day before the last; a term of one day leaves no time for it. */
export const remindAt = ({ on, within }: Asked): Instant | undefined =>
  within < 2 ? undefined : startOfDay(lastDayOf(on, { unit: 'working-day', days: within - 1 }, []));

/** Somebody still has his say: neither answered nor, as this place has it, silent for good. */
export const isAwaited = ({ position, silent }: Asked): boolean =>
  position === undefined && !silent;

export const consultationOf = ({ asked, isClosed }: Filing): string | undefined => {
  if (asked.length === 0) return undefined;
  if (isClosed) return 'closed';
  return asked.some(isAwaited) ? 'asking' : 'settled';
};

/** Time passes: departments are reminded, and silent ones noted. */
export const timePasses = (of: FilingsModel, now: Instant): FilingsModel => ({
  ...of,
  now,
  filings: of.filings.map((filing) => (filing.isClosed ? filing : noted(filing, now))),
});

function noted(filing: Filing, now: Instant): Filing {
  const isDue = (each: Asked) => {
    const at = remindAt(each);
    return at !== undefined && now >= at;
  };
  const asked = filing.asked.map((each) =>
    isAwaited(each)
      ? { ...each, reminded: each.reminded || isDue(each), silent: isOver(each, now) }
      : each,
  );
  return { ...filing, asked };
}
