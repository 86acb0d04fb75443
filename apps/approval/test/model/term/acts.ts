import * as fc from 'fast-check';
import { OFFICIALS, type Official } from '../walk/officials.js';

/** What somebody tries on one track; whether he may is for the model to say. */
export type Act =
  | { readonly type: 'review'; readonly recommendation: 'grant' | 'refuse' }
  | {
      readonly type: 'decide';
      readonly outcome: 'granted' | 'refused';
      readonly reasons: boolean;
      readonly basis: boolean;
      readonly delayReason: boolean;
    }
  | { readonly type: 'start-procedure' }
  /** The procedure with this number of the track, from 0. */
  | { readonly type: 'end-procedure'; readonly procedure: number }
  | { readonly type: 'extend'; readonly days: number }
  | { readonly type: 'explain-delay' }
  | { readonly type: 'visit'; readonly met: boolean }
  | { readonly type: 'withdraw' };

/** Before it is known how many tracks and procedures there are, and how far they are. */
export interface Attempt {
  readonly track: number;
  /** Absent: whom the law names for it. */
  readonly by?: Official;
  /** Or one of those that bring the track further, whichever they are then. */
  readonly act: Act | { readonly type: 'next'; readonly which: number };
}

/** Whom the law names. */
export const RIGHT: Readonly<Record<Act['type'], Official>> = {
  review: 'approver',
  decide: 'decision-officer',
  'start-procedure': 'approver',
  'end-procedure': 'approver',
  extend: 'agency-head',
  'explain-delay': 'decision-officer',
  visit: 'approver',
  withdraw: 'applicant',
};

const mostly = fc.nat(9).map((each) => each > 0);

const review = fc.record({
  type: fc.constant('review' as const),
  recommendation: fc.constantFrom('grant' as const, 'refuse' as const),
});
const decide = fc.record({
  type: fc.constant('decide' as const),
  outcome: fc.constantFrom('granted' as const, 'refused' as const),
  reasons: mostly,
  basis: mostly,
  delayReason: fc.boolean(),
});
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: review },
  { weight: 6, arbitrary: decide },
  { weight: 3, arbitrary: fc.constant({ type: 'start-procedure' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('end-procedure' as const), procedure: fc.nat(2) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('extend' as const),
      days: fc.integer({ min: 0, max: 11 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'explain-delay' as const }) },
  { weight: 3, arbitrary: fc.constant({ type: 'withdraw' as const }) },
);
const visit = fc.record({ type: fc.constant('visit' as const), met: mostly });

const next = fc.record({ type: fc.constant('next' as const), which: fc.nat(5) });

/** Four times out of five whoever may do it tries it. */
const attemptOf = (acts: fc.Arbitrary<Attempt['act']>): fc.Arbitrary<Attempt> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ track: fc.nat(3), act: acts }) },
    {
      weight: 1,
      arbitrary: fc.record({ track: fc.nat(3), act: acts, by: fc.constantFrom(...OFFICIALS) }),
    },
  );

/** One command each, so that two of them may meet in the same moment. */
export const singleAttempt: fc.Arbitrary<Attempt> = attemptOf(
  fc.oneof({ weight: 3, arbitrary: next }, { weight: 1, arbitrary: act }),
);
/** An inspection with all its signatures. */
export const visitAttempt: fc.Arbitrary<Attempt> = attemptOf(visit);
