import { addDays, legalDateAt, type Person, type Role } from '@onewindow/kernel';
import * as fc from 'fast-check';
import { anOfficer } from '../../fixtures.js';
import {
  isOpen,
  ROLE,
  stageOf,
  type Act,
  type Bound,
  type KindOfAct,
  type Matter,
  type PeopleModel,
} from './people-model.js';

/** Before it is known who there is and what is to be done. */
export interface Attempt {
  readonly matter: number;
  /** Absent: whoever has it to do, or the head. */
  readonly by?: number;
  readonly act: Tried;
}

type Tried =
  | { readonly type: 'next' | 'opinion' | 'decide' | 'claim' | 'release' | 'reopen' }
  | { readonly type: 'assign' | 'retire' | 'appoint' | 'relate'; readonly who: number }
  | { readonly type: 'hand-over'; readonly who: number; readonly to: number }
  | {
      readonly type: 'leave' | 'authorise';
      readonly who: number;
      readonly days: number;
      readonly acts: readonly KindOfAct[];
    };

const who = fc.nat(9);
const act: fc.Arbitrary<Tried> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ type: fc.constant('next' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom('opinion', 'decide', 'claim', 'claim', 'release', 'release', 'reopen'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('assign', 'assign', 'relate', 'retire', 'appoint'),
      who,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('hand-over' as const), who, to: fc.nat(9) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('leave', 'authorise'),
      who,
      days: fc.integer({ min: -1, max: 6 }),
      acts: fc.constantFrom<(readonly KindOfAct[])[]>(['review'], ['decide'], ['review', 'decide']),
    }),
  },
);

export const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ matter: fc.nat(11), act }) },
  { weight: 1, arbitrary: fc.record({ matter: fc.nat(11), act, by: fc.nat(9) }) },
);

export const headOf = (agency: string): Person =>
  anOfficer(`head-${agency}`, agency, 'agency-head');
const strangerOf = (agency: string): Person =>
  anOfficer(`stranger-${agency}`, 'tobacco', 'approver', 'decision-officer', 'agency-head');

/** On a matter that there is, by a person with a name. */
export function bound(of: PeopleModel, { matter: index, by, act: tried }: Attempt): Bound {
  const meant = of.matters.filter((each) => isOpen(each) === (tried.type !== 'reopen'));
  const among = meant.length > 0 && index % 6 > 0 ? meant : of.matters;
  const matter = among[index % among.length]!;
  const act = actOf(of, matter, tried);
  const people = [
    ...of.officers.map((each) => personOf(of, each.account)),
    headOf(of.agency),
    strangerOf(of.agency),
  ];
  const actor = by === undefined ? rightFor(of, matter, act, index) : people[by % people.length]!;
  return { act, caseNumber: matter.caseNumber, stage: stageOf(matter), actor };
}

function actOf(of: PeopleModel, matter: Matter, tried: Tried): Act {
  const account = 'who' in tried ? of.officers[tried.who % of.officers.length]!.account : '';
  const today = legalDateAt(of.now);
  switch (tried.type) {
    case 'next':
      if (!isOpen(matter)) return { type: 'reopen', on: today };
      return stageOf(matter) === 'review'
        ? { type: 'opinion' }
        : { type: 'decide', outcome: 'granted' };
    case 'decide':
      return { type: 'decide', outcome: 'refused' };
    case 'opinion':
    case 'claim':
    case 'release':
      return { type: tried.type };
    case 'reopen':
      return { type: 'reopen', on: today };
    case 'assign':
      return { type: 'assign', to: account };
    case 'retire':
    case 'appoint':
      return { type: tried.type, account };
    case 'relate':
      return { type: 'relate', account, applicant: matter.applicant };
    case 'hand-over': {
      const to = of.officers[tried.to]?.account;
      return { type: 'hand-over', account, ...(to !== undefined && { to }) };
    }
    case 'leave':
      return {
        type: 'leave',
        account,
        from: today,
        until: addDays(today, Math.max(0, tried.days)),
      };
    case 'authorise': {
      const { acts, days } = tried;
      return {
        type: 'authorise',
        account,
        acts,
        from: addDays(today, -1),
        until: addDays(today, days),
      };
    }
  }
}

const personOf = ({ officers, agency }: PeopleModel, account: string): Person => {
  const roles: readonly Role[] = officers.find((each) => each.account === account)!.roles;
  return anOfficer(account, agency, ...roles);
};

/** Whoever has it to do; of what nobody has, somebody whose work it is. */
function rightFor(of: PeopleModel, matter: Matter, act: Act, which: number): Person {
  const withRole = of.officers.filter(({ roles }) => roles.includes(ROLE[stageOf(matter)]));
  const anyone = withRole[which % withRole.length]!.account;
  switch (act.type) {
    case 'opinion':
    case 'decide':
    case 'claim':
    case 'release':
      return personOf(of, matter.holder[0] ?? anyone);
    case 'relate':
      return personOf(of, act.account);
    case 'assign':
    case 'reopen':
    case 'leave':
    case 'authorise':
    case 'hand-over':
    case 'retire':
    case 'appoint':
      return headOf(of.agency);
  }
}
