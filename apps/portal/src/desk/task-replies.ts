import type { FindCaseReply } from '../api/replies.js';

/** One task: a stage of a track that somebody has to do. */
export interface TaskRow {
  readonly caseNumber: string;
  readonly item: string;
  readonly itemName: string;
  readonly stage: string;
  readonly stageName: string;
  readonly status: FindCaseReply['tracks'][number]['status'];
  readonly applicantName: string;
  readonly premisesName: string;
  readonly address: string;
  /** Absent: it is in the pool. */
  readonly officerName?: string;
  readonly greenLane: boolean;
  /** Legal date; absent while no clock runs. */
  readonly dueOn?: string;
  readonly lamp?: 'blue' | 'yellow' | 'red';
  /** What may be done about the task itself: `claim-task`. */
  readonly actions: readonly string[];
}

export interface TaskList {
  readonly tasks: readonly TaskRow[];
  /** How many there are by lamp, counted up to 1000. */
  readonly lamps: Readonly<Record<'red' | 'yellow' | 'blue' | 'none', number>>;
  readonly nextCursor?: string;
}
