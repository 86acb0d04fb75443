import { randomUUID } from 'node:crypto';
import { legalDateAt, type Person } from '@onewindow/kernel';
import * as fc from 'fast-check';
import { anOfficer } from '../../fixtures.js';
import { headOf, personOf as officialOf } from '../walk/officials.js';
import {
  agencyOf,
  holderOf,
  isEnded,
  officerOf,
  stageAt,
  statusOf,
  type Act,
  type Bound,
  type OfficerModel,
  type Outcome,
  type UpwardModel,
} from './upward-model.js';

/** Before it is known how far the matter is. */
export interface Attempt {
  readonly by?: number;
  readonly which: number;
  readonly act: Tried;
}

type Tried =
  | {
      readonly type:
        'next' | 'opinion' | 'start-procedure' | 'end-procedure' | 'reopen' | 'withdraw';
    }
  | { readonly type: 'decide' | 'draft' | 'review-draft'; readonly outcome: Outcome }
  | { readonly type: 'report'; readonly grounds: boolean }
  | { readonly type: 'complete' | 'return' | 'return-over'; readonly stage: number }
  | { readonly type: 'extend'; readonly days: number }
  | { readonly type: 'relate' };

const outcome = fc.constantFrom<Outcome[]>('granted', 'refused');
const of = <Type extends Tried['type']>(type: Type) => fc.record({ type: fc.constant(type) });

const act: fc.Arbitrary<Tried> = fc.oneof(
  { weight: 14, arbitrary: of('next') },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('report' as const), grounds: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constantFrom('decide', 'draft', 'draft', 'review-draft', 'review-draft'),
      outcome,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('complete', 'return', 'return', 'return-over'),
      stage: fc.nat(4),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.oneof(of('start-procedure'), of('end-procedure'), of('end-procedure')),
  },
  { weight: 2, arbitrary: of('relate') },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('extend' as const),
      days: fc.integer({ min: 0, max: 12 }),
    }),
  },
  { weight: 2, arbitrary: of('reopen') },
  { weight: 1, arbitrary: fc.oneof(of('opinion'), of('opinion'), of('withdraw')) },
);

const on = (acts: fc.Arbitrary<Tried>): fc.Arbitrary<Attempt> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ which: fc.nat(19), act: acts }) },
    { weight: 1, arbitrary: fc.record({ which: fc.nat(19), act: acts, by: fc.nat(15) }) },
  );

export const attempt = on(act);

/** Of which work goes to somebody else a moment later. */
export const standingBack = on(of('relate'));

/** By a person with a name, and mostly by whoever has it to do. */
export function bound(model: UpwardModel, { by, which, act: tried }: Attempt): Bound {
  const made =
    which % 5 > 0 && isIdle(model, tried) ? nextOf(model, which) : actOf(model, tried, which);
  const people = peopleOf(model);
  const actor = by === undefined ? rightFor(model, made, which) : people[by % people.length]!;
  return { key: randomUUID(), act: made, actor };
}

/** What has nothing to be tried on at this moment is tried seldom. */
function isIdle(model: UpwardModel, { type }: Tried): boolean {
  const status = statusOf(model);
  if (type === 'draft' || type === 'decide') return status !== 'reviewed';
  if (type === 'review-draft') return model.draft === undefined;
  if (type === 'end-procedure') return status !== 'suspended';
  if (type === 'return') return wayBack(model) === undefined;
  return false;
}

const wayBack = (model: UpwardModel) =>
  model.plan.returns.find(({ from }) => from === stageAt(model).code);

function actOf(model: UpwardModel, tried: Tried, which: number): Act {
  const { stages, returns } = model.plan;
  const today = legalDateAt(model.now);
  switch (tried.type) {
    case 'next':
      return nextOf(model, which);
    case 'complete':
      return { type: 'complete', stage: stages[tried.stage % stages.length]!.code };
    case 'return': {
      const way =
        returns.find(({ from }) => from === stageAt(model).code) ?? returns[tried.stage % 2];
      return { type: 'return', ...inStages(way ?? { from: 'decision', to: 'review' }) };
    }
    case 'return-over':
      return { type: 'return', stage: tried.stage % 2 === 0 ? 'review' : 'decision', to: 'first' };
    case 'end-procedure': {
      const { procedures } = model.clock;
      const running = procedures.findIndex(({ until }) => until === undefined);
      return { type: 'end-procedure', procedure: which % 5 === 0 ? which % 3 : running };
    }
    case 'review-draft':
      return {
        type: 'review-draft',
        outcome: which % 5 === 0 ? tried.outcome : (model.draft?.outcome ?? tried.outcome),
        result: which % 4 === 0 ? 'returned' : 'approved',
      };
    case 'relate':
      return { type: 'relate', account: model.officers[which % model.officers.length]!.account };
    case 'reopen':
      return { type: 'reopen', on: today };
    case 'opinion':
    case 'start-procedure':
    case 'withdraw':
      return { type: tried.type };
    case 'decide':
      return { type: 'decide', outcome: tried.outcome };
    case 'draft':
      return { type: 'draft', outcome: tried.outcome };
    case 'report':
    case 'extend':
      return tried;
  }
}

const inStages = ({ from, to }: { readonly from: string; readonly to: string }) => ({
  stage: from,
  to,
});

/** What is to be done now, by a way that there is. */
function nextOf(model: UpwardModel, which: number): Act {
  if (model.decided !== undefined) return { type: 'reopen', on: legalDateAt(model.now) };
  const { code } = stageAt(model);
  const back = wayBack(model);
  if (back !== undefined && which % 5 === 2) return { type: 'return', ...inStages(back) };
  switch (code) {
    case 'first':
      return { type: 'report', grounds: true };
    case 'review':
      return { type: 'opinion' };
    case 'decision':
      return decidingOf(model, which);
    case 'check':
    case 'council':
      return { type: 'complete', stage: code };
  }
}

function decidingOf({ draft }: UpwardModel, which: number): Act {
  const outcome = draft?.outcome ?? 'granted';
  if (draft?.current !== true && which % 3 === 1) return { type: 'draft', outcome };
  return draft?.current === true && draft.review === undefined
    ? { type: 'review-draft', outcome, result: which % 4 === 0 ? 'returned' : 'approved' }
    : { type: 'decide', outcome };
}

const personOf = ({ account, agency, role }: OfficerModel): Person =>
  anOfficer(account, agency, role);

const peopleOf = ({ officers, lower, higher }: UpwardModel): readonly Person[] => [
  ...officers.map(personOf),
  headOf(lower),
  headOf(higher),
  ...(['government-head', 'stranger', 'applicant'] as const).map((each) =>
    officialOf(each, lower, lower),
  ),
];

/** Whoever has it to do; what nobody has, somebody of the agency whose work it is. */
function rightFor(model: UpwardModel, made: Act, which: number): Person {
  const agency = agencyOf(model);
  const head = headOf(agency);
  const some = (role: OfficerModel['role']): Person => {
    const all = model.officers.filter((each) => each.agency === agency && each.role === role);
    return personOf(all[which % all.length]!);
  };
  const holder = holderOf(model);
  const holding = holder === undefined ? undefined : personOf(officerOf(model, holder)!);
  switch (made.type) {
    case 'relate':
      return personOf(officerOf(model, made.account)!);
    case 'withdraw':
      return officialOf('applicant', agency, agency);
    case 'extend':
      return which % 3 === 0 ? officialOf('government-head', agency, agency) : head;
    case 'reopen':
      return which % 2 === 0 ? head : some('decision-officer');
    case 'decide':
      return holding ?? some('decision-officer');
    case 'draft':
    case 'review-draft':
      return some(which % 2 === 0 ? 'approver' : 'decision-officer');
    case 'complete':
    case 'report':
    case 'return':
    case 'opinion':
    case 'start-procedure':
    case 'end-procedure':
      return !isEnded(model) && stageAt(model).role === 'agency-head'
        ? head
        : (holding ?? some('approver'));
  }
}
