import { Refused } from '../api/failures.js';
import type { Problem } from '../api/replies.js';
import { useLanguage } from '../language/language.js';

interface Props {
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** Says in the visitor's language why something did not work, and everything that has to be corrected. */
export function ProblemNotice({ error, onRetry }: Props) {
  const { language, words } = useLanguage();
  const problem = error instanceof Refused ? error.problem : undefined;
  const canRepeat = problem === undefined || (error instanceof Refused && error.isPassing);
  return (
    <div className="problem" role="alert">
      <span className="problem-sign" aria-hidden="true">
        !
      </span>
      <div>
        <strong>{problem?.messages[language] ?? words.problem.unreachable}</strong>
        {problem !== undefined && <Unmet problem={problem} />}
      </div>
      {onRetry !== undefined && canRepeat && (
        <button type="button" className="button" onClick={onRetry}>
          {words.problem.retry}
        </button>
      )}
    </div>
  );
}

function Unmet({ problem: { unmet } }: { readonly problem: Problem }) {
  const { language, words } = useLanguage();
  if (unmet.length === 0) return null;
  return (
    <>
      <p>{words.problem.unmet}</p>
      <ul>
        {unmet.map(({ rule, path, message, source }) => (
          <li key={`${rule} ${path ?? ''}`}>
            {message[language]}
            {source !== undefined && <small>（{source}）</small>}
          </li>
        ))}
      </ul>
    </>
  );
}
