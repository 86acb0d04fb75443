import type { ExplanationStep } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Placeholder } from '../notices/placeholder.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { dayStrip } from './day-strip.js';
import type { Asked } from './matter.js';
import { useExplanation, type DateAsked } from './progress-queries.js';

interface Props {
  readonly asked: Asked;
  readonly caseNumber: string | undefined;
  readonly explained: DateAsked;
}

/** How a date follows from the law and the calendar, day by day, so that it can be counted along. */
export function Explanation({ asked, caseNumber, explained }: Props) {
  const { language, words } = useLanguage();
  const { data, error, refetch } = useExplanation(asked, caseNumber, explained, true);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <div className="explanation" aria-busy="true">
        <p className="unseen" role="status">
          {words.loading}
        </p>
        <Placeholder lines={4} />
      </div>
    );
  }
  return (
    <div className="explanation">
      <Strip steps={data.steps} />
      <ol>
        {data.steps.map((step) => (
          <li key={step.zh} className={`why why-${step.run?.role ?? step.kind}`}>
            {step[language]}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The days as a picture; the list below it says the same in words. */
function Strip({ steps }: { readonly steps: readonly ExplanationStep[] }) {
  const { words } = useLanguage();
  const days = dayStrip(steps.flatMap(({ run }) => (run === undefined ? [] : [run])));
  if (days.length === 0) return null;
  return (
    <div className="strip-frame" aria-hidden="true">
      <div className="strip">
        {days.map(({ date, day, month, role }) => (
          <span key={date} className={`day day-${role}`}>
            {month !== undefined && <span className="day-month">{month}</span>}
            {day}
          </span>
        ))}
      </div>
      <p className="strip-key">
        <span className="day day-counted" /> {words.progress.counted}
        <span className="day day-skipped" /> {words.progress.skipped}
      </p>
    </div>
  );
}
