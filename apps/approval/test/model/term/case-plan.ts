import type { ApplicationAcceptedPayload } from '@onewindow/contracts';
import { addDays, addMilliseconds, legalDate, startOfDay, type Instant } from '@onewindow/kernel';
import * as fc from 'fast-check';
import { acceptance, applicationOf, caseNumberOf, itemToldOf } from '../walk/accepted.js';
import type { Term } from '../walk/days.js';

/** One item of a case that is to be. */
export interface PlannedTrack {
  readonly agency: string;
  readonly term: Term;
  /** The place's own, shorter word, in working days. */
  readonly promisedDays?: number;
  readonly siteVisit: boolean;
  readonly supervised: boolean;
}

export interface CasePlan {
  readonly acceptedAt: Instant;
  /** The items of a bundle that the place handles together 联合办理 (许可法 26②). */
  readonly joint: boolean;
  readonly tracks: readonly PlannedTrack[];
}

const track: fc.Arbitrary<PlannedTrack> = fc
  .record({
    agency: fc.constantFrom('bureau', 'fire-rescue', 'culture'),
    unit: fc.constantFrom('working-day' as const, 'working-day' as const, 'calendar-day' as const),
    days: fc.integer({ min: 2, max: 20 }),
    promisedShare: fc.option(fc.integer({ min: 1, max: 4 })),
    siteVisit: fc.nat(3).map((each) => each === 0),
    supervised: fc.boolean(),
  })
  .map(({ unit, days, promisedShare, ...rest }) => ({
    ...rest,
    term: { unit, days },
    ...(promisedShare !== null && { promisedDays: Math.max(1, Math.floor(days / promisedShare)) }),
  }));

/** In the last two months of the year, so that terms reach into one of which nobody has published the calendar. */
const lateAcceptance: fc.Arbitrary<Instant> = fc
  .record({ day: fc.nat(55), minute: fc.nat(24 * 60 - 1) })
  .map(({ day, minute }) =>
    addMilliseconds(startOfDay(addDays(legalDate('2026-11-05'), day)), minute * 60_000),
  );

export const casePlan: fc.Arbitrary<CasePlan> = fc.record({
  acceptedAt: fc.oneof(
    { weight: 3, arbitrary: acceptance },
    { weight: 1, arbitrary: lateAcceptance },
  ),
  joint: fc.boolean(),
  tracks: fc.array(track, { minLength: 1, maxLength: 4 }),
});

export const itemOf = (index: number): string => `item-${String(index + 1)}`;

/** What intake tells of it. */
export const toldOf = (plan: CasePlan, serial: number): ApplicationAcceptedPayload =>
  applicationOf({
    caseNumber: caseNumberOf(serial),
    acceptedAt: plan.acceptedAt,
    ...(plan.joint && { bundle: 'opening-a-restaurant', handling: 'joint' as const }),
    items: plan.tracks.map(({ agency, term, promisedDays, siteVisit, supervised }, index) =>
      itemToldOf(itemOf(index), agency, {
        statutoryTerm: { ...term, source: '行政许可法 42' },
        ...(promisedDays !== undefined && {
          promisedTerm: { unit: 'working-day' as const, days: promisedDays, source: '办事指南' },
        }),
        siteVisit,
        ...(supervised && { supervisingDepartment: 'city-management' }),
      }),
    ),
  });
