import { useLanguage } from '../language/language.js';
import { Page } from './page.js';

export function BrokenPage() {
  const { words } = useLanguage();
  return (
    <Page title={words.problem.brokenTitle}>
      <p role="alert">{words.problem.brokenText}</p>
      <p>
        <button type="button" className="action" onClick={() => location.reload()}>
          {words.problem.reload}
        </button>
      </p>
    </Page>
  );
}
