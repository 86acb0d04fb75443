import { Link, Navigate } from 'react-router';
import type { ListQuotasReply } from '../../api/replies.js';
import { Page } from '../../frame/page.js';
import { dateText } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { Original } from '../../language/original.js';
import { CardTable } from '../../notices/card-table.js';
import { Loading } from '../../notices/loading.js';
import { ProblemNotice } from '../../notices/problem-notice.js';
import { PAGE_PATHS } from '../../page-paths.js';
import { isAdministrator, seesQuotas } from '../../session/offices.js';
import { useSession } from '../../session/use-session.js';
import { useDeskWords } from '../desk-words.js';
import { ItemByCode } from '../item-by-code.js';
import { MoreRows } from '../more-rows.js';
import { useQuotas } from './quota-queries.js';
import '../../progress/progress.css';
import '../desk.css';

/** Items of which there are only so many permits (许可法 57). */
export default function QuotasPage() {
  const desk = useDeskWords();
  const session = useSession();
  if (session === undefined) return <Navigate to={PAGE_PATHS.signIn} replace />;
  const { person } = session;
  return (
    <Page title={desk.quota.title} lead={<p>{desk.quota.lead}</p>}>
      {seesQuotas(person) ? (
        <>
          {isAdministrator(person) && (
            <ItemByCode
              label={desk.quota.code}
              button={desk.quota.open}
              pathOf={(code) => `/quotas/${code}`}
            />
          )}
          <List />
        </>
      ) : (
        <p>{desk.noOffice}</p>
      )}
    </Page>
  );
}

function List() {
  const desk = useDeskWords();
  const list = useQuotas();
  if (list.error !== null)
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;
  const rows = list.data.pages.flatMap(({ quotas }) => quotas);
  if (rows.length === 0) return <p role="status">{desk.quota.none}</p>;
  return (
    <>
      <CardTable
        title={desk.quota.title}
        columns={[
          desk.quota.item,
          desk.quota.period,
          desk.quota.limit,
          desk.quota.granted,
          desk.quota.left,
        ]}
      >
        {rows.map((row) => (
          <Row key={row.item} row={row} />
        ))}
      </CardTable>
      <MoreRows list={list} />
    </>
  );
}

function Row({
  row: { item, itemName, period },
}: {
  readonly row: ListQuotasReply['quotas'][number];
}) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  return (
    <tr>
      <th scope="row">
        <Link to={`/quotas/${item}`}>
          {itemName === undefined ? item : <Original>{itemName}</Original>}
        </Link>
      </th>
      <td data-label={desk.quota.period}>
        {desk.quota.between(dateText(period.from, language), dateText(period.until, language))}
      </td>
      <td data-label={desk.quota.limit}>{period.limit}</td>
      <td data-label={desk.quota.granted}>{period.granted}</td>
      <td data-label={desk.quota.left}>{period.left}</td>
    </tr>
  );
}
