import type { TaskRow } from '../../api/replies.js';
import { ACTS } from '../../api/acts.js';
import type { FieldSchema } from '../form/field-kinds.js';

/** What may be done with many tasks at once, as the list offers it for each of them. */
export const BATCH_ACTS = ['claim-task', 'complete-stages'] as const;
export type BatchAct = (typeof BATCH_ACTS)[number];

/** The most that one command takes. */
export const MOST_TASKS = 100;

export const keyOf = ({
  caseNumber,
  item,
  stage,
}: Pick<TaskRow, 'caseNumber' | 'item' | 'stage'>): string => `${caseNumber} ${item} ${stage}`;

export const mayBeChosen = ({ actions }: TaskRow): boolean =>
  BATCH_ACTS.some((act) => actions.includes(act));

/** The chosen tasks with which the act may be done, no more than one command takes, and the others. */
export interface Sorted {
  readonly within: readonly TaskRow[];
  readonly beside: readonly TaskRow[];
}

export function sortedFor(act: BatchAct, chosen: readonly TaskRow[]): Sorted {
  const within = chosen.filter(({ actions }) => actions.includes(act)).slice(0, MOST_TASKS);
  return { within, beside: chosen.filter((task) => !within.includes(task)) };
}

/** Tasks that are ended with the same words: one stage of one item. */
export interface Group {
  readonly key: string;
  readonly tasks: readonly [TaskRow, ...TaskRow[]];
}

/** The largest first. */
export function groupsOf(tasks: readonly TaskRow[]): readonly Group[] {
  return [...Map.groupBy(tasks, ({ item, stage }) => `${item} ${stage}`)]
    .flatMap(([key, [first, ...others]]) =>
      first === undefined ? [] : [{ key, tasks: [first, ...others] as const }],
    )
    .toSorted((a, b) => b.tasks.length - a.tasks.length);
}

/** What an officer says once for all of them: the contract has the fields, the kind of stage has those that it takes. */
export function fieldsFor(kind: TaskRow['kind']): FieldSchema {
  const { properties } = ACTS['complete-stages'].body;
  const { outcome, remark, grounds, legalBasis } = properties;
  if (kind === 'review') {
    return { properties: { grounds: { ...grounds, minItems: 1 } }, required: ['grounds'] };
  }
  if (kind === 'decision') {
    return {
      properties: { legalBasis: { ...legalBasis, minItems: 1 }, grounds },
      required: ['legalBasis'],
    };
  }
  return { properties: { outcome, remark }, required: ['outcome'] };
}

/** Reviews recommend a grant and decisions grant; what stands there for them is for the reader of the journal. */
const OUTCOME_SAID: Readonly<Partial<Record<NonNullable<TaskRow['kind']>, string>>> = {
  review: '建议准予',
  decision: '准予许可',
};

const referenceOf = ({ caseNumber, item, stage }: TaskRow) => ({ caseNumber, item, stage });

export const claimOf = (tasks: readonly TaskRow[]) => ({ tasks: tasks.map(referenceOf) });

export function completionOf(tasks: readonly TaskRow[], said: Readonly<Record<string, unknown>>) {
  const kind = tasks[0]?.kind;
  const outcome = kind === undefined ? undefined : OUTCOME_SAID[kind];
  return {
    stages: tasks.map(referenceOf),
    ...(outcome !== undefined && { outcome }),
    ...said,
  };
}
