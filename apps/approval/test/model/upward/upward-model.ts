import {
  endOfDay,
  legalDateAt,
  type Instant,
  type LegalDate,
  type Person,
  type Role,
} from '@onewindow/kernel';
import { lastDayOf, type Term } from '../walk/days.js';
import type { PlannedStage, UpwardPlan } from './planned.js';

/** One item of two levels 上报件 (许可法 35), by the law alone: one matter that changes hands, with the clock of each level. */
export interface UpwardModel {
  readonly now: Instant;
  readonly plan: UpwardPlan;
  /** Of its case number. */
  readonly serial: number;
  readonly lower: string;
  readonly higher: string;
  readonly officers: readonly OfficerModel[];
  /** Which stage is to be done, by its place. */
  readonly at: number;
  /** On which day that stage began. */
  readonly since: LegalDate;
  /** Who has had each stage and since when, also one that is to be done again. */
  readonly had: Readonly<Record<string, { readonly account: string; readonly since: Instant }>>;
  readonly clock: Clock;
  readonly missed: boolean;
  readonly report?: Report;
  readonly reviewer?: string;
  readonly earlierReviewers: readonly string[];
  readonly draft?: Draft;
  readonly decided?: { readonly by: string; readonly outcome: Outcome };
  readonly withdrawn: boolean;
  /** Took part in a decision that was quashed. */
  readonly before: readonly string[];
  readonly told: Readonly<Record<string, number>>;
}

export type Outcome = 'granted' | 'refused';

/** The clock of the level that has it, or of a decision that is made anew. */
export interface Clock {
  readonly from: LegalDate;
  readonly term: Term;
  readonly procedures: readonly { readonly from: LegalDate; readonly until?: LegalDate }[];
  readonly extendedBy?: number;
}

export interface Report {
  readonly on: LegalDate;
  readonly reviewer: string;
  readonly due: LegalDate;
  readonly missed: boolean;
}

export interface Draft {
  readonly outcome: Outcome;
  readonly by: string;
  readonly at: Instant;
  /** An opinion that was given anew since leaves it behind. */
  readonly current: boolean;
  readonly review?: 'approved' | 'returned';
}

export interface OfficerModel {
  readonly account: string;
  readonly agency: string;
  readonly role: 'approver' | 'decision-officer';
  /** Has an interest in the matter. */
  readonly related: boolean;
}

export type Act =
  | { readonly type: 'complete'; readonly stage: string }
  | { readonly type: 'report'; readonly grounds: boolean }
  | { readonly type: 'return'; readonly stage: string; readonly to: string }
  | { readonly type: 'opinion' | 'start-procedure' | 'withdraw' }
  | { readonly type: 'end-procedure'; readonly procedure: number }
  | { readonly type: 'draft'; readonly outcome: Outcome }
  | {
      readonly type: 'review-draft';
      readonly outcome: Outcome;
      readonly result: 'approved' | 'returned';
    }
  | { readonly type: 'decide'; readonly outcome: Outcome }
  | { readonly type: 'extend'; readonly days: number }
  | { readonly type: 'reopen'; readonly on: LegalDate }
  | { readonly type: 'relate'; readonly account: string };

export interface Bound {
  readonly key: string;
  readonly act: Act;
  readonly actor: Person;
}

// What follows from the facts.

export const stageAt = ({ plan, at }: UpwardModel): PlannedStage => plan.stages[at]!;

/** Whoever has the matter now; the one before it goes on reading. */
export const agencyOf = ({ report, lower, higher }: UpwardModel): string =>
  report === undefined ? lower : higher;

export const placeOf = ({ plan }: Pick<UpwardModel, 'plan'>, code: string): number =>
  plan.stages.findIndex((each) => each.code === code);

/** The agency whose stage it is: what lies before the report stays the lower one's. */
export const agencyOfStage = (of: UpwardModel, code: string): string =>
  placeOf(of, code) <= placeOf(of, 'first') ? of.lower : agencyOf(of);

export const isEnded = ({ decided, withdrawn }: UpwardModel): boolean =>
  decided !== undefined || withdrawn;

/** Under a stopped clock nothing is decided, and nothing is reported. */
export function statusOf(of: UpwardModel): string {
  if (of.withdrawn) return 'withdrawn';
  if (of.decided !== undefined) return of.decided.outcome;
  if (running(of.clock).length > 0) return 'suspended';
  return of.reviewer === undefined ? 'in-review' : 'reviewed';
}

export const running = ({ procedures }: Clock) =>
  procedures.filter(({ until }) => until === undefined);

const stopped = ({ procedures }: Clock) =>
  procedures.flatMap(({ from, until }) => (until === undefined ? [] : [{ from, to: until }]));

export const dueOn = ({ clock }: Pick<UpwardModel, 'clock'>): LegalDate =>
  lastDayOf(
    clock.from,
    { ...clock.term, days: clock.term.days + (clock.extendedBy ?? 0) },
    stopped(clock),
  );

/** What stops the clock stops the stage; it warns, and never later than the law. */
export function stageDueOn(of: UpwardModel): LegalDate | 'stands-still' | undefined {
  const { workingDays } = stageAt(of);
  if (workingDays === undefined || isEnded(of)) return undefined;
  const own = lastDayOf(of.since, { unit: 'working-day', days: workingDays }, stopped(of.clock));
  const law = dueOn(of);
  if (law < own) return standsStill(of, law) ? 'stands-still' : law;
  return standsStill(of, own) ? 'stands-still' : own;
}

export const standsStill = ({ clock, decided }: UpwardModel, lastDay: LegalDate): boolean =>
  decided === undefined && running(clock).some(({ from }) => from <= lastDay);

export const isOver = (of: UpwardModel): boolean =>
  !standsStill(of, dueOn(of)) && of.now >= endOfDay(dueOn(of));

export const isPast = (of: UpwardModel): boolean =>
  !standsStill(of, dueOn(of)) && legalDateAt(of.now) > dueOn(of);

/** Whoever gave an opinion since the matter was opened, or opened anew. */
export const reviewersOf = ({ reviewer, earlierReviewers }: UpwardModel): readonly string[] => [
  ...earlierReviewers,
  ...(reviewer === undefined ? [] : [reviewer]),
];

export const officerOf = ({ officers }: UpwardModel, account: string) =>
  officers.find((each) => each.account === account);

/** Nobody with an interest, of a quashed decision, or who would decide on his own opinion; at either level. */
export const mayHave = (
  of: UpwardModel,
  { account, agency, role, related }: OfficerModel,
): boolean =>
  agency === agencyOf(of) &&
  role === stageAt(of).role &&
  !related &&
  !of.before.includes(account) &&
  !(role === 'decision-officer' && reviewersOf(of).includes(account));

export const holderOf = (of: UpwardModel): string | undefined =>
  isEnded(of) ? undefined : of.had[stageAt(of).code]?.account;

/** Somebody able with nothing to do, of equals whose turn it is by the number of the case; the head has no tasks given. */
export function whoGets(
  of: UpwardModel,
  busy: string | undefined,
  except?: string,
): string | undefined {
  const able = of.officers.filter((each) => each.account !== except && mayHave(of, each));
  const idle = able.filter(({ account }) => account !== busy);
  const equals = (idle.length > 0 ? idle : able).map(({ account }) => account).toSorted();
  return equals[(of.serial + 1) % equals.length];
}

export const roleOf = (of: UpwardModel, code: string): Role =>
  of.plan.stages[placeOf(of, code)]!.role;
