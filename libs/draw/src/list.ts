import type { Instant, Message } from '@onewindow/kernel';
import { digest, type Hash } from './digest.js';

/** An agency on the list. */
export interface DrawEntry {
  /** Unified social credit code 统一社会信用代码 in capital letters: what an agency is drawn by. */
  readonly creditCode: string;
  readonly name: string;
}

/** Why an agency that signed up does not take part. */
export interface ExclusionReason extends Message {
  /** Stable name of the rule: `qualification-in-force`. */
  readonly rule: string;
}

export interface ExcludedEntry extends DrawEntry {
  /** At least one. */
  readonly reasons: readonly ExclusionReason[];
}

/** The list as it stood when it was frozen, after closing and before the public value could be known. */
export interface FrozenList {
  readonly frozenAt: Instant;
  /** Sorted by credit code, each once. */
  readonly entries: readonly DrawEntry[];
  /** Sorted by credit code, each once; fixed together with the list, so that nobody is excluded for the result. */
  readonly excluded: readonly ExcludedEntry[];
  /** To be published at once. */
  readonly hash: Hash;
}

/** The hash of the list, of those excluded and of the moment; the order in which they are given does not matter. */
export function hashList(project: string, list: Omit<FrozenList, 'hash'>): Hash {
  return digest('list', [
    project,
    list.frozenAt,
    String(list.entries.length),
    ...sortedByCreditCode(list.entries).flatMap(({ creditCode, name }) => [creditCode, name]),
    String(list.excluded.length),
    ...sortedByCreditCode(list.excluded).flatMap(({ creditCode, name, reasons }) => [
      creditCode,
      name,
      String(reasons.length),
      ...reasons.flatMap(({ rule, zh, en }) => [rule, zh, en]),
    ]),
  ]);
}

/** Credit codes are plain ASCII, so that the order of code units is the same everywhere. */
export const byCreditCode = (a: DrawEntry, b: DrawEntry): number =>
  a.creditCode < b.creditCode ? -1 : a.creditCode > b.creditCode ? 1 : 0;

export const sortedByCreditCode = <Entry extends DrawEntry>(entries: readonly Entry[]): Entry[] =>
  [...entries].sort(byCreditCode);
