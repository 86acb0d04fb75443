import { setTimeout as pause } from 'node:timers/promises';

export interface EventuallyOptions {
  /** How long the check may fail before its last failure is the answer; a minute unless said, so that a busy machine is no failure. */
  readonly withinMs?: number;
  /** Pause between two looks; 20 ms unless said. */
  readonly everyMs?: number;
}

/**
 * Repeats a check until it passes and returns what it returned. A check fails by throwing (an `expect`), or by
 * returning false; when the time is over, its last error is thrown.
 */
export async function eventually<Result>(
  check: () => Result | Promise<Result>,
  { withinMs = 60_000, everyMs = 20 }: EventuallyOptions = {},
): Promise<Result> {
  const end = Date.now() + withinMs;
  for (;;) {
    const failure = await failureOf(check);
    if ('result' in failure) return failure.result;
    if (Date.now() >= end) throw failure.error;
    await pause(everyMs);
  }
}

async function failureOf<Result>(
  check: () => Result | Promise<Result>,
): Promise<{ result: Result } | { error: unknown }> {
  try {
    const result = await check();
    return result === false ? { error: new Error('the check never held') } : { result };
  } catch (error) {
    return { error };
  }
}
