import type { Instant } from '@onewindow/kernel';

/** Who has, or had, one stage of a track of an applicant. */
export interface MatterHad {
  readonly caseNumber: string;
  readonly trackId: string;
  /** When it was given to them. */
  readonly since: Instant;
  readonly officer: string;
}

/**
 * Who was given the last matters beside a case, newest first, as rotation 轮岗 looks at them when somebody is to get one of its tracks. What
 * was given out since they were read counts as if it had been read; the case itself does not, whoever had it until now.
 */
export function lastOfficers(
  read: readonly MatterHad[],
  givenSince: readonly MatterHad[],
  caseNumber: string,
  most: number,
): readonly string[] {
  const newest = new Map<string, MatterHad>();
  for (const each of [...read, ...givenSince]) newest.set(each.trackId, each);
  return [...newest.values()]
    .filter((each) => each.caseNumber !== caseNumber)
    .toSorted(newestFirst)
    .slice(0, most)
    .map(({ officer }) => officer);
}

const newestFirst = (one: MatterHad, other: MatterHad): number =>
  compared(other.since, one.since) || compared(other.trackId, one.trackId);

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
