import { setTimeout as pause } from 'node:timers/promises';

/** Tells what is seen on the way to the answer: as long as that changes, the answer is coming. */
export type Sighted = (sight: unknown) => void;

/**
 * Asks again and again until the answer is there; throws when for `withinMs` neither the answer came nor anything that
 * was told on the way to it changed. So a slow machine may take as long as it gets on, and what stands still is found.
 */
export async function until<Value>(
  what: string,
  ask: (sighted: Sighted) => Promise<Value | undefined>,
  withinMs = 60_000,
): Promise<Value> {
  let last: string | undefined;
  let end = Date.now() + withinMs;
  const sighted: Sighted = (sight) => {
    const seen = JSON.stringify([sight]);
    if (last !== undefined && seen !== last) end = Date.now() + withinMs;
    last = seen;
  };
  for (;;) {
    const value = await ask(sighted);
    if (value !== undefined) return value;
    if (Date.now() > end) {
      const stood = last === undefined ? '' : `, and this stood still: ${last.slice(0, 500)}`;
      throw new Error(`${what} did not happen within ${withinMs} ms${stood}`);
    }
    await pause(20);
  }
}
