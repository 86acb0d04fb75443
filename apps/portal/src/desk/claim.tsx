import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { act } from '../api/act-request.js';
import { isWorthRepeating } from '../api/patience.js';
import { useAnnounce } from '../frame/announcer.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { DESK_KEY } from './desk-queries.js';
import { useDeskWords } from './desk-words.js';
import { newKey } from './new-key.js';
import { Reasons } from './withheld-reasons.js';
import type { TaskRow } from '../api/replies.js';

/** Takes a task from the pool with one press; of two officers at once one has it, and the other is told. */
export function Claim({ task }: { readonly task: TaskRow }) {
  const desk = useDeskWords();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const key = useRef<string>(undefined);
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => {
      key.current ??= newKey();
      const { caseNumber, item, stage } = task;
      return act({
        method: 'POST',
        path: `/api/cases/${caseNumber}/tracks/${item}/stages/${stage}/claim`,
        body: {},
        idempotencyKey: key.current,
      });
    },
    retry: isWorthRepeating,
    onSuccess: () => announce(desk.claimed(task.caseNumber)),
    onSettled: () => queries.invalidateQueries({ queryKey: [DESK_KEY] }),
  });
  return (
    <>
      {' '}
      <button
        type="button"
        className="button"
        disabled={isPending}
        aria-label={desk.claimTask(task.caseNumber, task.itemName)}
        onClick={() => mutate()}
      >
        {desk.claim}
      </button>
      {error !== null && <ProblemNotice error={error} />}
    </>
  );
}

/** Why this officer is not offered a task of the pool. */
export const NotClaimed = ({ task }: { readonly task: TaskRow }) => (
  <Reasons task={task} action="claim-task" />
);
