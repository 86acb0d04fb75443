import type { Instant } from '@onewindow/kernel';
import { DRAW_FORMAT, hashDrawFile, type DrawFile, type DrawToRecord } from './draw-file.js';
import { listShape, noticeShape, recordShape, seedShape } from './draw-file-shape.js';
import type { Hash } from './digest.js';
import { faultsOfList } from './list-faults.js';
import {
  hashList,
  sortedByCreditCode,
  type DrawEntry,
  type ExcludedEntry,
  type FrozenList,
} from './list.js';
import { faultsOfNotice, faultsOfSeed } from './notice-faults.js';
import { commitSeed, hashNotice, type DrawNotice, type NoticeTerms } from './notice.js';
import { faultsOfPublicValue } from './public-value-faults.js';
import { draw } from './ranking.js';
import { refuseFaults } from './refusals.js';

const UNKNOWN: Hash = '0'.repeat(64);

/**
 * Before: completes the terms of a notice. The seed is 32 random bytes as 64 small hexadecimal digits, made by the
 * caller and kept secret until the draw. Refuses `draw-notice-not-usable`.
 */
export function drawNotice(terms: NoticeTerms, seed: Hash): DrawNotice {
  const { project, title, publishedAt, closesAt, publicValue } = terms;
  const open = { project, title, publishedAt, closesAt, seedCommitment: UNKNOWN, publicValue };
  refuseFaults(
    [...noticeShape({ ...open, hash: UNKNOWN }, 'notice'), ...seedShape(seed, 'seed')],
    'draw-notice-not-usable',
  );
  const committed = { ...open, seedCommitment: commitSeed(project, seed) };
  const notice = { ...committed, hash: hashNotice(committed) };
  refuseFaults(faultsOfNotice(notice), 'draw-notice-not-usable');
  return notice;
}

export interface ListToFreeze {
  readonly notice: DrawNotice;
  /** Not before closing, and before the public value can be known. */
  readonly frozenAt: Instant;
  /** In any order. */
  readonly entries: readonly DrawEntry[];
  readonly excluded?: readonly ExcludedEntry[];
}

/**
 * At closing: puts the list into its one order and fixes it; the order in which agencies signed up leaves no trace.
 * Refuses `draw-list-not-usable`: an agency twice, nobody at all, too early or too late.
 */
export function freezeList({ notice, frozenAt, entries, excluded = [] }: ListToFreeze): FrozenList {
  const open = { frozenAt, entries, excluded };
  refuseFaults(listShape({ ...open, hash: UNKNOWN }, 'list'), 'draw-list-not-usable');
  const ordered = {
    frozenAt,
    entries: sortedByCreditCode(entries),
    excluded: sortedByCreditCode(excluded),
  };
  const list = { ...ordered, hash: hashList(notice.project, ordered) };
  refuseFaults(faultsOfList({ notice, list }), 'draw-list-not-usable');
  return list;
}

/** After the public value appeared: draws and records. Refuses `draw-not-possible`. */
export function drawFile(record: DrawToRecord): DrawFile {
  const { notice, list, seed, publicValue, drawnAt } = record;
  const parts = { notice, list, seed, publicValue, drawnAt };
  refuseFaults(recordShape(parts, ''), 'draw-not-possible');
  refuseFaults(
    [
      ...faultsOfNotice(notice),
      ...faultsOfSeed(parts),
      ...faultsOfList(parts),
      ...faultsOfPublicValue(parts),
    ],
    'draw-not-possible',
  );
  const result = draw({ notice, list, seed, publicValue: publicValue.value });
  const file = { format: DRAW_FORMAT, ...parts, ...result } as const;
  return { ...file, hash: hashDrawFile(file) };
}
