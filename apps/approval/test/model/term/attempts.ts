import { addDays, legalDateAt } from '@onewindow/kernel';
import * as fc from 'fast-check';
import { inspectorsOf, OFFICIALS, personOf, type Official } from '../walk/officials.js';
import { statusOf, type Act, type Bound, type CaseModel, type TrackModel } from './case-model.js';

/** Before it is known how many tracks and procedures there are, and how far they are. */
export interface Attempt {
  readonly track: number;
  /** Absent: whom the law names for it. */
  readonly by?: Official;
  /** Or one of those that bring the track further, whichever they are then. */
  readonly act:
    | Act
    | { readonly type: 'next'; readonly which: number }
    | { readonly type: 'notice'; readonly days: readonly number[] };
}

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
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('extend-joint' as const),
      days: fc.integer({ min: 0, max: 16 }),
    }),
  },
);
/** Days that are changed by a notice, in days from now; late news may change what is past. */
const notice = fc.record({
  type: fc.constant('notice' as const),
  days: fc.array(fc.integer({ min: -7, max: 45 }), { minLength: 1, maxLength: 4 }),
});
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
  fc.oneof(
    { weight: 9, arbitrary: next },
    { weight: 3, arbitrary: act },
    { weight: 2, arbitrary: notice },
  ),
);
/** An inspection with all its signatures. */
export const visitAttempt: fc.Arbitrary<Attempt> = attemptOf(visit);

/** On a track that there is, by a person with a name. */
export function bound(of: CaseModel, { track: index, by, act: tried }: Attempt): Bound {
  const undecided = of.tracks.filter(({ outcome }) => outcome === undefined);
  const among = tried.type === 'next' && undecided.length > 0 ? undecided : of.tracks;
  const track = among[index % among.length]!;
  const { item, planned } = track;
  const { agency } = planned;
  const others = of.tracks.map((each) => each.planned.agency).filter((each) => each !== agency);
  const act = actOf(of, track, tried);
  const actor = personOf(by ?? RIGHT[act.type], agency, others[0] ?? 'tobacco');
  return { act, item, agency, actor, inspectors: inspectorsOf(agency) };
}

function actOf({ now }: CaseModel, track: TrackModel, tried: Attempt['act']): Act {
  if (tried.type === 'next') return nextOf(track, tried.which);
  if (tried.type !== 'notice') return tried;
  const [first = 0, ...others] = tried.days;
  const dayIn = (days: number) => addDays(legalDateAt(now), days);
  return { type: 'calendar', days: [dayIn(first), ...others.map(dayIn)] };
}

/** What brings a track further. */
function nextOf(track: TrackModel, which: number): Act {
  const outcome = track.visit === 'not-met' || which === 0 ? 'refused' : 'granted';
  const decide: Act = { type: 'decide', outcome, reasons: true, basis: true, delayReason: true };
  switch (statusOf(track)) {
    case 'in-review':
      return which === 0
        ? { type: 'start-procedure' }
        : { type: 'review', recommendation: 'grant' };
    case 'suspended':
      if (which === 5) return { type: 'withdraw' };
      return {
        type: 'end-procedure',
        procedure: track.procedures.findIndex(({ until }) => until === undefined),
      };
    case 'reviewed':
      return which === 1 && track.extendedBy === undefined ? { type: 'extend', days: 5 } : decide;
    default:
      return decide;
  }
}

/** Whom the law names. */
const RIGHT: Readonly<Record<Act['type'], Official>> = {
  review: 'approver',
  decide: 'decision-officer',
  'start-procedure': 'approver',
  'end-procedure': 'approver',
  extend: 'agency-head',
  'explain-delay': 'decision-officer',
  visit: 'approver',
  withdraw: 'applicant',
  'extend-joint': 'government-head',
  // It is intake that tells of it.
  calendar: 'stranger',
};
