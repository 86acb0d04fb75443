import * as fc from 'fast-check';
import type { KindOfAct } from './people-model.js';

/** Before it is known who there is and what is to be done. */
export interface Attempt {
  readonly matter: number;
  /** Absent: whoever has it to do, or the head. */
  readonly by?: number;
  readonly act: Tried;
}

export type Tried =
  | { readonly type: 'next' | 'opinion' | 'decide' | 'claim' | 'release' | 'reopen' }
  | { readonly type: 'assign' | 'retire' | 'relate'; readonly who: number }
  | { readonly type: 'hand-over'; readonly who: number; readonly to: number }
  | { readonly type: 'revoke'; readonly which: number; readonly byHead: boolean }
  | {
      readonly type: 'appoint';
      readonly who: number;
      readonly limit: number | null;
      readonly narrow: boolean;
    }
  | {
      readonly type: 'leave' | 'authorise' | 'delegate';
      readonly who: number;
      readonly from: number;
      readonly days: number;
      readonly acts: readonly KindOfAct[];
      readonly one: boolean;
    }
  | {
      readonly type: 'claim-many' | 'complete-many';
      /** Absent: all that somebody has to do. */
      readonly tasks: readonly number[] | null;
      readonly to: number | null;
    };

const who = fc.nat(9);
const next = fc.record({ type: fc.constant('next' as const) });

const onMatter = fc.record({
  type: fc.constantFrom('opinion', 'decide', 'claim', 'claim', 'release', 'release', 'reopen'),
});

const onOfficer = fc.oneof(
  fc.record({ type: fc.constantFrom('assign', 'assign', 'relate', 'retire'), who }),
  fc.record({ type: fc.constant('hand-over' as const), who, to: fc.nat(9) }),
  fc.record({
    type: fc.constant('appoint' as const),
    who,
    limit: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 2 }),
    narrow: fc.boolean(),
  }),
);

const someDays = fc.record({
  type: fc.constantFrom('leave', 'authorise', 'delegate', 'delegate'),
  who,
  from: fc.integer({ min: -1, max: 3 }),
  days: fc.integer({ min: -1, max: 6 }),
  acts: fc.constantFrom<(readonly KindOfAct[])[]>(['review'], ['decide'], ['review', 'decide']),
  one: fc.boolean(),
});

const revocation = fc.record({
  type: fc.constant('revoke' as const),
  which: fc.nat(9),
  byHead: fc.boolean(),
});

/** Sometimes one of them twice. */
const ofMany = fc.record({
  type: fc.constantFrom('claim-many', 'complete-many', 'complete-many'),
  tasks: fc.option(fc.array(fc.nat(11), { minLength: 1, maxLength: 4, size: 'max' }), { freq: 2 }),
  to: fc.option(who, { freq: 2 }),
});

const act: fc.Arbitrary<Tried> = fc.oneof(
  { weight: 9, arbitrary: next },
  { weight: 6, arbitrary: onMatter },
  { weight: 6, arbitrary: onOfficer },
  { weight: 5, arbitrary: someDays },
  { weight: 2, arbitrary: revocation },
  { weight: 4, arbitrary: ofMany },
);

const onAny = (acts: fc.Arbitrary<Tried>): fc.Arbitrary<Attempt> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ matter: fc.nat(11), act: acts }) },
    { weight: 1, arbitrary: fc.record({ matter: fc.nat(11), act: acts, by: fc.nat(9) }) },
  );

export const attempt = onAny(act);

/** Something of which work goes to others a moment later. */
export const leaving = onAny(
  fc.oneof(
    fc.record({ type: fc.constantFrom('relate' as const, 'retire' as const), who }),
    fc.record({ type: fc.constant('hand-over' as const), who, to: fc.nat(9) }),
  ),
);
