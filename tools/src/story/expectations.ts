import { isDeepStrictEqual } from 'node:util';

/** The story came out differently from what it must. */
export class StoryDiffers extends Error {}

export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new StoryDiffers(
    `${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`,
  );
}

export function expectThat(what: string, holds: () => boolean): void {
  if (!holds()) throw new StoryDiffers(`${what}: it is not so`);
}
