import type { TaskRow } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { useDeskWords } from './desk-words.js';
import { RulesListed } from './rules-listed.js';

type Withheld = NonNullable<TaskRow['withheld']>[number];

export const reasonsAgainst = (action: string, { withheld = [] }: TaskRow): readonly Withheld[] =>
  withheld.filter(({ actions }) => actions.includes(action));

/** What stands between this officer and an act on a task, each reason with its article. */
export function Reasons({ task, action }: { readonly task: TaskRow; readonly action: string }) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  const reasons = reasonsAgainst(action, task);
  if (reasons.length === 0) return null;
  return (
    <div className="hint">
      {words.labelled(desk.batch.notOffered[action] ?? desk.notNow)}
      <RulesListed rules={reasons} />
    </div>
  );
}
