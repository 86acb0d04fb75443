import {
  legalDateAt,
  type Instant,
  type LegalDate,
  type Person,
  type Role,
} from '@onewindow/kernel';

/** An agency that publishes its officers, and who of them may do what with which matter, by the law alone. */
export interface PeopleModel {
  readonly now: Instant;
  readonly agency: string;
  readonly place: Place;
  readonly officers: readonly OfficerModel[];
  /** By case number. */
  readonly matters: readonly Matter[];
  /** Work that went to others, in the order in which it did. */
  readonly transfers: readonly Transfer[];
}

/** What the place has decided. */
export interface Place {
  readonly claimByActing: boolean;
  readonly quashedByAnother: boolean;
  readonly mattersInARow: number;
  readonly monthsWithAnItem: number;
  /** Of a matter with a site visit; any other weighs one. */
  readonly visitWeight: number;
}

export interface OfficerModel {
  readonly account: string;
  readonly roles: readonly Role[];
  readonly inPost: boolean;
  /** By the post, for every item or for these. */
  readonly competence: Scope;
  readonly limit?: number;
  readonly authorities: readonly Authority[];
  /** By its first day, up to the last. */
  readonly leaves: Readonly<Record<string, LegalDate>>;
  /** Credit codes of those in whose matters there is an interest. */
  readonly relations: readonly string[];
}

export interface Scope {
  readonly acts: readonly KindOfAct[];
  readonly items?: readonly string[];
}

/** Beside the post, in writing and for some days. */
export interface Authority extends Scope {
  readonly kind: 'chief-representative' | 'delegation';
  readonly document: string;
  readonly by: string;
  readonly from: LegalDate;
  readonly until: LegalDate;
  readonly revoked: boolean;
}

export type KindOfAct = 'review' | 'decide';

export interface Had {
  readonly account: string;
  readonly since: Instant;
}

/** A filing of somebody for one item: an opinion first, then the decision of somebody else. */
export interface Matter {
  readonly caseNumber: string;
  readonly item: string;
  readonly applicant: string;
  readonly siteVisit: boolean;
  /** Grants may be signed for many at once. */
  readonly inBatch: boolean;
  /** Who has what is to be done now. */
  readonly holder?: string;
  /** Who had each stage since the matter was opened, or opened anew, and when they got it. */
  readonly had: Partial<Readonly<Record<Stage, Had>>>;
  readonly reviewer?: string;
  readonly decided?: {
    readonly outcome: 'granted' | 'refused';
    readonly by: string;
    readonly under: string;
  };
  /** Took part in a decision that was quashed. */
  readonly before: readonly string[];
}

export interface Transfer {
  readonly account: string;
  readonly reassigned: number;
  readonly toPool: number;
}

export type Act =
  | { readonly type: 'opinion' | 'claim' | 'release' }
  | { readonly type: 'decide'; readonly outcome: 'granted' | 'refused' }
  | { readonly type: 'assign'; readonly to: string }
  | { readonly type: 'reopen'; readonly on: LegalDate }
  | OfMany
  | OfOfficer;

/** Many tasks in one command, some perhaps twice. */
export type OfMany =
  | { readonly type: 'claim-many'; readonly tasks: readonly Task[]; readonly to?: string }
  | { readonly type: 'complete-many'; readonly tasks: readonly Task[] };

export interface Task {
  readonly caseNumber: string;
  readonly stage: Stage;
}

export type OfOfficer =
  | {
      readonly type: 'leave';
      readonly account: string;
      readonly from: LegalDate;
      readonly until: LegalDate;
    }
  | { readonly type: 'relate'; readonly account: string; readonly applicant: string }
  | ({
      readonly type: 'authorise';
      readonly account: string;
    } & Pick<Authority, 'kind' | 'acts' | 'items' | 'from' | 'until'>)
  | { readonly type: 'revoke'; readonly account: string; readonly document: string }
  | { readonly type: 'hand-over'; readonly account: string; readonly to?: string }
  /** Published once more, as the post is. */
  | { readonly type: 'retire'; readonly account: string; readonly competence: Scope }
  | {
      readonly type: 'appoint';
      readonly account: string;
      readonly competence: Scope;
      readonly limit?: number;
    };

export interface Bound extends Task {
  /** Of the command, and the number of the paper that it makes. */
  readonly key: string;
  readonly act: Act;
  readonly actor: Person;
}

export type Stage = 'review' | 'decision';

// What follows from the facts.

export const isOpen = ({ decided }: Matter): boolean => decided === undefined;

export const stageOf = ({ reviewer }: Matter): Stage =>
  reviewer === undefined ? 'review' : 'decision';

export const KIND: Readonly<Record<Stage, KindOfAct>> = { review: 'review', decision: 'decide' };
export const ROLE: Readonly<Record<Stage, Role>> = {
  review: 'approver',
  decision: 'decision-officer',
};

export const officerOf = ({ officers }: Pick<PeopleModel, 'officers'>, account: string) =>
  officers.find((each) => each.account === account);

export const isAway = ({ leaves }: OfficerModel, now: Instant): boolean =>
  Object.entries(leaves).some(
    ([from, until]) => from <= legalDateAt(now) && legalDateAt(now) <= until,
  );

const covers = ({ acts, items }: Scope, act: KindOfAct, item: string): boolean =>
  acts.includes(act) && (items?.includes(item) ?? true);

export const isInForce = ({ from, until, revoked }: Authority, now: Instant): boolean =>
  !revoked && from <= legalDateAt(now) && legalDateAt(now) <= until;

/**
 * By the post before anything that was granted beside it. A delegation gives what the post of the delegator gives at that moment, and
 * no more (许可法 24).
 */
export function authorityOf(
  of: Pick<PeopleModel, 'officers' | 'now'>,
  { competence, authorities }: OfficerModel,
  act: KindOfAct,
  { item }: Pick<Matter, 'item'>,
): string | undefined {
  if (covers(competence, act, item)) return 'post';
  const granted = authorities.find((each) => {
    if (!isInForce(each, of.now) || !covers(each, act, item)) return false;
    if (each.kind === 'chief-representative') return true;
    const delegator = officerOf(of, each.by);
    return delegator?.inPost === true && covers(delegator.competence, act, item);
  });
  return granted && `${granted.kind} ${granted.document}`;
}

/** Who may have what is to be done of a matter, whatever else they have to do. */
export const mayHave = (
  of: Pick<PeopleModel, 'officers' | 'now' | 'place'>,
  matter: Matter,
  officer: OfficerModel,
): boolean =>
  officer.inPost &&
  officer.roles.includes(ROLE[stageOf(matter)]) &&
  !isAway(officer, of.now) &&
  !officer.relations.includes(matter.applicant) &&
  !(of.place.quashedByAnother && matter.before.includes(officer.account)) &&
  matter.reviewer !== officer.account &&
  authorityOf(of, officer, KIND[stageOf(matter)], matter) !== undefined;
