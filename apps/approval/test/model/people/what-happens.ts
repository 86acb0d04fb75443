import type { Instant } from '@onewindow/kernel';
import type { Acted, Answer } from '../walk/game.js';
import type { Effect as EffectOf } from '../walk/ways-at-once.js';
import {
  authorityOf,
  isOpen,
  officerOf,
  stageOf,
  type Bound,
  type Had,
  type Matter,
  type OfficerModel,
  type PeopleModel,
  type Task,
} from './people-model.js';
import { refusalOf } from './who-may.js';
import { weightOf, whoGets, type Choosing, type Known } from './whose-turn.js';

export const timePasses = (of: PeopleModel, now: Instant): PeopleModel => ({ ...of, now });

type Effect = EffectOf<PeopleModel, Move>;

/** Work that goes to others a moment later. */
export interface Move {
  readonly account: string;
  readonly to?: string;
  /** Only what there is an interest in. */
  readonly recused: boolean;
}

/** Somebody acts, and work that has to go to others has gone. */
export function acted(of: PeopleModel, bound: Bound): Acted<PeopleModel> {
  const { of: after, answer, moves } = effectOf(of, bound, knownNow(of));
  return { of: moves === undefined ? after : moved(after, moves, knownNow(after)), answer };
}

export const knownNow = (of: PeopleModel): Known => ({ counted: of, remembered: of });

export function effectOf(of: PeopleModel, bound: Bound, known: Known): Effect {
  const { act } = bound;
  if (act.type === 'claim-many' || act.type === 'complete-many') {
    return ofEach(of, bound, act.tasks, known);
  }
  const answer = refusalOf(of, bound);
  if (answer !== undefined) return { of, answer };
  return { answer: 'done', ...doneBy(of, bound, { known, given: new Map(), gave: new Map() }) };
}

/** Each as if it were asked for by itself, after those before it; what was given out on the way counts for the next one. */
function ofEach(before: PeopleModel, bound: Bound, tasks: readonly Task[], known: Known): Effect {
  const given = new Map<string, number>();
  const gave = new Map<string, Had>();
  const answers: Answer[] = [];
  let of = before;
  for (const task of tasks) {
    const single = { ...bound, ...task, act: singleOf(bound, task) };
    const answer = refusalOf(of, single, bound.act.type === 'complete-many');
    answers.push(answer ?? 'done');
    if (answer === undefined) of = doneBy(of, single, { known, given, gave }).of;
  }
  return { of, answer: { each: answers } };
}

function singleOf({ act }: Bound, { stage }: Task): Bound['act'] {
  if (act.type === 'claim-many') {
    return act.to === undefined ? { type: 'claim' } : { type: 'assign', to: act.to };
  }
  return stage === 'review' ? { type: 'opinion' } : { type: 'decide', outcome: 'granted' };
}

interface Giving extends Choosing {
  readonly given: Map<string, number>;
  readonly gave: Map<string, Had>;
}

/** Whoever gets it has it from now on; without anybody it is in the pool. */
export function given(of: PeopleModel, matter: Matter, giving: Giving): Matter {
  const account = whoGets(of, matter, giving);
  if (account === undefined) return matter;
  const load = (giving.given.get(account) ?? 0) + weightOf(of, matter);
  giving.given.set(account, load);
  giving.gave.set(`${matter.caseNumber} ${stageOf(matter)}`, { account, since: of.now });
  return givenTo(of, matter, account);
}

const givenTo = ({ now }: PeopleModel, matter: Matter, holder: string): Matter => ({
  ...matter,
  holder,
  had: { ...matter.had, [stageOf(matter)]: { account: holder, since: now } },
});

/** Whoever has it already has had it since then. */
const heldBy = (of: PeopleModel, matter: Matter, holder: string): Matter =>
  matter.holder === holder ? matter : givenTo(of, matter, holder);

function released({ holder: _, ...matter }: Matter): Matter {
  const { [stageOf(matter)]: _had, ...had } = matter.had;
  return { ...matter, had };
}

type Done = Pick<Effect, 'of' | 'moves'>;

function doneBy(of: PeopleModel, bound: Bound, giving: Giving): Done {
  const { act, caseNumber, actor, key } = bound;
  const matter = of.matters.find((each) => each.caseNumber === caseNumber)!;
  const become = (changed: Matter): Done => ({ of: withMatter(of, changed) });
  switch (act.type) {
    case 'opinion': {
      const { holder: _, ...done } = heldBy(of, matter, actor.id);
      return become(given(of, { ...done, reviewer: actor.id }, giving));
    }
    case 'decide': {
      const under = authorityOf(of, officerOf(of, actor.id)!, 'decide', matter)!;
      const { holder: _, ...done } = heldBy(of, matter, actor.id);
      return become({ ...done, decided: { outcome: act.outcome, by: actor.id, under } });
    }
    case 'claim':
      return become(heldBy(of, matter, actor.id));
    case 'release':
      return become(released(matter));
    case 'assign':
      return become(givenTo(of, matter, act.to));
    case 'reopen': {
      const { reviewer, decided, ...rest } = matter;
      const before = [...matter.before, decided!.by, reviewer!];
      return become(given(of, { ...rest, had: {}, before }, giving));
    }
    case 'leave':
      return withOfficer(of, act.account, (officer) => ({
        ...officer,
        leaves: { ...officer.leaves, [act.from]: act.until },
      }));
    case 'authorise': {
      const { type: _, account, ...scope } = act;
      const authority = { ...scope, document: key, by: actor.id, revoked: false };
      return withOfficer(of, account, (officer) => ({
        ...officer,
        authorities: [...officer.authorities, authority],
      }));
    }
    case 'revoke':
      return withOfficer(of, act.account, (officer) => ({
        ...officer,
        authorities: officer.authorities.map((each) =>
          each.document === act.document ? { ...each, revoked: true } : each,
        ),
      }));
    case 'appoint': {
      const { account, competence, limit } = act;
      return withOfficer(of, account, ({ limit: _, ...rest }) => ({
        ...rest,
        inPost: true,
        competence,
        ...(limit !== undefined && { limit }),
      }));
    }
    case 'retire': {
      const { account, competence } = act;
      const left = ({ limit: _, ...officer }: OfficerModel): OfficerModel => ({
        ...officer,
        inPost: false,
        competence,
      });
      return { ...withOfficer(of, account, left), moves: all(account) };
    }
    case 'relate': {
      const { account, applicant } = act;
      const related = withOfficer(of, account, (officer) => ({
        ...officer,
        relations: [...officer.relations, applicant],
      }));
      return { ...related, moves: { account, recused: true } };
    }
    case 'hand-over':
      return { of, moves: { ...all(act.account), ...(act.to !== undefined && { to: act.to }) } };
    case 'claim-many':
    case 'complete-many':
      throw new TypeError('each of many is an act of its own');
  }
}

const all = (account: string): Move => ({ account, recused: false });

const withMatter = (of: PeopleModel, matter: Matter): PeopleModel => ({
  ...of,
  matters: of.matters.map((each) => (each.caseNumber === matter.caseNumber ? matter : each)),
});

const withOfficer = (
  of: PeopleModel,
  account: string,
  change: (officer: OfficerModel) => OfficerModel,
): Done => ({
  of: {
    ...of,
    officers: of.officers.map((each) => (each.account === account ? change(each) : each)),
  },
});

/** Somebody's open work goes to others who may have it, or to one of them, and else into the pool; matter by matter. */
export function moved(before: PeopleModel, { account, to, recused }: Move, known: Known) {
  const officer = officerOf(before, account)!;
  const choosing = {
    known,
    given: new Map(),
    gave: new Map(),
    except: account,
    ...(to !== undefined && { only: to }),
  };
  let of = before;
  let [reassigned, toPool] = [0, 0];
  for (const matter of before.matters) {
    const isMeant = isOpen(matter) && matter.holder === account;
    if (!isMeant || (recused && !officer.relations.includes(matter.applicant))) continue;
    const next = given(of, released(matter), choosing);
    if (next.holder === undefined) toPool += 1;
    else reassigned += 1;
    of = withMatter(of, next);
  }
  return { ...of, transfers: [...of.transfers, { account, reassigned, toPool }] };
}
