import { randomUUID } from 'node:crypto';
import { addDays, legalDateAt, type Person, type Role } from '@onewindow/kernel';
import { anOfficer } from '../../fixtures.js';
import { headOf } from '../walk/officials.js';
import type { Attempt, Tried } from './attempts.js';
import {
  isOpen,
  ROLE,
  stageOf,
  type Act,
  type Bound,
  type Matter,
  type OfficerModel,
  type PeopleModel,
  type Task,
} from './people-model.js';
import { postOf } from './posts.js';

const strangerOf = (agency: string): Person =>
  anOfficer(`stranger-${agency}`, 'tobacco', 'approver', 'decision-officer', 'agency-head');

/** On a matter that there is, by a person with a name. */
export function bound(of: PeopleModel, { matter: index, by, act: tried }: Attempt): Bound {
  const meant = of.matters.filter((each) => isOpen(each) === (tried.type !== 'reopen'));
  const among = meant.length > 0 && index % 6 > 0 ? meant : of.matters;
  const matter = among[index % among.length]!;
  const drawn = actOf(of, matter, tried, index);
  const people = [
    ...of.officers.map((each) => personOf(of, each.account)),
    headOf(of.agency),
    strangerOf(of.agency),
  ];
  const right = rightFor(of, matter, drawn, tried, index);
  const actor = by === undefined ? right : people[by % people.length]!;
  const act = allOf(of, drawn, tried, actor);
  return { key: randomUUID(), act, caseNumber: matter.caseNumber, stage: stageOf(matter), actor };
}

const accountAt = ({ officers }: PeopleModel, which: number): string =>
  officers[which % officers.length]!.account;

function actOf(of: PeopleModel, matter: Matter, tried: Tried, which: number): Act {
  const account = 'who' in tried ? accountAt(of, tried.who) : '';
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
      return { type: 'retire', account, competence: postOf(account, of.agency).competence };
    case 'appoint': {
      const { limit, narrow } = tried;
      const { competence } = postOf(account, of.agency);
      return {
        type: 'appoint',
        account,
        competence: narrow ? { ...competence, items: [of.matters[0]!.item] } : competence,
        ...(limit !== null && { limit }),
      };
    }
    case 'relate':
      return { type: 'relate', account, applicant: matter.applicant };
    case 'hand-over': {
      const to = of.officers[tried.to]?.account;
      return { type: 'hand-over', account, ...(to !== undefined && { to }) };
    }
    case 'leave': {
      const from = addDays(today, tried.from);
      return { type: 'leave', account, from, until: addDays(from, tried.days) };
    }
    case 'authorise':
    case 'delegate': {
      const from = addDays(today, tried.from - 1);
      const until = addDays(from, tried.days);
      const { acts, one } = tried;
      if (tried.type === 'authorise') {
        const items = one ? { items: [matter.item] } : {};
        return {
          type: 'authorise',
          account,
          kind: 'chief-representative',
          acts,
          ...items,
          from,
          until,
        };
      }
      // Mostly what the post of the delegator gives.
      const own = delegatorAt(of, which).competence;
      const scope = acts.length === 2 ? { acts } : own;
      const items = scope.items ?? (one ? [matter.item] : undefined);
      const within = { acts: scope.acts, ...(items && { items }) };
      return { type: 'authorise', account, kind: 'delegation', ...within, from, until };
    }
    case 'revoke': {
      const all = of.officers.flatMap((each) =>
        each.authorities.map(({ document }) => ({ account: each.account, document })),
      );
      const revoked = all[tried.which % all.length];
      return revoked === undefined ? { type: 'claim' } : { type: 'revoke', ...revoked };
    }
    case 'claim-many': {
      const to = tried.to === null ? {} : { to: accountAt(of, tried.to) };
      return { type: 'claim-many', tasks: tasksAt(of, tried.tasks), ...to };
    }
    case 'complete-many':
      return { type: 'complete-many', tasks: tasksAt(of, tried.tasks) };
  }
}

/** Somebody with a post that gives something, whether or not he is in it. */
function delegatorAt({ officers }: PeopleModel, which: number): OfficerModel {
  const withPost = officers.filter(({ competence: { acts } }) => acts.length > 0);
  return withPost[which % withPost.length]!;
}

const taskOf = (matter: Matter): Task => ({
  caseNumber: matter.caseNumber,
  stage: stageOf(matter),
});

const tasksAt = ({ matters }: PeopleModel, tasks: readonly number[] | null): readonly Task[] =>
  (tasks ?? []).map((each) => taskOf(matters[each % matters.length]!));

/** Without tasks that are named: those that whoever acts has, or all that nobody has. */
function allOf({ matters }: PeopleModel, act: Act, tried: Tried, { id }: Person): Act {
  if (act.type !== 'claim-many' && act.type !== 'complete-many') return act;
  if ('tasks' in tried && tried.tasks !== null) return act;
  const holder = act.type === 'claim-many' ? undefined : id;
  const tasks = matters.filter((each) => isOpen(each) && each.holder === holder).map(taskOf);
  return { ...act, tasks: tasks.length === 0 ? matters.map(taskOf) : tasks };
}

const personOf = ({ officers, agency }: PeopleModel, account: string): Person => {
  const roles: readonly Role[] = officers.find((each) => each.account === account)!.roles;
  return anOfficer(account, agency, ...roles);
};

/** Whoever has it to do; of what nobody has, somebody whose work it is. */
function rightFor(of: PeopleModel, matter: Matter, act: Act, tried: Tried, which: number): Person {
  const withRole = of.officers.filter(({ roles }) => roles.includes(ROLE[stageOf(matter)]));
  const anyone = withRole[which % withRole.length]!.account;
  const head = headOf(of.agency);
  switch (act.type) {
    case 'opinion':
    case 'decide':
    case 'claim':
    case 'release':
    case 'complete-many':
      return personOf(of, matter.holder ?? anyone);
    case 'claim-many':
      return act.to === undefined ? personOf(of, anyone) : head;
    case 'relate':
      return personOf(of, act.account);
    case 'authorise':
      return act.kind === 'delegation' ? personOf(of, delegatorAt(of, which).account) : head;
    case 'revoke': {
      const { authorities } = of.officers.find(({ account }) => account === act.account)!;
      const { by } = authorities.find(({ document }) => document === act.document)!;
      const isOfficer = of.officers.some(({ account }) => account === by);
      const byHead = tried.type === 'revoke' && tried.byHead;
      return byHead || !isOfficer ? head : personOf(of, by);
    }
    case 'assign':
    case 'reopen':
    case 'leave':
    case 'hand-over':
    case 'retire':
    case 'appoint':
      return head;
  }
}
