import type { Instant } from '@onewindow/kernel';
import { bytesOf, digest, type Hash } from './digest.js';
import type { NamedPublicValue } from './public-value.js';

/** What the notice of a project promises about its draw. */
export interface NoticeTerms {
  /** The number of the project; everything else is bound to it. */
  readonly project: string;
  readonly title: string;
  readonly publishedAt: Instant;
  /** The end of sign-up. */
  readonly closesAt: Instant;
  readonly publicValue: NamedPublicValue;
}

/** The terms with the commitment to the seed, and the hash that has to be published with the notice. */
export interface DrawNotice extends NoticeTerms {
  readonly seedCommitment: Hash;
  readonly hash: Hash;
}

/** Fixes the seed without showing it; bound to the project, so that it cannot serve another one. */
export function commitSeed(project: string, seed: Hash): Hash {
  return digest('seed', [project, bytesOf(seed)]);
}

/** The hash of everything that the notice says about the draw. */
export function hashNotice(notice: Omit<DrawNotice, 'hash'>): Hash {
  const { publication, issue, quantity, form, appearsAt, where } = notice.publicValue;
  return digest('notice', [
    notice.project,
    notice.title,
    notice.publishedAt,
    notice.closesAt,
    notice.seedCommitment,
    ...[publication, issue, quantity, form, appearsAt, where],
  ]);
}
