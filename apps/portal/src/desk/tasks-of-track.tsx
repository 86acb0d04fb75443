import type { ListTasksReply, TaskRow } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { useSession } from '../session/use-session.js';
import { ActButtons } from './act-buttons.js';
import { Claim, NotClaimed } from './claim.js';
import { useOfficers } from './desk-queries.js';
import { useDeskWords } from './desk-words.js';
import type { FieldSchema } from './form/field-kinds.js';
import { offerOn } from './offers.js';

/** Who has the tasks of a track, and what may be done about that. */
export function TasksOfTrack({ tasks }: { readonly tasks: ListTasksReply['tasks'] }) {
  const desk = useDeskWords();
  if (tasks.length === 0) return null;
  return (
    <div className="record">
      <h4>{desk.tasks}</h4>
      <ul className="requests">
        {tasks.map((task) => (
          <li key={task.stage}>
            <OneTask task={task} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function OneTask({ task }: { readonly task: TaskRow }) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  const { caseNumber, item, stage, stageName, officerName, actions } = task;
  const officer = useOfficerField(actions.includes('assign-task'));
  const offers = actions
    .filter((action) => !ELSEWHERE.includes(action))
    .flatMap((action) => offerOn(action, { caseNumber, item, stage }, { fields: { officer } }));
  return (
    <>
      <p>
        {words.labelled(stageName)}
        {officerName === undefined ? desk.nobody : <Original>{officerName}</Original>}
        {task.greenLane && (
          <>
            {' '}
            <span className="state state-granted">{desk.greenLane}</span>
          </>
        )}
        {actions.includes('claim-task') && <Claim task={task} />}
      </p>
      <NotClaimed task={task} />
      {offers.length > 0 && <ActButtons offers={offers} label={`${desk.tasks}（${stageName}）`} />}
    </>
  );
}

/** Claimed with one press, and ended with the acts of the track. */
const ELSEWHERE: readonly string[] = ['claim-task', 'complete-stages'];

/** Officers in post by their names, in the place of accounts; any account where the agency publishes none. */
function useOfficerField(isWanted: boolean): FieldSchema {
  const session = useSession();
  const { data } = useOfficers(isWanted && session !== undefined);
  const inPost = data?.officers.filter((each) => each.inPost) ?? [];
  if (inPost.length === 0) return { type: 'string', maxLength: 100 };
  return {
    enum: inPost.map(({ account }) => account),
    titles: Object.fromEntries(inPost.map(({ account, name }) => [account, name])),
  };
}
