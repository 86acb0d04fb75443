import { setTimeout as pause } from 'node:timers/promises';

/** Waits for the work, but not longer than this, in milliseconds: a broker that hangs must not keep a process from ending. */
export async function bounded(work: Promise<unknown>, withinMs: number): Promise<void> {
  const timer = new AbortController();
  const limit = pause(withinMs, undefined, { signal: timer.signal });
  await Promise.race([work, limit]).catch(() => undefined);
  timer.abort();
  await limit.catch(() => undefined);
}
