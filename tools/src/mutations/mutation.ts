/** A place in one file, as it stands there, and what a careless hand makes of it. */
export interface Hunk {
  readonly file: string;
  /** Occurs exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** A defect that somebody could write one day, and the specs of `npm test` of which at least one has to turn red. */
export interface Mutation {
  readonly name: string;
  /** What goes wrong for people when nobody notices. */
  readonly harm: string;
  readonly hunks: readonly Hunk[];
  readonly specs: readonly string[];
}

/** Applies one hunk to the text of its file. Throws where the text has moved on, naming the mutation. */
export function mutated(text: string, { file, find, replace }: Hunk, name: string): string {
  const times = text.split(find).length - 1;
  if (times !== 1) {
    throw new Error(
      `The mutation "${name}" no longer applies: its text occurs ${String(times)} times in ${file}. Write it anew in tools/src/mutations/.`,
    );
  }
  return text.replace(find, () => replace);
}
