import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceLog } from './log.js';

export interface Waiting {
  readonly log: ServiceLog;
  /** Ends the wait with an AbortError. */
  readonly signal: AbortSignal;
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
}

/** Tries until it works, with pauses that double up to a bound; says so in the log at each doubling, then once a minute. */
export async function waitUntil<Result>(
  what: string,
  attempt: () => Promise<Result>,
  { log, signal, firstPauseMs = 100, longestPauseMs = 5_000 }: Waiting,
): Promise<Result> {
  let waitedMs = 0;
  let saidAtMs = -1;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    signal.throwIfAborted();
    try {
      const result = await attempt();
      if (waitedMs > 0) log.info(`${what} is there`, { waitedMs });
      return result;
    } catch (error) {
      if (pauseMs < longestPauseMs || waitedMs - saidAtMs >= 60_000) {
        log.caution(`waiting for ${what}`, { waitedMs }, error);
        saidAtMs = waitedMs;
      }
    }
    await pause(pauseMs, undefined, { signal });
    waitedMs += pauseMs;
  }
}
