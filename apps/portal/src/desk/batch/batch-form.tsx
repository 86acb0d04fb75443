import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { BatchReply, TaskRow } from '../../api/replies.js';
import { useItem } from '../../guide/guide-queries.js';
import { Original } from '../../language/original.js';
import { Loading } from '../../notices/loading.js';
import { ProblemNotice } from '../../notices/problem-notice.js';
import { useDeskWords } from '../desk-words.js';
import { bodyOf, missingIn } from '../form/draft.js';
import type { DraftGroup } from '../form/draft-shape.js';
import { Fields } from '../form/fields.js';
import { FormButtons } from '../form/form-buttons.js';
import {
  claimOf,
  completionOf,
  fieldsFor,
  groupsOf,
  sortedFor,
  type BatchAct,
  type Group,
} from './batch.js';
import { LeftOut, TasksInShort } from './tasks-in-short.js';
import { useBatch } from './use-batch.js';

interface Props {
  readonly act: BatchAct;
  readonly chosen: readonly TaskRow[];
  readonly onAnswer: (reply: BatchReply) => void;
  readonly onCancel: () => void;
}

/** What is about to be done with the chosen tasks, before it is done: which they are, which are not among them and why. */
export function BatchForm({ act, chosen, onAnswer, onCancel }: Props) {
  const desk = useDeskWords();
  const { within, beside } = sortedFor(act, chosen);
  const groups = act === 'complete-stages' ? groupsOf(within) : [];
  const [picked, setPicked] = useState<string>();
  const group = groups.find(({ key }) => key === picked) ?? groups[0];
  const tasks = act === 'claim-task' ? within : (group?.tasks ?? []);
  const title = desk.batch.about[act](tasks.length);
  return (
    <section className="act-form" aria-label={title}>
      <Heading text={title} />
      {groups.length > 1 && group !== undefined && (
        <GroupChoice groups={groups} picked={group.key} onPick={setPicked} />
      )}
      <TasksInShort tasks={tasks} />
      <LeftOut
        act={act}
        tasks={[...beside, ...within.filter((task) => !tasks.includes(task))]}
        among={within}
      />
      <Saying key={group?.key} act={act} tasks={tasks} onAnswer={onAnswer} onCancel={onCancel} />
    </section>
  );
}

function Heading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} className="form-title" tabIndex={-1}>
      {text}
    </h2>
  );
}

interface GroupChoiceProps {
  readonly groups: readonly Group[];
  readonly picked: string;
  readonly onPick: (key: string) => void;
}

function GroupChoice({ groups, picked, onPick }: GroupChoiceProps) {
  const desk = useDeskWords();
  return (
    <fieldset className="form-group">
      <legend>{desk.batch.oneGroup}</legend>
      {groups.map(({ key, tasks }) => (
        <label key={key} className="choice">
          <input type="radio" name="group" checked={key === picked} onChange={() => onPick(key)} />
          <span>
            <Original>
              {tasks[0].itemName} {tasks[0].stageName}
            </Original>{' '}
            {desk.batch.count(tasks.length)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface SayingProps extends Pick<Props, 'act' | 'onAnswer' | 'onCancel'> {
  readonly tasks: readonly TaskRow[];
}

/** A decision rests on what the catalogue names, unless the officer changes it. */
function Saying(props: SayingProps) {
  const { act, tasks } = props;
  const [first] = tasks;
  const decides = act === 'complete-stages' && first?.kind === 'decision';
  const { data, isPending } = useItem(first?.item ?? '', { isWanted: decides });
  if (decides && isPending) return <Loading />;
  const legalBasis = data?.legalBasis.join('\n') ?? '';
  return <SayingForm {...props} suggested={decides ? { legalBasis } : {}} />;
}

function SayingForm({
  act,
  tasks,
  suggested,
  onAnswer,
  onCancel,
}: SayingProps & { readonly suggested: DraftGroup }) {
  const desk = useDeskWords();
  const [draft, setDraft] = useState(suggested);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const { mutate, error, isPending } = useBatch(act, onAnswer);
  const kind = tasks[0]?.kind;
  const schema = act === 'complete-stages' ? fieldsFor(kind) : {};
  const note = kind !== undefined && act === 'complete-stages' ? desk.batch.notes[kind] : undefined;
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(`[data-path="${missing[0] ?? ''}"]`)?.focus();
  }, [missing]);
  const send = () => {
    if (isPending) return;
    const lacking = missingIn(schema, draft);
    setMissing(lacking);
    if (lacking.length > 0) return;
    mutate(act === 'claim-task' ? claimOf(tasks) : completionOf(tasks, bodyOf(schema, draft)));
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        send();
      }}
    >
      {note !== undefined && <p>{note}</p>}
      <Fields
        schema={schema}
        draft={draft}
        onChange={setDraft}
        mistakes={new Map(missing.map((path) => [path, [desk.needed]]))}
        of="complete-stages"
      />
      {error !== null && <ProblemNotice error={error} onRetry={send} />}
      <FormButtons
        submit={desk.batch.confirm[act](tasks.length)}
        isPending={isPending}
        isIdle={tasks.length === 0}
        onCancel={onCancel}
      />
    </form>
  );
}
