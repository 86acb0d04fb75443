import { Alert, Button } from 'antd';
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
    <Alert
      className="problem"
      type="error"
      showIcon
      role="alert"
      title={<strong>{problem?.messages[language] ?? words.problem.unreachable}</strong>}
      description={problem !== undefined && <Unmet problem={problem} />}
      {...(onRetry !== undefined &&
        canRepeat && { action: <Button onClick={onRetry}>{words.problem.retry}</Button> })}
    />
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
