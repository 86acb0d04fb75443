import * as fc from 'fast-check';
import {
  STATUTORY,
  WorkingCalendar,
  calendarDays,
  countBackward,
  countForward,
  deriveClock,
  workingDays,
} from '../src/index.js';
import type { DerivedDate, LatestDate } from '../src/index.js';
import { stoppedWorkingDays, walkBack, walkNaturalDays, walkWorkingDays } from './day-by-day.js';
import { anyTerm, eventsOf } from './random-clocks.js';
import { holdsFor } from './seeded.js';

const calendar = WorkingCalendar.published();

/** Both kinds of answer as one text, so that a difference reads well. */
const said = (date: DerivedDate | LatestDate): string =>
  date.kind === 'date' ? date.date : `open in ${date.missingYear}`;
const walked = (date: { due: string } | { open: string }): string =>
  'due' in date ? date.due : `open in ${date.open.slice(0, 4)}`;

describe('Counting agrees with walking day by day', () => {
  it('over working days, on 50,000 random cases', () => {
    holdsFor(
      fc.property(anyTerm, ({ start, days, excluded }) => {
        const { due } = countForward(start, workingDays(days), calendar, excluded);
        const oracle = walkWorkingDays(start, days, excluded);

        expect(said(due)).toBe(walked(oracle));
        if (due.kind === 'open' && 'open' in oracle) expect(due.notBefore).toBe(oracle.open);
      }),
      50_000,
    );
  });

  it('over natural days, on 20,000 random cases', () => {
    holdsFor(
      fc.property(anyTerm, ({ start, days, excluded }) => {
        const { due, rawLastDay } = countForward(start, calendarDays(days), calendar, excluded);
        const oracle = walkNaturalDays(start, days, excluded);

        expect(said(due)).toBe(walked(oracle));
        if ('raw' in oracle) expect(rawLastDay).toBe(oracle.raw);
        if (due.kind === 'open' && 'open' in oracle) expect(due.notBefore).toBe(oracle.open);
      }),
      20_000,
    );
  });

  it('backward from an expiry and from a hearing, on 20,000 random cases', () => {
    holdsFor(
      fc.property(anyTerm, fc.boolean(), ({ start, days }, whole) => {
        const anchor = whole ? 'end-of-day' : 'start-of-day';
        const latest = countBackward(start, anchor, workingDays(days), calendar);

        expect(said(latest)).toBe(walked(walkBack(start, whole, days)));
      }),
      20_000,
    );
  });

  it('for clocks derived from events, on 10,000 random cases', () => {
    holdsFor(
      fc.property(anyTerm, ({ start, days, excluded }) => {
        const rule = { ...STATUTORY.decision, term: workingDays(days) };
        const clock = deriveClock(rule, eventsOf(start, excluded), calendar);
        const lastStop = excluded.reduce<string>((last, { to }) => (to > last ? to : last), start);

        expect(clock.due).toEqual(countForward(start, workingDays(days), calendar, excluded).due);
        expect(clock.suspendedWorkingDays).toBe(stoppedWorkingDays(start, lastStop, excluded));
      }),
      10_000,
    );
  });
});
