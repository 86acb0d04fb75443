/** A place in one file, as it stands there, and what a careless hand makes of it. */
export interface Hunk {
  readonly file: string;
  /** Occurs exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** The path of a spec file; of the model test followed by `#` and one of its models, which is walked alone. */
export type Spec = string;

export const fileOf = (spec: Spec): string => spec.split('#')[0] ?? spec;

const MODEL_TEST = 'apps/approval/test/model/models.int.spec.ts';

/** The paths of one model. */
export const inModel = (model: 'terms' | 'stages' | 'filings' | 'people' | 'upward'): Spec =>
  `${MODEL_TEST}#${model}`;

/** A defect that somebody could write one day, and the specs of `npm test` of which at least one has to turn red. */
export interface Mutation {
  readonly name: string;
  /** What goes wrong for people when nobody notices. */
  readonly harm: string;
  readonly hunks: readonly Hunk[];
  /** From the likeliest; what follows the first that turns red is not run. */
  readonly specs: readonly Spec[];
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
