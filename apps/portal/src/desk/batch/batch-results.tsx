import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { BatchReply, TaskRow } from '../../api/replies.js';
import { useLanguage } from '../../language/language.js';
import { Original } from '../../language/original.js';
import { useDeskWords } from '../desk-words.js';
import { RulesListed } from '../rules-listed.js';
import { keyOf } from './batch.js';

type Result = BatchReply['results'][number];

interface Props {
  readonly results: readonly Result[];
  /** As the list showed them before. */
  readonly tasks: readonly TaskRow[];
  readonly onClose: () => void;
}

/** What became of each, those that were refused first, with everything that stands against them. */
export function BatchResults({ results, tasks, onClose }: Props) {
  const desk = useDeskWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const done = results.filter((result) => result.done);
  const refused = results.filter((result) => !result.done);
  const shown = new Map(tasks.map((task) => [keyOf(task), task]));
  const title = desk.batch.outcome(done.length, refused.length);
  return (
    <section className="act-form" aria-label={title}>
      <h2 ref={heading} className="form-title" tabIndex={-1}>
        {title}
      </h2>
      <ul className="texts batch-results">
        {[...refused, ...done].map((result) => (
          <li key={keyOf(result)} className={result.done ? 'batch-done' : 'batch-refused'}>
            <OneResult result={result} task={shown.get(keyOf(result))} />
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={onClose}>
        {desk.batch.close}
      </button>
    </section>
  );
}

interface OneProps {
  readonly result: Result;
  readonly task: TaskRow | undefined;
}

function OneResult({ result, task }: OneProps) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const { caseNumber, item, stage, refusal, decisionNumber } = result;
  return (
    <>
      <strong>{result.done ? desk.batch.done : desk.batch.refused}</strong>{' '}
      <Link to={`/cases/${caseNumber}`}>{caseNumber}</Link>{' '}
      <Original>
        {task?.itemName ?? item} · {task?.stageName ?? stage}
      </Original>
      {decisionNumber !== undefined && (
        <>
          {' · '}
          <Original>{decisionNumber}</Original>
        </>
      )}
      {refusal !== undefined && (
        <div className="mistake">
          <p>{refusal[language]}</p>
          {refusal.unmet.length > 0 && <RulesListed rules={refusal.unmet} />}
        </div>
      )}
    </>
  );
}
