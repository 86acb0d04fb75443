import { setTimeout as pause } from 'node:timers/promises';

/** Waits until the condition holds or the time is over; the caller looks again at what came of it. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  withinMs: number,
  everyMs = 15,
): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > end) return false;
    await pause(everyMs);
  }
  return true;
}
