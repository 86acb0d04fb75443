import { useId, useState } from 'react';
import type { ProgressStep, ProgressTrack } from '../api/replies.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';

interface Props {
  readonly steps: readonly ProgressStep[];
  readonly tracks: readonly ProgressTrack[];
}

/** More than a phone shows without scrolling through days. */
const NEWEST = 6;

/** Everything that happened, with who did it and when; the newest first. What is older is there on demand, and on paper. */
export function Steps({ steps, tracks }: Props) {
  const { words } = useLanguage();
  const list = useId();
  const [isWhole, setWhole] = useState(false);
  const names = new Map(tracks.map(({ item, itemName }) => [item, itemName]));
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{words.progress.steps}</h2>
      <p className="hint">{words.progress.stepsHint(steps.length)}</p>
      <ol id={list} className={isWhole ? 'steps sheet' : 'steps steps-newest sheet'} reversed>
        {steps.map((step, index) => (
          <Step
            key={`${step.at} ${step.what.kind} ${steps.length - index}`}
            step={step}
            isOlder={index >= NEWEST}
            itemName={step.item === undefined ? undefined : names.get(step.item)}
          />
        ))}
      </ol>
      {steps.length > NEWEST && (
        <button
          type="button"
          className="button more unprinted"
          aria-expanded={isWhole}
          aria-controls={list}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? words.progress.onlyNewest : words.progress.wholeList(steps.length)}
        </button>
      )}
    </section>
  );
}

interface StepProps {
  readonly step: ProgressStep;
  readonly isOlder: boolean;
  readonly itemName: string | undefined;
}

function Step({ step: { at, recordedAt, what, by }, isOlder, itemName }: StepProps) {
  const { language, words } = useLanguage();
  const { progress } = words;
  return (
    <li className={`step step-${by.role}${isOlder ? ' step-older' : ''}`}>
      <time dateTime={at}>{instantText(at, language)}</time>
      <p className="step-what">{what[language]}</p>
      <p className="hint">
        {words.labelled(progress.roles[by.role])}
        <Original>
          {by.organisation}
          {by.name !== undefined && ` ${by.name}`}
        </Original>
        {itemName !== undefined && (
          <>
            {' · '}
            <Original>{itemName}</Original>
          </>
        )}
        {recordedAt !== undefined && (
          <>
            {' · '}
            {words.labelled(progress.recorded)}
            {instantText(recordedAt, language)}
          </>
        )}
      </p>
    </li>
  );
}
