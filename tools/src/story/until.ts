import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is there; throws when it stays away longer than `withinMs`. */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | undefined>,
  withinMs = 30_000,
): Promise<Value> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what} did not happen within ${withinMs} ms`);
    await pause(20);
  }
}
