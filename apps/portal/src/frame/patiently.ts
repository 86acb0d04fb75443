const PAUSES_MS = [300, 1_500];

/** Loads a part of the pages, and tries again when the line was lost for a moment, as on the way from one network to another. */
export async function patiently<Part>(
  load: () => Promise<Part>,
  pauses: readonly number[] = PAUSES_MS,
): Promise<Part> {
  const [pause, ...later] = pauses;
  if (pause === undefined) return load();
  return load().catch(async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
    return patiently(load, later);
  });
}
