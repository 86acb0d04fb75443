import { legalDateAt } from '@onewindow/kernel';
import {
  isInForce,
  isOpen,
  KIND,
  mayHave,
  officerOf,
  stageOf,
  type Had,
  type Matter,
  type OfficerModel,
  type PeopleModel,
} from './people-model.js';

/** What was counted before, which others may have changed meanwhile: who has how much to do, and who had what. */
export interface Known {
  readonly counted: PeopleModel;
  readonly remembered: PeopleModel;
}

export interface Choosing {
  readonly known: Known;
  /** What the same command gave out since it counted. */
  readonly given: ReadonlyMap<string, number>;
  /** And the matters among it, by case and stage. */
  readonly gave: ReadonlyMap<string, Had>;
  readonly except?: string;
  /** Nobody else comes into question, and neither does the load. */
  readonly only?: string;
}

/** Posts are published with this day. */
export const IN_POST_SINCE = '2026-01-05';

/**
 * Who gets what is to be done of a matter: of those who may have it and have room for it somebody with the least work, not somebody who
 * had the last ones of the applicant or has had the item for long while there is another, and of equals whose turn it is by the number of the
 * case. Counting comes before the act; that whoever is chosen may have it is true in the act itself.
 */
export function whoGets(of: PeopleModel, matter: Matter, choosing: Choosing): string | undefined {
  let officers = choosing.known.counted.officers;
  for (;;) {
    const chosen = chosenAmong({ ...of, officers }, matter, choosing);
    if (chosen === undefined) return undefined;
    const concerned = [chosen.account, ...delegatorsOf(chosen, of)];
    const current = officers.map((each) =>
      concerned.includes(each.account) ? officerOf(of, each.account)! : each,
    );
    if (current.every((each, index) => each === officers[index])) return chosen.account;
    officers = current;
  }
}

const delegatorsOf = ({ authorities }: OfficerModel, { now }: PeopleModel) =>
  authorities
    .filter((each) => each.kind === 'delegation' && isInForce(each, now))
    .map(({ by }) => by);

function chosenAmong(
  of: PeopleModel,
  matter: Matter,
  { known, given, gave, except, only }: Choosing,
): OfficerModel | undefined {
  const able = of.officers
    .filter(({ account }) => account !== except && (only === undefined || account === only))
    .filter((each) => mayHave(of, matter, each))
    .map((officer) => ({
      officer,
      load: loadOf(known.counted, officer) + (given.get(officer.account) ?? 0),
    }))
    .filter(
      ({ officer: { limit }, load }) =>
        only !== undefined || limit === undefined || load + weightOf(of, matter) <= limit,
    );
  const rested = able.filter(({ officer }) => !isTurnOver(of, matter, officer, { ...known, gave }));
  const among = rested.length > 0 ? rested : able;
  const least = Math.min(...among.map(({ load }) => load));
  const equals = among
    .filter(({ load }) => load === least)
    .map(({ officer }) => officer)
    .toSorted((one, other) => (one.account < other.account ? -1 : 1));
  const turn = Number(matter.caseNumber.split('-')[2]) + 1;
  return equals[turn % equals.length];
}

export const weightOf = ({ place }: PeopleModel, { siteVisit }: Matter): number =>
  siteVisit ? place.visitWeight : 1;

const loadOf = (of: PeopleModel, { account }: OfficerModel): number =>
  of.matters
    .filter((each) => isOpen(each) && each.holder === account)
    .reduce((sum, each) => sum + weightOf(of, each), 0);

function isTurnOver(
  { now, place: { mattersInARow, monthsWithAnItem } }: PeopleModel,
  matter: Matter,
  { account, competence: { acts, items } }: OfficerModel,
  { remembered: { matters }, gave }: Pick<Known, 'remembered'> & Pick<Choosing, 'gave'>,
): boolean {
  const stage = stageOf(matter);
  const last = matters
    .filter(
      ({ applicant, caseNumber }) =>
        applicant === matter.applicant && caseNumber !== matter.caseNumber,
    )
    .flatMap(({ caseNumber, had }) => {
      const found = gave.get(`${caseNumber} ${stage}`) ?? had[stage];
      return found === undefined ? [] : [{ caseNumber, ...found }];
    })
    .toSorted((one, other) => (orderOf(one) > orderOf(other) ? -1 : 1))
    .slice(0, mattersInARow);
  const isRow = last.length === mattersInARow && last.every((each) => each.account === account);
  if (mattersInARow > 0 && isRow) return true;
  const hasIt = acts.includes(KIND[stage]) && (items?.includes(matter.item) ?? true);
  return monthsWithAnItem > 0 && hasIt && monthsAfterStart(monthsWithAnItem) <= legalDateAt(now);
}

/** Whoever got one later comes first; of what was given out together the later case. */
const orderOf = ({ caseNumber, since }: Had & { readonly caseNumber: string }): string =>
  `${since} ${caseNumber}`;

/** The posts began in a January, and no path is in another year. */
const monthsAfterStart = (months: number): string =>
  `2026-${String(1 + months).padStart(2, '0')}${IN_POST_SINCE.slice(7)}`;
