import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Due } from '../progress/due.js';
import { useDeskWords } from './desk-words.js';
import type { Track } from './act-declared.js';

type Stage = NonNullable<Track['stages']>[number];

/** Signs of their own beside the words. */
const SIGNS: Readonly<Record<Stage['status'], string>> = {
  waiting: '○',
  active: '▶',
  done: '✓',
  skipped: '–',
};

/** The stages 环节 of a track, as far as they have come. */
export function Stages({ stages }: { readonly stages: readonly Stage[] }) {
  const desk = useDeskWords();
  if (stages.length === 0) return null;
  return (
    <div className="record">
      <h4>{desk.stages}</h4>
      <ol className="stages">
        {stages.map((stage) => (
          <li key={stage.code} className={`stage stage-${stage.status}`}>
            <OneStage stage={stage} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A stage with an act of its own ends with the kind of that act, every other one with what the officer wrote. */
function Outcome({ outcome }: { readonly outcome: string }) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  const kinds = new Map(
    Object.entries({ ...desk.recommendations, ...desk.findings, ...words.progress.outcomes }),
  );
  return kinds.get(outcome) ?? <Original>{outcome}</Original>;
}

function OneStage({ stage }: { readonly stage: Stage }) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  const { name, kind, role, agencyName, status, due, doneAt, outcome, remark } = stage;
  return (
    <>
      <span className="stage-sign" aria-hidden="true">
        {SIGNS[status]}
      </span>
      <div>
        <strong>
          <Original>{name}</Original>
        </strong>{' '}
        <span className="stage-status">{desk.stageStatuses[status]}</span>
        <p className="hint">
          {desk.stageKinds[kind]} · {desk.stageRoles[role]}
          {agencyName !== undefined && (
            <>
              {' · '}
              <Original>{agencyName}</Original>
            </>
          )}
          {doneAt !== undefined && ` · ${instantText(doneAt, language)}`}
        </p>
        {outcome !== undefined && (
          <p>
            <Outcome outcome={outcome} /> <Original>{remark}</Original>
          </p>
        )}
        {stage.returned !== undefined && (
          <p className="mistake">
            {words.labelled(desk.returnedFrom(stage.returned.from, stage.returned.by))}
            <Original>{stage.returned.reason}</Original>
          </p>
        )}
        {stage.skippedBecause !== undefined && (
          <p className="hint">
            <Original>{stage.skippedBecause}</Original>
          </p>
        )}
        {stage.unanswered !== undefined && (
          <p className="mistake">{desk.unanswered(stage.unanswered.join('、'))}</p>
        )}
        {stage.overdueSince !== undefined && status === 'active' && (
          <p className="mistake">{desk.stageOverdue(instantText(stage.overdueSince, language))}</p>
        )}
        {due !== undefined && status === 'active' && (
          <Due
            name={words.progress.dueBy}
            due={due}
            asked={{ number: '' }}
            caseNumber={undefined}
          />
        )}
      </div>
    </>
  );
}
