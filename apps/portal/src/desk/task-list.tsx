import { useMemo } from 'react';
import { Link } from 'react-router';
import { dateText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { CardTable } from '../notices/card-table.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { keyOf, mayBeChosen } from './batch/batch.js';
import { BatchWork } from './batch/batch-work.js';
import { useSelection, type Selection } from './batch/use-selection.js';
import { Claim, NotClaimed } from './claim.js';
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
  const tasks = useMemo(() => list.data?.pages.flatMap((page) => page.tasks) ?? [], [list.data]);
  const selection = useSelection(workAddressOf(asked), tasks);
  if (list.error !== null)
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;
  const lamps = list.data.pages[0]?.lamps;
  return (
    <>
      {lamps !== undefined && <ByLamp lamps={lamps} asked={asked} />}
      <BatchWork key={workAddressOf(asked)} selection={selection} />
      {tasks.length === 0 && <p role="status">{desk.nothingToDo}</p>}
      {tasks.length > 0 && (
        <CardTable
          title={desk.views[asked.of]}
          columns={[desk.task, desk.dueOn, desk.applicant, desk.stage, desk.officer]}
        >
          {tasks.map((task) => (
            <Row key={keyOf(task)} task={task} selection={selection} />
          ))}
        </CardTable>
      )}
      <MoreRows list={list} />
    </>
  );
}

interface RowProps {
  readonly task: TaskRow;
  readonly selection: Selection;
}

function Row({ task, selection }: RowProps) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  return (
    <tr>
      <th scope="row">
        <div className="choosable">
          {mayBeChosen(task) && <Choose task={task} selection={selection} />}
          <div>
            <Link to={`/cases/${task.caseNumber}`}>{task.caseNumber}</Link>
            <br />
            <Original>{task.itemName}</Original>
          </div>
        </div>
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
        <NotClaimed task={task} />
      </td>
    </tr>
  );
}

function Choose({ task, selection }: RowProps) {
  const desk = useDeskWords();
  return (
    <label className="choose-row">
      <span className="unseen">
        {desk.batch.choose(task.caseNumber, task.itemName, task.stageName)}
      </span>
      <input
        type="checkbox"
        className="tick"
        checked={selection.has(task)}
        onChange={() => selection.toggle(task)}
      />
    </label>
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
