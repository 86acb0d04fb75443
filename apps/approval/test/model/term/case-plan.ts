import { randomUUID } from 'node:crypto';
import type { ApplicationAcceptedPayload } from '@onewindow/contracts';
import { addDays, addMilliseconds, legalDate, startOfDay, type Instant } from '@onewindow/kernel';
import * as fc from 'fast-check';
import type { Term } from '../walk/days.js';
import { REGION } from '../walk/officials.js';

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

/** Between the new year and the end of May, so that no term reaches into a year that is not published. */
export const casePlan: fc.Arbitrary<CasePlan> = fc.record({
  acceptedAt: fc
    .record({ day: fc.nat(140), minute: fc.nat(24 * 60 - 1) })
    .map(({ day, minute }) =>
      addMilliseconds(startOfDay(addDays(legalDate('2026-01-04'), day)), minute * 60_000),
    ),
  tracks: fc.array(track, { minLength: 1, maxLength: 4 }),
});

export const itemOf = (index: number): string => `item-${String(index + 1)}`;

/** What intake tells of it. */
export function toldOf(plan: CasePlan, serial: number): ApplicationAcceptedPayload {
  const number = String(serial).padStart(6, '0');
  return {
    applicationId: randomUUID(),
    applicationNumber: `A-${number}`,
    caseNumber: `${REGION}-20260101-${number}`,
    region: REGION,
    receivedAt: plan.acceptedAt,
    acceptedAt: plan.acceptedAt,
    applicantAccount: 'chen',
    applicant: { name: `某公司 ${number}`, creditCode: '91371500MA9YXW1T5X' },
    premises: { name: '门店', address: '人民路 1 号' },
    jointInspection: [],
    items: plan.tracks.map(({ agency, term, promisedDays, siteVisit, supervised }, index) => ({
      item: itemOf(index),
      itemName: `事项 ${String(index + 1)}`,
      agency,
      agencyName: agency,
      statutoryTerm: { ...term, source: '行政许可法 42' },
      ...(promisedDays !== undefined && {
        promisedTerm: { unit: 'working-day' as const, days: promisedDays, source: '办事指南' },
      }),
      siteVisit,
      resultName: '许可证',
      materials: [],
      ...(supervised && { supervisingDepartment: 'city-management' }),
    })),
  };
}
