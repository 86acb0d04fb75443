import type { ListTasksReply } from '@onewindow/contracts';
import type { Cast } from './cast.js';

export interface Task {
  readonly caseNumber: string;
  readonly item: string;
  readonly stage: 'review' | 'decision';
}

/** The account of whoever has the task, as the heads of the agencies see it; undefined while it is in the pool, or not to be done. */
export async function holderOf(
  { head, fireHead }: Pick<Cast, 'head' | 'fireHead'>,
  { caseNumber, item, stage }: Task,
): Promise<string | undefined> {
  const path = `/api/tasks?of=agency&text=${caseNumber}&item=${item}&stage=${stage}`;
  const lists = await Promise.all([head, fireHead].map((each) => each.get<ListTasksReply>(path)));
  return lists.flatMap(({ tasks }) => tasks)[0]?.officer;
}
