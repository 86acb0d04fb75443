import type { Instant, Role } from '@onewindow/kernel';
import * as fc from 'fast-check';
import { acceptance } from '../walk/accepted.js';
import type { Term } from '../walk/days.js';

/** An item that a lower agency reviews first and a higher one decides, by a definition that nobody wrote by hand. */
export interface UpwardPlan {
  readonly acceptedAt: Instant;
  /** Of the first review, by another law. */
  readonly within: Term;
  /** Of the decision. */
  readonly term: Term;
  readonly stages: readonly PlannedStage[];
  /** One after the other; none leads over the report. */
  readonly returns: readonly { readonly from: string; readonly to: string }[];
}

export interface PlannedStage {
  readonly code: 'check' | 'first' | 'review' | 'council' | 'decision';
  readonly kind: 'check' | 'first-review' | 'review' | 'deliberation' | 'decision';
  readonly role: Role;
  readonly workingDays?: number;
}

const CHECK = { code: 'check', kind: 'check', role: 'approver' } as const;
const FIRST = { code: 'first', kind: 'first-review', role: 'approver' } as const;
const REVIEW = { code: 'review', kind: 'review', role: 'approver' } as const;
const COUNCIL = { code: 'council', kind: 'deliberation', role: 'agency-head' } as const;
const DECISION = { code: 'decision', kind: 'decision', role: 'decision-officer' } as const;

const unit = fc.constantFrom('working-day' as const, 'calendar-day' as const);

export const upwardPlan: fc.Arbitrary<UpwardPlan> = fc
  .record({
    acceptedAt: acceptance,
    within: fc.record({ unit, days: fc.integer({ min: 4, max: 10 }) }),
    term: fc.record({
      unit: fc.constant('working-day' as const),
      days: fc.integer({ min: 8, max: 20 }),
    }),
    checked: fc.boolean(),
    council: fc.boolean(),
    days: fc.array(fc.option(fc.integer({ min: 1, max: 2 })), { minLength: 5, maxLength: 5 }),
    back: fc.constantFrom(true, true, true, false),
  })
  .map(({ checked, council, days, back, ...rest }) => ({
    ...rest,
    stages: [
      ...(checked ? [CHECK] : []),
      FIRST,
      REVIEW,
      ...(council ? [COUNCIL] : []),
      DECISION,
    ].map((stage, index) => {
      const workingDays = days[index] ?? null;
      return { ...stage, ...(workingDays !== null && { workingDays }) };
    }),
    returns: [
      ...(checked ? [{ from: 'first', to: 'check' }] : []),
      ...(back ? [{ from: 'decision', to: 'review' }] : []),
    ],
  }));
