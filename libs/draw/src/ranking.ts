import { bytesOf, digest, keyedDigest, type Hash } from './digest.js';
import type { FrozenList } from './list.js';
import type { DrawNotice } from './notice.js';

/** One agency and where it came: place 1 is drawn, the others stand by in this order (候补). */
export interface RankedEntry {
  readonly place: number;
  readonly creditCode: string;
  /** What it is ordered by: the lower, the earlier. */
  readonly score: Hash;
}

export interface DrawResult {
  readonly key: Hash;
  readonly ranking: readonly RankedEntry[];
}

export interface DrawInput {
  readonly notice: Pick<DrawNotice, 'project' | 'hash'>;
  readonly list: Pick<FrozenList, 'entries' | 'hash'>;
  readonly seed: Hash;
  /** As read from the publication that the notice names. */
  readonly publicValue: string;
}

/** Draws: a pure computation that gives everybody the same result. It judges nothing; `drawFile` does. */
export function draw({ notice, list, seed, publicValue }: DrawInput): DrawResult {
  const key = digest('key', [notice.project, notice.hash, list.hash, bytesOf(seed), publicValue]);
  return {
    key,
    ranking: rankBy(
      key,
      list.entries.map(({ creditCode }) => creditCode),
    ),
  };
}

/**
 * Orders by a keyed hash of each credit code. Nobody can know the key before the public value appears, so to everybody
 * the scores are independent and uniform and every order is as likely as any other. Equal scores (one chance in 2^256
 * for a pair) fall back on the credit code.
 */
export function rankBy(key: Hash, creditCodes: readonly string[]): RankedEntry[] {
  const scoreUnderKey = keyedDigest(key);
  return creditCodes
    .map((creditCode) => ({ creditCode, score: scoreUnderKey('score', [creditCode]) }))
    .sort((a, b) => (a.score + a.creditCode < b.score + b.creditCode ? -1 : 1))
    .map(({ creditCode, score }, index) => ({ place: index + 1, creditCode, score }));
}
