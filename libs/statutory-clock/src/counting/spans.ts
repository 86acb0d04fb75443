import { dayNumber } from '../calendar/day-number.js';
import type { DayNumber } from '../calendar/day-number.js';
import type { Interval } from './term.js';

/** An interval as day numbers, both ends included. */
export interface Span {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const NONE: readonly Span[] = [];

/** The union in order of time: overlapping and touching intervals become one, so nothing is taken twice. */
export function unionOf(intervals: readonly Interval[]): readonly Span[] {
  if (intervals.length === 0) return NONE;
  const spans = intervals.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }));
  if (spans.length === 1) return spans;
  spans.sort((a, b) => a.from - b.from);
  const union: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = union.at(-1);
    if (last !== undefined && span.from <= last.to + 1) last.to = Math.max(last.to, span.to);
    else union.push(span);
  }
  return union;
}

/** The span that covers the day, if one does. */
export const spanAt = (spans: readonly Span[], day: DayNumber): Span | undefined =>
  spans.find(({ from, to }) => from <= day && day <= to);
