import * as fc from 'fast-check';
import { addDays, legalDate } from '@onewindow/kernel';
import type { LegalDate } from '@onewindow/kernel';
import type { ClockEvent, Interval } from '../src/index.js';

const FIRST = legalDate('2024-01-01');

/** Any day of the published years, the last weeks of 2026 included, whose terms end in an unknown year. */
export const anyDate = fc
  .integer({ min: 0, max: 1095 })
  .map((days): LegalDate => addDays(FIRST, days));

export const termDays = fc.integer({ min: 1, max: 70 });

/** Suspensions that begin at the start or later; they overlap, touch and repeat freely. */
export const suspensionsAfter = (start: LegalDate): fc.Arbitrary<Interval[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 30 }))
      .map(([offset, length]) => ({
        from: addDays(start, offset),
        to: addDays(start, offset + length),
      })),
    { maxLength: 4 },
  );

/** A start, a number of days and suspensions. */
export const anyTerm = anyDate.chain((start) =>
  fc.record({ start: fc.constant(start), days: termDays, excluded: suspensionsAfter(start) }),
);

export const eventsOf = (start: LegalDate, excluded: readonly Interval[]): ClockEvent[] => [
  { type: 'started', on: start },
  ...excluded.flatMap(({ from, to }, at): ClockEvent[] => [
    {
      type: 'suspended',
      procedure: 'expert-review',
      from,
      notice: `notice-${at}`,
      expectedUntil: to,
    },
    { type: 'resumed', notice: `notice-${at}`, on: to },
  ]),
];
