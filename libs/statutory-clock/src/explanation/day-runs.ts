import type { LegalDate, Message } from '@onewindow/kernel';
import { dateOfDay, dayNumber } from '../calendar/day-number.js';
import type { DayNumber } from '../calendar/day-number.js';
import type { DayKind, WorkingCalendar } from '../calendar/working-calendar.js';
import type { Interval, Term } from '../counting/term.js';

/** Days that do not count, and what people call the reason: `专家评审（告知书 2026-7）`. */
export interface NamedInterval extends Interval {
  readonly name: Message;
}

/** Days in a row that a count treats alike. */
export interface DayRun {
  /** `rolled-over` is the working day that a natural-day term ends on instead of its raw last day. */
  readonly role: 'counted' | 'skipped' | 'rolled-over';
  readonly from: LegalDate;
  readonly to: LegalDate;
  /** Days of this run that count, and the total up to its last day. */
  readonly days: number;
  readonly total: number;
  /** Why the days do not count; absent for counted days. */
  readonly reason?: Message;
  /** Counted weekend days that are worked in exchange 调休. */
  readonly makeUpDays: readonly LegalDate[];
}

/** What is walked: the day of the event is not part of it, `through` is; days after `rawLastDay` only roll over. */
export interface Walk {
  readonly start: LegalDate;
  readonly through: LegalDate;
  readonly unit: Term['unit'];
  readonly excluded: readonly NamedInterval[];
  readonly rawLastDay?: LegalDate;
}

interface Day {
  readonly role: DayRun['role'];
  readonly reason?: Message;
  readonly makeUp: boolean;
}

/** Every day of a term, in order, gathered into runs that can be checked by hand. */
export function dayRuns(walk: Walk, calendar: WorkingCalendar): DayRun[] {
  const runs: DayRun[] = [];
  const last = dayNumber(walk.through);
  let total = 0;
  for (let number = dayNumber(walk.start) + 1; number <= last; number += 1) {
    const date = dateOfDay(number);
    const day = dayIn(walk, date, number, calendar);
    if (day.role === 'counted') total += 1;
    const open = runs.at(-1);
    if (open !== undefined && open.role === day.role && open.reason?.zh === day.reason?.zh) {
      runs[runs.length - 1] = longer(open, date, day, total);
    } else {
      runs.push(runOf(date, day, total));
    }
  }
  return runs;
}

function dayIn(walk: Walk, date: LegalDate, day: DayNumber, calendar: WorkingCalendar): Day {
  const covering = walk.excluded.filter(({ from, to }) => from <= date && date <= to);
  if (covering.length > 0) return { role: 'skipped', reason: joined(covering), makeUp: false };
  const kind = calendar.kindOfDay(day);
  const past = walk.rawLastDay !== undefined && date > walk.rawLastDay;
  if (isOff(kind) && (past || walk.unit === 'working-day')) {
    return { role: 'skipped', reason: offReason(kind), makeUp: false };
  }
  if (past) return { role: 'rolled-over', makeUp: false };
  const makeUp = walk.unit === 'working-day' && kind.kind === 'make-up-working-day';
  return { role: 'counted', makeUp };
}

export const isOff = ({ kind }: DayKind): boolean => kind === 'weekend' || kind === 'holiday';

const WEEKEND: Message = { zh: '周末', en: 'weekend' };
export const offReason = (kind: DayKind): Message =>
  kind.kind === 'holiday' ? kind.name : WEEKEND;

function joined(covering: readonly NamedInterval[]): Message {
  const names = [...new Map(covering.map(({ name }) => [name.zh, name])).values()];
  return {
    zh: names.map(({ zh }) => zh).join('、'),
    en: names.map(({ en }) => en).join(' and '),
  };
}

const runOf = (date: LegalDate, day: Day, total: number): DayRun => ({
  role: day.role,
  from: date,
  to: date,
  days: day.role === 'counted' ? 1 : 0,
  total,
  ...(day.reason === undefined ? {} : { reason: day.reason }),
  makeUpDays: day.makeUp ? [date] : [],
});

const longer = (run: DayRun, date: LegalDate, day: Day, total: number): DayRun => ({
  ...run,
  to: date,
  days: run.days + (day.role === 'counted' ? 1 : 0),
  total,
  makeUpDays: day.makeUp ? [...run.makeUpDays, date] : run.makeUpDays,
});
