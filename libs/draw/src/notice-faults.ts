import type { DrawToRecord } from './draw-file.js';
import { when, type DrawFault } from './faults.js';
import { commitSeed, hashNotice, type DrawNotice } from './notice.js';

/** What is wrong with what the notice promises. */
export function faultsOfNotice(notice: DrawNotice): DrawFault[] {
  const { publishedAt, closesAt, publicValue } = notice;
  return [
    ...when(hashNotice(notice) !== notice.hash, 'notice.hash', 'notice-changed'),
    ...when(closesAt <= publishedAt, 'notice.closesAt', 'closing-not-after-notice'),
    ...when(
      publicValue.appearsAt <= closesAt,
      'notice.publicValue.appearsAt',
      'public-value-known-before-closing',
    ),
  ];
}

export function faultsOfSeed({ notice, seed }: Pick<DrawToRecord, 'notice' | 'seed'>): DrawFault[] {
  const isCommitted = commitSeed(notice.project, seed) === notice.seedCommitment;
  return when(!isCommitted, 'seed', 'seed-not-committed');
}
