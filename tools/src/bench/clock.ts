import { addDays, legalDate } from '@onewindow/kernel';
import {
  STATUTORY,
  WorkingCalendar,
  calendarDays,
  countForward,
  deriveClock,
  warningDays,
  workingDays,
} from '@onewindow/statutory-clock';
import type { ClockEvent } from '@onewindow/statutory-clock';

/** Cost of one derived date; the goal is under five microseconds. */
export interface ClockFigure {
  readonly what: string;
  readonly microsecondsEach: number;
}

const GOAL_MICROSECONDS = 5;
const DATES_PER_ROUND = 200_000;
const ROUNDS = 7;

const calendar = WorkingCalendar.published();
const starts = Array.from({ length: 900 }, (_, day) => addDays(legalDate('2024-01-01'), day));
const procedures = starts.map((start) => [
  { from: addDays(start, 3), to: addDays(start, 12) },
  { from: addDays(start, 9), to: addDays(start, 16) },
]);
const histories = starts.map((start): ClockEvent[] => [
  { type: 'started', on: start },
  {
    type: 'suspended',
    procedure: 'testing',
    from: addDays(start, 3),
    notice: 'N-1',
    expectedUntil: addDays(start, 12),
  },
  { type: 'resumed', notice: 'N-1', on: addDays(start, 12) },
  {
    type: 'extended',
    days: 10,
    approvedOn: addDays(start, 15),
    approver: 'agency-head',
    reason: 'bench',
  },
]);
const clocks = histories.map((events) => deriveClock(STATUTORY.decision, events, calendar));

const subjects: Readonly<Record<string, (at: number) => unknown>> = {
  '20 working days': (at) => countForward(pick(starts, at), workingDays(20), calendar),
  '20 natural days, rolled over': (at) =>
    countForward(pick(starts, at), calendarDays(20), calendar),
  '20 working days, two overlapping suspensions': (at) =>
    countForward(pick(starts, at), workingDays(20), calendar, pick(procedures, at)),
  'a clock from four events, extended': (at) =>
    deriveClock(STATUTORY.decision, pick(histories, at), calendar),
};

/** Figures beside the goal: what else a re-derivation computes. */
const companions: Readonly<Record<string, (at: number) => unknown>> = {
  'the three warning days of a clock': (at) => warningDays(pick(clocks, at), calendar),
};

export const clockFigures = (): ClockFigure[] => figures(subjects);

/** Prints the figures; false when a date costs more than the goal. */
export function benchClock(tell: (line: string) => void): boolean {
  const measured = clockFigures();
  for (const { what, microsecondsEach } of measured) {
    tell(`${microsecondsEach.toFixed(3)} µs  ${what}`);
  }
  for (const { what, microsecondsEach } of figures(companions)) {
    tell(`${microsecondsEach.toFixed(3)} µs  ${what} (no goal)`);
  }
  const met = measured.every(({ microsecondsEach }) => microsecondsEach < GOAL_MICROSECONDS);
  tell(`goal: under ${GOAL_MICROSECONDS} µs a date: ${met ? 'met' : 'missed'}`);
  return met;
}

const figures = (of: typeof subjects): ClockFigure[] =>
  Object.entries(of).map(([what, run]) => ({ what, microsecondsEach: median(rounds(run)) }));

const rounds = (run: (at: number) => unknown): number[] =>
  Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    for (let at = 0; at < DATES_PER_ROUND; at += 1) run(at);
    return ((performance.now() - begun) * 1000) / DATES_PER_ROUND;
  });

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Infinity;

function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length];
  if (item === undefined) throw new RangeError('nothing to measure');
  return item;
}

if (import.meta.main) {
  process.exitCode = benchClock((line) => process.stdout.write(`${line}\n`)) ? 0 : 1;
}
