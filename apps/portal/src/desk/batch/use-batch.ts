import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ACTS } from '../../api/acts.js';
import { act } from '../../api/act-request.js';
import { isWorthRepeating } from '../../api/patience.js';
import type { BatchReply } from '../../api/replies.js';
import { DESK_KEY } from '../desk-queries.js';
import { useKeys } from '../use-keys.js';
import type { BatchAct } from './batch.js';

const CONTRACTS = {
  'claim-task': ACTS['claim-tasks'],
  'complete-stages': ACTS['complete-stages'],
} satisfies Record<BatchAct, object>;

/** Sends one command for many tasks: a lost answer and a second try are the same command, an answered one is over. */
export function useBatch(batchAct: BatchAct, onAnswer: (reply: BatchReply) => void) {
  const queries = useQueryClient();
  const keys = useKeys();
  const { method, path } = CONTRACTS[batchAct];
  return useMutation({
    mutationFn: async (body: object) => {
      const content = JSON.stringify(body);
      const reply = await act({ method, path, body, idempotencyKey: keys.of(content) });
      keys.forget(content);
      return reply as BatchReply;
    },
    retry: isWorthRepeating,
    onSuccess: onAnswer,
    onSettled: () => queries.invalidateQueries({ queryKey: [DESK_KEY] }),
  });
}
