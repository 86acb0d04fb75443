import { Link } from 'react-router';
import { useLanguage } from '../language/language.js';
import { PAGE_PATHS } from '../page-paths.js';
import { Page } from './page.js';

export function MissingPage() {
  const { words } = useLanguage();
  return (
    <Page title={words.problem.notFoundTitle}>
      <p>{words.problem.notFoundText}</p>
      <p>
        <Link to={PAGE_PATHS.home}>{words.problem.toHome}</Link>
      </p>
    </Page>
  );
}
