import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearchParams } from 'react-router';
import { bodyOf, client } from '../api/client.js';
import type { ListConsultationsReply } from '../api/replies.js';
import { Page } from '../frame/page.js';
import { dateText, instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { CardTable } from '../notices/card-table.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { PAGE_PATHS } from '../page-paths.js';
import { isOfficer } from '../session/offices.js';
import { useSession } from '../session/use-session.js';
import { DESK_KEY } from './desk-queries.js';
import { useDeskWords } from './desk-words.js';
import { Lamp } from './lamp.js';
import { MoreRows } from './more-rows.js';
import '../progress/progress.css';
import './desk.css';

const ANSWERED = ['open', 'answered'] as const;
type Answered = (typeof ANSWERED)[number];

const PAGE_SIZE = 30;

/** What one's department was asked, the newest first: what still waits for an answer, or what was answered. */
export default function ConsultationsPage() {
  const { words } = useLanguage();
  const desk = useDeskWords();
  const session = useSession();
  const [parameters] = useSearchParams();
  const answered = ANSWERED.find((each) => each === parameters.get('answered')) ?? 'open';
  if (session === undefined) return <Navigate to={PAGE_PATHS.signIn} replace />;
  const { person } = session;
  return (
    <Page
      title={desk.asked}
      lead={<p>{words.session.signedIn(person.name)}</p>}
      above={
        isOfficer(person) && (
          <p className="kicker">
            <Link to={PAGE_PATHS.work}>{desk.backToList}</Link>
          </p>
        )
      }
    >
      <nav className="views" aria-label={desk.asked}>
        <ul>
          {ANSWERED.map((each) => (
            <li key={each}>
              <Link to={`?answered=${each}`} aria-current={each === answered ? 'page' : undefined}>
                {desk.askedViews[each]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <List answered={answered} />
    </Page>
  );
}

function List({ answered }: { readonly answered: Answered }) {
  const desk = useDeskWords();
  const list = useConsultations(answered);
  if (list.error !== null)
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;
  const rows = list.data.pages.flatMap((page) => page.consultations);
  if (rows.length === 0) return <p role="status">{desk.nothingAsked}</p>;
  return (
    <>
      <CardTable
        title={desk.askedViews[answered]}
        columns={[desk.task, desk.answerBy, desk.askingAgency, desk.applicant]}
      >
        {rows.map((row) => (
          <Row key={`${row.caseNumber} ${row.item}`} row={row} />
        ))}
      </CardTable>
      <MoreRows list={list} />
    </>
  );
}

function Row({ row }: { readonly row: ListConsultationsReply['consultations'][number] }) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  const { caseNumber, item, itemName, round, answerBy, answered, agencyName, askedAt } = row;
  return (
    <tr>
      <th scope="row">
        <Link to={`/consultations/${caseNumber}/${item}`}>
          <Original>{itemName}</Original>
        </Link>
        {round > 1 && ` · ${desk.round(round)}`}
        <br />
        <small>{caseNumber}</small>
      </th>
      <td data-label={desk.answerBy}>
        {answerBy.due === undefined
          ? words.progress.openDate(answerBy.notBefore)
          : dateText(answerBy.due, language)}{' '}
        {!answered && <Lamp lamp={row.lamp} say={desk.lampOf} />}
      </td>
      <td data-label={desk.askingAgency}>
        <Original>{agencyName}</Original>
        <br />
        <small>{instantText(askedAt, language)}</small>
      </td>
      <td data-label={desk.applicant}>
        <Original>{row.applicantName}</Original>
      </td>
    </tr>
  );
}

const useConsultations = (answered: Answered) =>
  useInfiniteQuery({
    queryKey: [DESK_KEY, 'consultations', answered],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE_SIZE,
        answered,
        ...(pageParam !== undefined && { cursor: pageParam }),
      };
      return bodyOf(client.GET('/api/consultations', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
