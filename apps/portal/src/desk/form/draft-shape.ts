/** What somebody has filled in so far, as the fields hold it: texts, ticks, and groups of them. */
export type Draft = string | boolean | readonly Draft[] | DraftGroup | undefined;
export interface DraftGroup {
  readonly [name: string]: Draft;
}

export const groupOf = (draft: Draft): DraftGroup =>
  typeof draft === 'object' && !Array.isArray(draft) ? (draft as DraftGroup) : {};

/** The groups that a form shows: one at least, also where none is filled in. */
export function groupsShown(draft: Draft): readonly Draft[] {
  const groups = listOf(draft);
  return groups.length > 0 ? groups : [{}];
}

export const listOf = (draft: Draft): readonly Draft[] =>
  Array.isArray(draft) ? (draft as readonly Draft[]) : [];

/** What was typed, without the blanks around it. */
export const textOf = (draft: Draft): string => (typeof draft === 'string' ? draft.trim() : '');

/** Several texts, one a line. */
export const linesOf = (draft: Draft): readonly string[] =>
  textOf(draft)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
