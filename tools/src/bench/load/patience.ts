import { setTimeout as pause } from 'node:timers/promises';

const FIRST_GUESS_MS = 20;
const LOOK_AGAIN_MS = 10;
const ARRIVES_WITHIN_MS = 60_000;

/**
 * Waits for things as somebody does who knows how long they usually take: looking too early costs the platform a look, looking
 * too late costs the case its time. So the first look comes a little earlier each time, and later again once it was in vain.
 */
export class Patience {
  private readonly guesses = new Map<string, number>();

  /** Looks until there is something to see; rejects when there is not within a minute. */
  async until<Sight>(what: string, look: () => Promise<Sight | undefined>): Promise<Sight> {
    const began = performance.now();
    for (let looks = 1; ; looks += 1) {
      const guess = this.guessOf(what);
      await pause(looks === 1 ? guess : Math.max(LOOK_AGAIN_MS, guess / 4));
      const sight = await look();
      if (sight !== undefined) {
        if (looks === 1) this.guesses.set(what, guess * 0.98);
        return sight;
      }
      if (looks === 1) this.guesses.set(what, guess + LOOK_AGAIN_MS);
      if (performance.now() - began > ARRIVES_WITHIN_MS) {
        throw new Error(`${what} was asked in vain for ${ARRIVES_WITHIN_MS / 1000} s`);
      }
    }
  }

  guessOf(what: string): number {
    return this.guesses.get(what) ?? FIRST_GUESS_MS;
  }
}
