import { legalDate } from '@onewindow/kernel';
import type { OfficeRole } from '../../../src/domain/officers/officer.js';
import type { OfficerModel, Scope } from './people-model.js';
import { IN_POST_SINCE } from './whose-turn.js';

/** Two who review, two who decide, one who does both, whose post is for the first item alone, and one whose post is for nothing. */
const POSTS = {
  r1: [['approver'], ['review']],
  r2: [['approver'], ['review']],
  d1: [['decision-officer'], ['decide']],
  d2: [['decision-officer'], ['decide']],
  w1: [
    ['approver', 'decision-officer'],
    ['review', 'decide'],
  ],
  v1: [['approver', 'decision-officer'], []],
} as const;

export const accountsOf = (serial: string): readonly string[] =>
  Object.keys(POSTS).map((each) => `${each}-${serial}`);

export const firstItemOf = (agency: string): string => `first-${agency}`;

/** As the post was first published. */
export function postOf(account: string, agency: string) {
  const [roles, acts] = POSTS[account.slice(0, 2) as keyof typeof POSTS];
  const competence: Scope = {
    acts,
    ...(account.startsWith('w1') && { items: [firstItemOf(agency)] }),
  };
  return { roles: [...roles] as readonly OfficeRole[], competence };
}

export interface Published {
  readonly account: string;
  readonly agency: string;
  readonly competence: Scope;
  readonly limit?: number;
}

/** A post as it is published. */
export const publicationOf = ({ account, agency, competence, limit }: Published) => ({
  account,
  name: account,
  agency,
  roles: postOf(account, agency).roles,
  competences:
    competence.acts.length === 0 ? [] : [{ ...competence, since: legalDate(IN_POST_SINCE) }],
  ...(limit !== undefined && { limit }),
});

export function officerOfPost(account: string, agency: string, limit?: number): OfficerModel {
  return {
    account,
    ...postOf(account, agency),
    inPost: true,
    ...(limit !== undefined && { limit }),
    authorities: [],
    leaves: {},
    relations: [],
  };
}
