/** The story came out differently from what it must. */
export class StoryDiffers extends Error {}

export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  if (inOrder(actual) === inOrder(expected)) return;
  throw new StoryDiffers(`${what}: expected ${inOrder(expected)}, got ${inOrder(actual)}`);
}

export function expectThat(what: string, holds: () => boolean): void {
  if (!holds()) throw new StoryDiffers(`${what}: it is not so`);
}

/** As JSON with the keys of plain objects sorted: values are compared, whatever realm they come from. */
const inOrder = (value: unknown): string =>
  JSON.stringify([value], (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
