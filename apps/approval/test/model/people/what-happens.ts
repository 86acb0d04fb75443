import type { Instant } from '@onewindow/kernel';
import type { Acted } from '../walk/game.js';
import {
  able,
  authorityOf,
  isOpen,
  mayHave,
  type Bound,
  type Matter,
  type OfficerModel,
  type PeopleModel,
} from './people-model.js';
import { refusalOf } from './who-may.js';

export const timePasses = (of: PeopleModel, now: Instant): PeopleModel => ({ ...of, now });

/** Somebody acts, and work that has to go to others has gone. */
export function acted(of: PeopleModel, bound: Bound): Acted<PeopleModel> {
  const answer = refusalOf(of, bound);
  return answer === undefined ? { of: effectOf(of, bound), answer: 'done' } : { of, answer };
}

/** Whoever the service chooses is one of those who may have it. */
export const given = (of: PeopleModel, matter: Matter): Matter => ({
  ...matter,
  holder: able(of, matter),
});

function effectOf(of: PeopleModel, { act, caseNumber, actor }: Bound): PeopleModel {
  const matter = of.matters.find((each) => each.caseNumber === caseNumber)!;
  const become = (changed: Matter) => ({
    ...of,
    matters: of.matters.map((each) => (each === matter ? changed : each)),
  });
  switch (act.type) {
    case 'opinion':
      return become(given(of, { ...matter, reviewer: actor.id }));
    case 'decide': {
      const officer = of.officers.find(({ account }) => account === actor.id)!;
      const under = authorityOf(officer, 'decide', matter, of.now)!;
      return become({
        ...matter,
        holder: [],
        decided: { outcome: act.outcome, by: actor.id, under },
      });
    }
    case 'claim':
      return become({ ...matter, holder: [actor.id] });
    case 'release':
      return become({ ...matter, holder: [] });
    case 'assign':
      return become({ ...matter, holder: [act.to] });
    case 'reopen': {
      const { reviewer, decided, ...rest } = matter;
      const before = [...matter.before, decided!.by, reviewer!];
      return become(given(of, { ...rest, before }));
    }
    case 'leave':
      return withOfficer(of, act.account, ({ leaves }) => ({
        leaves: { ...leaves, [act.from]: act.until },
      }));
    case 'authorise': {
      const { acts, until } = act;
      return withOfficer(of, act.account, ({ authorities }) => ({
        authorities: [...authorities, { acts, until }],
      }));
    }
    case 'appoint':
      return withOfficer(of, act.account, () => ({ inPost: true }));
    case 'retire':
      return passedOn(
        withOfficer(of, act.account, () => ({ inPost: false })),
        act.account,
      );
    case 'relate': {
      const { applicant } = act;
      const related = withOfficer(of, act.account, ({ relations }) => ({
        relations: [...relations, applicant],
      }));
      return passedOn(related, act.account, (each) =>
        related.officers.some(
          ({ account, relations }) => account === act.account && relations.includes(each.applicant),
        ),
      );
    }
    case 'hand-over':
      return passedOn(of, act.account, () => true, act.to);
  }
}

const withOfficer = (
  of: PeopleModel,
  account: string,
  change: (officer: OfficerModel) => Partial<OfficerModel>,
): PeopleModel => ({
  ...of,
  officers: of.officers.map((each) =>
    each.account === account ? { ...each, ...change(each) } : each,
  ),
});

/** Somebody's open work goes to others who may have it, or to one of them, and else into the pool. */
function passedOn(
  of: PeopleModel,
  account: string,
  concerns: (matter: Matter) => boolean = () => true,
  to?: string,
): PeopleModel {
  const moved = (matter: Matter): readonly string[] => {
    if (to === account) return [];
    const only = of.officers.find((each) => each.account === to);
    if (only === undefined) return able(of, matter, account);
    return mayHave(of, matter, only) ? [only.account] : [];
  };
  return {
    ...of,
    matters: of.matters.map((matter) =>
      isOpen(matter) && matter.holder[0] === account && concerns(matter)
        ? { ...matter, holder: moved(matter) }
        : matter,
    ),
  };
}
