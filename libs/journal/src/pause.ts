import { setTimeout as pause } from 'node:timers/promises';

/** Waits; ends early when the signal is aborted. */
export async function pauseFor(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await pause(ms, undefined, { ...(signal && { signal }) });
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}

/** Grows with every attempt up to a bound, with a random part so that waiters do not come back together. */
export const backoffMs = (attempt: number, firstMs: number, mostMs: number): number =>
  Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 16)) * (0.5 + Math.random() / 2);

/** Waits for an answer, but not beyond the signal: then it throws the signal's reason. */
export async function unlessAborted<Answer>(
  answer: Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  const over = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    const tell = () => {
      reject(signal.reason as Error);
    };
    // Not thrown before the race: an answer that nobody waits for would fail unheard and end the process.
    if (signal.aborted) tell();
    else signal.addEventListener('abort', tell, { once: true, signal: over.signal });
  });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    over.abort();
  }
}
