import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { Refused } from '../../api/failures.js';
import type { FindQuotaReply } from '../../api/replies.js';
import { Page } from '../../frame/page.js';
import { useItem } from '../../guide/guide-queries.js';
import { dateText, instantText } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { Original } from '../../language/original.js';
import { CardTable } from '../../notices/card-table.js';
import { Loading } from '../../notices/loading.js';
import { ProblemNotice } from '../../notices/problem-notice.js';
import { PAGE_PATHS } from '../../page-paths.js';
import { isAdministrator, seesQuotas } from '../../session/offices.js';
import { useSession } from '../../session/use-session.js';
import { ActButtons } from '../act-buttons.js';
import { useDeskWords } from '../desk-words.js';
import { MoreRows } from '../more-rows.js';
import { offerOn } from '../offers.js';
import { Order } from './order.js';
import { useQuota } from './quota-queries.js';
import '../../progress/progress.css';
import '../desk.css';

/** How many permits there are of one item, how many are left, and whose turn it is (许可法 57). */
export default function QuotaPage() {
  const desk = useDeskWords();
  const session = useSession();
  const { item = '' } = useParams();
  const { data, isPending } = useItem(item);
  if (session === undefined) return <Navigate to={PAGE_PATHS.signIn} replace />;
  // The heading would push everything down when the name of the item takes the place of its code.
  if (isPending) return <Loading />;
  const { person } = session;
  const name = data?.name ?? item;
  return (
    <Page
      title={`${desk.quota.title} · ${name}`}
      above={
        <p className="kicker">
          <Link to={PAGE_PATHS.quotas}>{desk.quota.back}</Link>
        </p>
      }
    >
      {seesQuotas(person) ? (
        <>
          {isAdministrator(person) && (
            <section className="sheet">
              <ActButtons
                offers={offerOn('publish-quota', { item })}
                label={desk.quota.title}
                title={desk.now}
              />
            </section>
          )}
          <Quota item={item} />
        </>
      ) : (
        <p>{desk.noOffice}</p>
      )}
    </Page>
  );
}

function Quota({ item }: { readonly item: string }) {
  const desk = useDeskWords();
  const [parameters] = useSearchParams();
  const list = useQuota(item, parameters.get('from') ?? undefined);
  if (list.error !== null) {
    if (list.error instanceof Refused && list.error.problem.code === 'quota-not-found')
      return <p role="status">{desk.quota.noneOfItem}</p>;
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (list.isPending) return <Loading />;
  const [first] = list.data.pages;
  if (first === undefined) return null;
  const { periods, queue, history = [] } = first;
  return (
    <>
      <Periods periods={periods} shown={queue?.from} />
      {queue !== undefined && (
        <section className="sheet" aria-labelledby="order">
          <h2 id="order">{desk.quota.order}</h2>
          <p>{desk.quota.counted(queue.filings, queue.undecided)}</p>
          <Order rows={list.data.pages.flatMap((page) => page.queue?.inOrder ?? [])} />
          <MoreRows list={list} />
        </section>
      )}
      <History history={history} />
    </>
  );
}

interface PeriodsProps {
  readonly periods: FindQuotaReply['periods'];
  readonly shown: string | undefined;
}

function Periods({ periods, shown }: PeriodsProps) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  return (
    <CardTable
      title={desk.quota.period}
      columns={[
        desk.quota.period,
        desk.quota.document,
        desk.quota.limit,
        desk.quota.granted,
        desk.quota.left,
      ]}
    >
      {periods.toReversed().map((period) => (
        <tr key={period.from}>
          <th scope="row">
            <Link
              to={`?from=${period.from}`}
              aria-current={period.from === shown ? 'true' : undefined}
            >
              {desk.quota.between(
                dateText(period.from, language),
                dateText(period.until, language),
              )}
            </Link>
          </th>
          <td data-label={desk.quota.document}>
            <Original>{period.documentNumber}</Original>
          </td>
          <td data-label={desk.quota.limit}>{period.limit}</td>
          <td data-label={desk.quota.granted}>{period.granted}</td>
          <td data-label={desk.quota.left}>{period.left}</td>
        </tr>
      ))}
    </CardTable>
  );
}

function History({ history }: { readonly history: NonNullable<FindQuotaReply['history']> }) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  if (history.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="history">
      <h2 id="history">{desk.quota.history}</h2>
      <ul className="texts">
        {history.map(({ from, until, limit, documentNumber, publishedAt }) => (
          <li key={`${publishedAt} ${from}`}>
            {instantText(publishedAt, language)}{' '}
            {desk.quota.published(
              desk.quota.between(dateText(from, language), dateText(until, language)),
              limit,
            )}{' '}
            <Original>{documentNumber}</Original>
          </li>
        ))}
      </ul>
    </section>
  );
}
