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
  readonly officers: readonly OfficerModel[];
  readonly matters: readonly Matter[];
}

export interface OfficerModel {
  readonly account: string;
  readonly roles: readonly Role[];
  readonly inPost: boolean;
  /** By the post, for every item or for these. */
  readonly competence: { readonly acts: readonly KindOfAct[]; readonly items?: readonly string[] };
  readonly authorities: readonly {
    readonly until: LegalDate;
    readonly acts: readonly KindOfAct[];
  }[];
  /** By its first day, up to the last. */
  readonly leaves: Readonly<Record<string, LegalDate>>;
  /** Credit codes of those in whose matters there is an interest. */
  readonly relations: readonly string[];
}

export type KindOfAct = 'review' | 'decide';

/** A filing of somebody for one item, without a definition: an opinion first, then the decision of somebody else. */
export interface Matter {
  readonly caseNumber: string;
  readonly item: string;
  readonly applicant: string;
  /** Who has what is to be done now; several: one of them, and which is for the service to say. */
  readonly holder: readonly string[];
  readonly reviewer?: string;
  readonly decided?: {
    readonly outcome: 'granted' | 'refused';
    readonly by: string;
    readonly under: string;
  };
  /** Took part in a decision that was quashed. */
  readonly before: readonly string[];
}

export type Act =
  | { readonly type: 'opinion' | 'claim' | 'release' }
  | { readonly type: 'decide'; readonly outcome: 'granted' | 'refused' }
  | { readonly type: 'assign'; readonly to: string }
  | { readonly type: 'reopen'; readonly on: LegalDate }
  | {
      readonly type: 'leave';
      readonly account: string;
      readonly from: LegalDate;
      readonly until: LegalDate;
    }
  | { readonly type: 'relate'; readonly account: string; readonly applicant: string }
  | {
      readonly type: 'authorise';
      readonly account: string;
      readonly acts: readonly KindOfAct[];
      readonly from: LegalDate;
      readonly until: LegalDate;
    }
  | { readonly type: 'hand-over'; readonly account: string; readonly to?: string }
  | { readonly type: 'retire' | 'appoint'; readonly account: string };

export interface Bound {
  readonly act: Act;
  readonly caseNumber: string;
  /** Of the task that is meant. */
  readonly stage: Stage;
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

export const isAway = ({ leaves }: OfficerModel, now: Instant): boolean =>
  Object.entries(leaves).some(
    ([from, until]) => from <= legalDateAt(now) && legalDateAt(now) <= until,
  );

/** By the post before anything that was granted beside it. */
export function authorityOf(
  { competence: { acts, items }, authorities }: OfficerModel,
  act: KindOfAct,
  { item }: Matter,
  now: Instant,
): string | undefined {
  if (acts.includes(act) && (items?.includes(item) ?? true)) return 'post';
  const isGranted = authorities.some(
    (each) => each.acts.includes(act) && legalDateAt(now) <= each.until,
  );
  return isGranted ? 'chief-representative' : undefined;
}

/** Who may have what is to be done of a matter, whatever else they have to do. */
export const mayHave = ({ now }: PeopleModel, matter: Matter, officer: OfficerModel): boolean =>
  officer.inPost &&
  officer.roles.includes(ROLE[stageOf(matter)]) &&
  !isAway(officer, now) &&
  !officer.relations.includes(matter.applicant) &&
  !matter.before.includes(officer.account) &&
  matter.reviewer !== officer.account &&
  authorityOf(officer, KIND[stageOf(matter)], matter, now) !== undefined;

export const able = (of: PeopleModel, matter: Matter, except?: string): readonly string[] =>
  of.officers
    .filter((each) => each.account !== except && mayHave(of, matter, each))
    .map(({ account }) => account);
