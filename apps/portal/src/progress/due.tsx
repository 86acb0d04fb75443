import { useState } from 'react';
import type { DueDate } from '../api/replies.js';
import { dateText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Explanation } from './explanation.js';
import type { Asked } from './matter.js';
import type { DateAsked } from './progress-queries.js';

interface Props {
  readonly name: string;
  readonly due: DueDate;
  readonly asked: Asked;
  readonly caseNumber: string | undefined;
  /** Absent: nobody can explain this date. */
  readonly explained?: DateAsked;
  /** Tells apart what else bears the same name on the page. */
  readonly about?: string;
}

/** A date of the law, and on request how it came about. */
export function Due({ name, due, asked, caseNumber, explained, about }: Props) {
  const { language, words } = useLanguage();
  const { progress } = words;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="due">
      <p className="due-line">
        {words.labelled(name)}
        <strong className={due.due === undefined ? '' : 'due-date'}>
          {due.due === undefined ? progress.openDate(due.notBefore) : dateText(due.due, language)}
        </strong>
        {due.haltedSince !== undefined && (
          <span className="due-halted">{progress.halted(dateText(due.haltedSince, language))}</span>
        )}
      </p>
      {explained !== undefined && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>
            {progress.explain}
            {about !== undefined && <span className="unseen">{`（${about}，${name}）`}</span>}
          </summary>
          {isOpen && <Explanation asked={asked} caseNumber={caseNumber} explained={explained} />}
        </details>
      )}
    </div>
  );
}
