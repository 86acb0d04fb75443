import { useState, type SubmitEvent } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { Page } from '../frame/page.js';
import { dateText, instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { PAGE_PATHS } from '../page-paths.js';
import { isOfficer } from '../session/offices.js';
import { useSession } from '../session/use-session.js';
import { useDeskWords } from './desk-words.js';
import { workAskedIn } from './work-asked.js';
import { useCases } from './work-queries.js';
import './desk.css';

/** What there is to do for whoever is signed in as an officer. */
export default function WorkPage() {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  const session = useSession();
  const [parameters, setParameters] = useSearchParams();
  const asked = workAskedIn(parameters);
  const isAllowed = isOfficer(session?.person);
  const list = useCases(asked, isAllowed);
  if (session === undefined) return <Navigate to={PAGE_PATHS.signIn} replace />;
  const rows = list.data?.pages.flatMap((page) => page.cases) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  return (
    <Page title={desk.work} lead={<p>{words.session.signedIn(session.person.name)}</p>}>
      {!isAllowed && <p>{desk.noOffice}</p>}
      {isAllowed && (
        <WorkSearch
          key={asked.text ?? ''}
          text={asked.text ?? ''}
          status={asked.status ?? ''}
          onAsk={(next) => setParameters(next)}
        />
      )}
      {list.isLoading && <Loading />}
      {list.error !== null && (
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && (
        <p className="found" role="status">
          {desk.casesFound(total)}
        </p>
      )}
      {rows.length > 0 && (
        <table className="cards sheet">
          <caption className="unseen">{desk.work}</caption>
          <thead>
            <tr>
              <th scope="col">{desk.caseNumber}</th>
              <th scope="col">{desk.applicant}</th>
              <th scope="col">{desk.nextDue}</th>
              <th scope="col">{desk.status}</th>
              <th scope="col">{desk.acceptedAt}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ caseNumber, applicantName, nextDue, status, acceptedAt }) => (
              <tr key={caseNumber}>
                <th scope="row">
                  <Link to={`/cases/${caseNumber}`}>{caseNumber}</Link>
                </th>
                <td data-label={desk.applicant}>
                  <Original>{applicantName}</Original>
                </td>
                <td data-label={desk.nextDue}>
                  {nextDue === undefined ? '–' : dateText(nextDue, language)}
                </td>
                <td data-label={desk.status}>{desk.statuses[status]}</td>
                <td data-label={desk.acceptedAt}>{instantText(acceptedAt, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <button
          type="button"
          className="button more"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {words.home.more}
        </button>
      )}
    </Page>
  );
}

interface SearchProps {
  readonly text: string;
  readonly status: string;
  readonly onAsk: (asked: Record<string, string>) => void;
}

/** What is looked for stands in the address, so that a list can be kept and sent. */
function WorkSearch({ text, status, onAsk }: SearchProps) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  const [typed, setTyped] = useState(text);
  const ask = (next: string) => {
    const wanted = typed.trim();
    onAsk({ ...(wanted !== '' && { text: wanted }), ...(next !== '' && { status: next }) });
  };
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    ask(status);
  };
  return (
    <form role="search" className="work-search" onSubmit={search}>
      <label>
        <span>{desk.searchLabel}</span>
        <input
          className="input"
          type="search"
          maxLength={100}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <label>
        <span>{desk.status}</span>
        <select className="input" value={status} onChange={({ target }) => ask(target.value)}>
          <option value="">{desk.every}</option>
          {(['open', 'decided', 'closed'] as const).map((each) => (
            <option key={each} value={each}>
              {desk.statuses[each]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="action">
        {words.home.search}
      </button>
    </form>
  );
}
