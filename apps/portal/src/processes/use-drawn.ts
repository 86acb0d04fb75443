import { useMemo } from 'react';
import type { FindProcessReply } from '../api/replies.js';
import { useDeskWords } from '../desk/desk-words.js';
import { useProcessWords } from './process-words.js';

type Stage = Pick<
  FindProcessReply['stages'][number],
  'code' | 'name' | 'kind' | 'role' | 'after' | 'workingDays'
>;

/** The stages with what stands in their boxes. */
export function useDrawn(stages: readonly Stage[]) {
  const { stageRoles } = useDeskWords();
  const { days } = useProcessWords();
  return useMemo(
    () =>
      stages.map(({ code, name, kind, role, after, workingDays }) => ({
        code,
        name,
        kind,
        after,
        note: [stageRoles[role], workingDays === undefined ? '' : days(workingDays)]
          .filter(Boolean)
          .join(' · '),
      })),
    [stages, stageRoles, days],
  );
}
