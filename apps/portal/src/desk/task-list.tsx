import { Link } from 'react-router';
import { dateText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { Claim } from './claim.js';
import { useDeskWords } from './desk-words.js';
import { Lamp } from './lamp.js';
import { MoreRows } from './more-rows.js';
import type { ListTasksReply as Tasks, TaskRow } from '../api/replies.js';
import {
  LAMPS,
  withoutLamp,
  workAddressOf,
  type TasksAsked,
  type WorkAsked,
} from './work-asked.js';
import { useTasks } from './work-queries.js';

/** What is to be done, the most urgent first. */
export function TaskList({ asked }: { readonly asked: TasksAsked }) {
  const desk = useDeskWords();
  const list = useTasks(asked);
  if (list.error !== null)
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;
  const tasks = list.data.pages.flatMap((page) => page.tasks);
  const lamps = list.data.pages[0]?.lamps;
  return (
    <>
      {lamps !== undefined && <ByLamp lamps={lamps} asked={asked} />}
      {tasks.length === 0 && <p role="status">{desk.nothingToDo}</p>}
      {tasks.length > 0 && (
        <table className="cards sheet">
          <caption className="unseen">{desk.views[asked.of]}</caption>
          <thead>
            <tr>
              <th scope="col">{desk.task}</th>
              <th scope="col">{desk.dueOn}</th>
              <th scope="col">{desk.applicant}</th>
              <th scope="col">{desk.stage}</th>
              <th scope="col">{desk.officer}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <Row key={`${task.caseNumber} ${task.item} ${task.stage}`} task={task} />
            ))}
          </tbody>
        </table>
      )}
      <MoreRows list={list} />
    </>
  );
}

function Row({ task }: { readonly task: TaskRow }) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  return (
    <tr>
      <th scope="row">
        <Link to={`/cases/${task.caseNumber}`}>{task.caseNumber}</Link>
        <br />
        <Original>{task.itemName}</Original>
      </th>
      <td data-label={desk.dueOn}>
        {task.dueOn === undefined ? '–' : dateText(task.dueOn, language)}{' '}
        <Lamp lamp={task.lamp} say={desk.lampOf} />
        {task.greenLane && (
          <>
            {' '}
            <span className="state state-granted">{desk.greenLane}</span>
          </>
        )}
      </td>
      <td data-label={desk.applicant}>
        <Original>
          {task.applicantName}
          <br />
          <small>
            {task.premisesName} {task.address}
          </small>
        </Original>
      </td>
      <td data-label={desk.stage}>
        <Original>{task.stageName}</Original>
      </td>
      <td data-label={desk.officer}>
        {task.officerName === undefined ? desk.nobody : <Original>{task.officerName}</Original>}
        {task.actions.includes('claim-task') && <Claim task={task} />}
      </td>
    </tr>
  );
}

/** How many there are by lamp; each leads to those alone. */
function ByLamp({ lamps, asked }: { readonly lamps: Tasks['lamps']; readonly asked: WorkAsked }) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  return (
    <ul className="by-lamp" aria-label={desk.byLamp}>
      <li>
        <Link
          to={workAddressOf(withoutLamp(asked))}
          aria-current={asked.lamp === undefined ? 'true' : undefined}
        >
          {desk.every} {lamps.red + lamps.yellow + lamps.blue + lamps.none}
        </Link>
      </li>
      {LAMPS.map((lamp) => (
        <li key={lamp}>
          <Link
            to={workAddressOf({ ...asked, lamp })}
            aria-current={asked.lamp === lamp ? 'true' : undefined}
          >
            {words.progress.lamps[lamp]} {lamps[lamp]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
