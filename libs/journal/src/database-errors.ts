import { Refusal } from '@onewindow/kernel';
import { journalRefusals } from './refusals.js';

/**
 * What an error of a statement means for its transaction.
 * `lost`: the connection went away, nobody knows whether it was committed. `again`: rolled back through no fault of its
 * own. `unavailable`: rolled back, the server cannot write now. `taken`: a unique key exists. `defect`: it will fail again.
 */
export type DatabaseFailure = 'lost' | 'again' | 'unavailable' | 'taken' | 'defect';

const FAILURES: readonly (readonly [RegExp, DatabaseFailure])[] = [
  [/^(08...|57P0[1235]|25P0[34])$/, 'lost'],
  [/^(40...|55P03|55006)$/, 'again'],
  [/^(53...|57014|58...|25006|57P04)$/, 'unavailable'],
  [/^23505$/, 'taken'],
];

export function failureOf(error: unknown): DatabaseFailure {
  const code = codeOf(error);
  if (code === undefined || !/^(?!E)[0-9A-Z]{5}$/.test(code)) return lostOrDefect(error);
  return FAILURES.find(([pattern]) => pattern.test(code))?.[1] ?? 'defect';
}

/** Without an SQLSTATE the driver speaks: broken sockets have system codes, the rest only words. */
function lostOrDefect(error: unknown): DatabaseFailure {
  if (!(error instanceof Error)) return 'defect';
  if (/^E(?!RR_)[A-Z_]+$/.test(codeOf(error) ?? '')) return 'lost';
  return /connection|timeout|client was closed|not queryable|socket/i.test(error.message)
    ? 'lost'
    : 'defect';
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

export function constraintOf(error: unknown): string | undefined {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
}

/** What PostgreSQL says of a statement that it stopped because its time was up. */
const STOPPED = '57014';

/**
 * Reads from the database; where it cannot answer now that is said, so that the caller asks again. Throws the refusals
 * `took-too-long` and `database-unavailable`.
 */
export async function askingDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal || failureOf(error) === 'defect') throw error;
    throw journalRefusals.refuse(
      codeOf(error) === STOPPED ? 'took-too-long' : 'database-unavailable',
    );
  }
}
