import type { FindProcessReply } from '../api/replies.js';
import { useDeskWords } from '../desk/desk-words.js';
import { conditionInWords } from '../guide/condition-in-words.js';
import { useGuidePageWords } from '../guide/guide-page-words.js';
import { Original } from '../language/original.js';
import { useProcessWords } from './process-words.js';

type Props = Pick<FindProcessReply, 'stages' | 'returns'>;
type Stage = FindProcessReply['stages'][number];

/** The stages in words: everything that the drawing shows, and what it has no room for. */
export function StageList({ stages, returns }: Props) {
  const say = useProcessWords();
  const nameOf = (code: string) => stages.find((each) => each.code === code)?.name ?? code;
  return (
    <>
      <h2>{say.stages}</h2>
      <ol className="texts">
        {stages.map((stage) => (
          <li key={stage.code}>
            <OneStage stage={stage} nameOf={nameOf} />
          </li>
        ))}
      </ol>
      {returns.length > 0 && (
        <>
          <h3>{say.returns}</h3>
          <ul className="texts">
            {returns.map(({ from, to }) => (
              <li key={`${from} ${to}`}>{say.returnOf(nameOf(from), nameOf(to))}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface OneStageProps {
  readonly stage: Stage;
  readonly nameOf: (code: string) => string;
}

function OneStage({ stage, nameOf }: OneStageProps) {
  const desk = useDeskWords();
  const say = useProcessWords();
  const { name, kind, role, agencyName, after, workingDays, reportsTo, inBatch } = stage;
  const facts = [
    desk.stageKinds[kind],
    desk.stageRoles[role],
    agencyName,
    after.length === 0 ? say.first : say.after(after.map(nameOf).join('、')),
    joinOf(stage, say),
    workingDays === undefined ? undefined : say.days(workingDays),
    reportsTo === undefined ? undefined : say.reportsTo(reportsTo.agencyName),
    inBatch === true ? say.inBatch : undefined,
  ];
  return (
    <>
      <strong>
        <Original>{name}</Original>
      </strong>
      <p className="hint">{facts.filter((each) => each !== undefined).join(' · ')}</p>
      {stage.when !== undefined && <Condition when={stage.when} />}
    </>
  );
}

/** Only of several stages it matters whether all of them are waited for. */
function joinOf({ after, join, atLeast }: Stage, { joins }: ReturnType<typeof useProcessWords>) {
  if (after.length < 2) return undefined;
  if (atLeast !== undefined) return joins.some(atLeast);
  return joins[join ?? 'all'];
}

function Condition({ when }: { readonly when: object }) {
  const say = useProcessWords();
  const { condition } = useGuidePageWords();
  const inWords = conditionInWords(when, [], condition);
  return <p className="hint">{inWords === undefined ? say.otherwise : say.when(inWords)}</p>;
}
