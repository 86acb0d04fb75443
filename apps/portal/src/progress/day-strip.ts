import type { ExplanationStep } from '../api/replies.js';

export type Run = NonNullable<ExplanationStep['run']>;

export interface StripDay {
  /** Legal date. */
  readonly date: string;
  /** Day of the month. */
  readonly day: number;
  /** `5` where a month begins or the strip does. */
  readonly month?: number;
  readonly role: Run['role'];
}

const DAY_MS = 86_400_000;
/** A term of years would make a strip that nobody looks at. */
const MOST_DAYS = 120;

/** Every day of the runs one by one, to be drawn; empty where there are too many. */
export function dayStrip(runs: readonly Run[]): readonly StripDay[] {
  const total = runs.reduce((sum, { from, to }) => sum + lengthOf(from, to), 0);
  if (total > MOST_DAYS) return [];
  const days = runs.flatMap(({ from, to, role }) =>
    Array.from({ length: lengthOf(from, to) }, (_, offset) => {
      const date = new Date(Date.parse(from) + offset * DAY_MS).toISOString().slice(0, 10);
      return { date, day: Number(date.slice(8)), role };
    }),
  );
  return days.map((each, index) =>
    index === 0 || each.day === 1 ? { ...each, month: Number(each.date.slice(5, 7)) } : each,
  );
}

const lengthOf = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1);
