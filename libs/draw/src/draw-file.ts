import type { Instant } from '@onewindow/kernel';
import { bytesOf, digest, FORMAT, type Hash } from './digest.js';
import type { FrozenList } from './list.js';
import type { DrawNotice } from './notice.js';
import type { ReadPublicValue } from './public-value.js';
import type { DrawResult } from './ranking.js';

export const DRAW_FORMAT = FORMAT;

/** What a draw is made of. */
export interface DrawToRecord {
  readonly notice: DrawNotice;
  readonly list: FrozenList;
  /** Revealed with the result: opens the commitment of the notice. */
  readonly seed: Hash;
  readonly publicValue: ReadPublicValue;
  readonly drawnAt: Instant;
}

/** Everything a stranger needs to compute a draw again, as plain JSON. */
export interface DrawFile extends DrawToRecord, DrawResult {
  readonly format: typeof DRAW_FORMAT;
  /** Over all that is above, for whoever keeps a copy. */
  readonly hash: Hash;
}

export function hashDrawFile(file: Omit<DrawFile, 'hash'>): Hash {
  const { publication, issue, value, readAt } = file.publicValue;
  return digest('file', [
    file.notice.hash,
    file.list.hash,
    bytesOf(file.seed),
    ...[publication, issue, value, readAt],
    file.drawnAt,
    bytesOf(file.key),
    String(file.ranking.length),
    ...file.ranking.flatMap(({ place, creditCode, score }) => [
      String(place),
      creditCode,
      bytesOf(score),
    ]),
  ]);
}
