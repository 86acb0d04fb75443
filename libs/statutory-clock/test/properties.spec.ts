import * as fc from 'fast-check';
import { addDays } from '@onewindow/kernel';
import {
  STATUTORY,
  WorkingCalendar,
  applyEvent,
  clockOf,
  countForward,
  deriveClock,
  workingDays,
  calendarDays,
} from '../src/index.js';
import type { ClockFacts, DerivedDate, Interval } from '../src/index.js';
import { anyTerm, eventsOf, suspensionsAfter } from './random-clocks.js';
import { holdsFor } from './seeded.js';

const calendar = WorkingCalendar.published();

/** An open date sorts by the first day on which it can lie. */
const atLeast = (date: DerivedDate): string => (date.kind === 'date' ? date.date : date.notBefore);

const termAndMore = anyTerm.chain((term) =>
  fc.record({ term: fc.constant(term), more: suspensionsAfter(term.start) }),
);

/** Cuts an interval into two that touch. */
const split = ({ from, to }: Interval): Interval[] =>
  from === to
    ? [{ from, to }]
    : [
        { from, to: from },
        { from: addDays(from, 1), to },
      ];

describe('Whatever the term', () => {
  it('a forward date in working days is a working day', () => {
    holdsFor(
      fc.property(anyTerm, ({ start, days, excluded }) => {
        const { due } = countForward(start, workingDays(days), calendar, excluded);

        if (due.kind === 'date') expect(calendar.isWorkingDay(due.date)).toBe(true);
      }),
      5_000,
    );
  });

  it('one more suspension never makes the date earlier', () => {
    holdsFor(
      fc.property(termAndMore, fc.boolean(), ({ term, more }, working) => {
        const { start, days, excluded } = term;
        const length = working ? workingDays(days) : calendarDays(days);
        const without = countForward(start, length, calendar, excluded).due;
        const withMore = countForward(start, length, calendar, [...excluded, ...more]).due;

        expect(atLeast(withMore) >= atLeast(without)).toBe(true);
        if (without.kind === 'open') expect(withMore.kind).toBe('open');
      }),
      5_000,
    );
  });

  it('order, repetition and splitting of the same suspensions change nothing', () => {
    holdsFor(
      fc.property(anyTerm, fc.boolean(), ({ start, days, excluded }, working) => {
        const length = working ? workingDays(days) : calendarDays(days);
        const due = countForward(start, length, calendar, excluded);
        const again = [...excluded].reverse().flatMap(split).concat(excluded.slice(0, 1));

        expect(countForward(start, length, calendar, again)).toEqual(due);
      }),
      5_000,
    );
  });

  it('deriving step by step equals deriving from scratch', () => {
    holdsFor(
      fc.property(anyTerm, ({ start, days, excluded }) => {
        const rule = { ...STATUTORY.decision, term: workingDays(days) };
        const events = eventsOf(start, excluded);
        let facts: ClockFacts | null = null;
        for (const [at, event] of events.entries()) {
          facts = applyEvent(rule, facts, event);
          if (facts === null) throw new Error('the first event starts the clock');
          const fromScratch = deriveClock(rule, events.slice(0, at + 1), calendar);

          expect(clockOf(rule, facts, calendar)).toEqual(fromScratch);
        }
      }),
      2_000,
    );
  });

  it('a date that was open is the same once the calendar is there, and not before its bound', () => {
    const short = WorkingCalendar.of([2024, 2025].flatMap((year) => calendar.table(year) ?? []));
    holdsFor(
      fc.property(anyTerm, fc.boolean(), ({ start, days, excluded }, working) => {
        const length = working ? workingDays(days) : calendarDays(days);
        const early = countForward(start, length, short, excluded).due;
        const { due } = countForward(start, length, calendar, excluded);

        if (early.kind === 'date') expect(due).toEqual(early);
        else expect(atLeast(due) >= early.notBefore).toBe(true);
      }),
      5_000,
    );
  });
});
