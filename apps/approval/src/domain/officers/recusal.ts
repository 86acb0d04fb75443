import { legalDateAt, type Instant } from '@onewindow/kernel';
import type { Track } from '../track/track.js';
import type { KindOfAct } from './authorisation.js';
import type { Officer, Relation } from './officer.js';

/** Whose matter it is. */
export interface Matter {
  readonly applicantAccount: string;
  readonly applicant: { readonly name: string; readonly creditCode: string };
}

/** The relation for which an officer stands back from a matter now, if there is one (公务员法 76). */
export const relationTo = (
  { relations }: Pick<Officer, 'relations'>,
  matter: Matter,
  now: Instant,
): Relation | undefined =>
  relations.find(
    (each) =>
      (each.until === undefined || legalDateAt(now) <= each.until) && concerns(each, matter),
  );

function concerns({ with: party }: Relation, { applicant, applicantAccount }: Matter): boolean {
  if (party.kind === 'organisation') return party.creditCode === applicant.creditCode;
  return party.account === undefined
    ? party.name === applicant.name
    : party.account === applicantAccount;
}

type Opinions = Pick<Track, 'opinion' | 'earlierReviewers'>;

/** Whoever gave an opinion, also one that the track went back from, does not decide on it; on the spot one officer does both (许可法 34). */
export const reviewedIt = (track: Opinions, account: string, act: KindOfAct): boolean =>
  act === 'decide' && reviewersOf(track).includes(account);

/** Everybody who gave an opinion since the track was opened, or opened anew. */
export const reviewersOf = ({ opinion, earlierReviewers = [] }: Opinions): readonly string[] => [
  ...new Set([...earlierReviewers, ...(opinion ? [opinion.reviewer] : [])]),
];

/** Took part in a decision of this track that was quashed: where the place says so, somebody else makes the new one. */
export function tookPartInQuashed(
  { reopenings = [] }: Pick<Track, 'reopenings'>,
  account: string,
): boolean {
  return reopenings.some(({ quashed, reviewedBy, reviewedBefore = [] }) =>
    [quashed.decidedBy, reviewedBy, ...reviewedBefore].includes(account),
  );
}
