import type { TaskRow } from '../../api/replies.js';
import { dateText } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { Original } from '../../language/original.js';
import { useDeskWords } from '../desk-words.js';
import { Reasons, reasonsAgainst } from '../withheld-reasons.js';
import { keyOf, type BatchAct } from './batch.js';

/** Which tasks are meant, one a line. */
export function TasksInShort({ tasks }: { readonly tasks: readonly TaskRow[] }) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const list = (
    <ul className="texts">
      {tasks.map((task) => (
        <li key={keyOf(task)}>
          <InShort task={task} />
          {task.dueOn !== undefined && ` · ${dateText(task.dueOn, language)}`}
        </li>
      ))}
    </ul>
  );
  if (tasks.length <= SEEN_AT_ONCE) return list;
  return (
    <details className="record">
      <summary>{desk.batch.count(tasks.length)}</summary>
      {list}
    </details>
  );
}

/** More would move the form below the screen. */
const SEEN_AT_ONCE = 12;

const InShort = ({ task }: { readonly task: TaskRow }) => (
  <>
    {task.caseNumber}{' '}
    <Original>
      {task.applicantName} · {task.itemName} · {task.stageName}
    </Original>
  </>
);

interface Props {
  readonly act: BatchAct;
  readonly tasks: readonly TaskRow[];
  /** With these it may be done, though not in the same go. */
  readonly among: readonly TaskRow[];
}

/** Chosen, though not among those with which it will be done. */
export function LeftOut({ act, tasks, among }: Props) {
  const desk = useDeskWords();
  if (tasks.length === 0) return null;
  return (
    <details className="record">
      <summary>{desk.batch.leftOut(tasks.length)}</summary>
      <ul className="texts">
        {tasks.map((task) => (
          <li key={keyOf(task)}>
            <InShort task={task} />
            <Reasons task={task} action={act} />
            {reasonsAgainst(act, task).length === 0 && (
              <p className="hint">
                {among.includes(task) ? desk.batch.afterwards : desk.batch.notThisAct[act]}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
