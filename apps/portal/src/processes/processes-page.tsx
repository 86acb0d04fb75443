import { Link } from 'react-router';
import { ItemByCode } from '../desk/item-by-code.js';
import { MoreRows } from '../desk/more-rows.js';
import { Page } from '../frame/page.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { CardTable } from '../notices/card-table.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { PAGE_PATHS } from '../page-paths.js';
import { isAdministrator } from '../session/offices.js';
import { useSession } from '../session/use-session.js';
import { useProcesses } from './process-queries.js';
import { useProcessWords } from './process-words.js';
import '../progress/progress.css';
import '../desk/desk.css';

/** How each item is decided: public (许可法 5), and where an administrator begins to change it. */
export default function ProcessesPage() {
  const say = useProcessWords();
  const session = useSession();
  return (
    <Page title={say.title} lead={<p>{say.lead}</p>}>
      {isAdministrator(session?.person) && (
        <>
          <p>
            <Link to={PAGE_PATHS.quotas}>{say.quotas}</Link>
          </p>
          <ItemByCode
            label={say.wanted}
            button={say.compose}
            pathOf={(code) => `/processes/${code}`}
          />
        </>
      )}
      <List />
    </Page>
  );
}

function List() {
  const { language } = useLanguage();
  const say = useProcessWords();
  const list = useProcesses();
  if (list.error !== null)
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;
  const rows = list.data.pages.flatMap(({ processes }) => processes);
  if (rows.length === 0) return <p role="status">{say.none}</p>;
  return (
    <>
      <CardTable
        title={say.title}
        columns={[say.name, say.item, say.stagesCount, say.version, say.publishedAt]}
      >
        {rows.map(({ code, name, stages, version, publishedAt }) => (
          <tr key={code}>
            <th scope="row">
              <Link to={`/processes/${code}`}>
                <Original>{name}</Original>
              </Link>
            </th>
            <td data-label={say.item}>{code}</td>
            <td data-label={say.stagesCount}>{stages}</td>
            <td data-label={say.version}>{say.versionOf(version)}</td>
            <td data-label={say.publishedAt}>{instantText(publishedAt, language)}</td>
          </tr>
        ))}
      </CardTable>
      <MoreRows list={list} />
    </>
  );
}
