import { useState, type SubmitEvent } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import type { PersonView } from '../api/replies.js';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { PAGE_PATHS } from '../page-paths.js';
import { answersForDepartment, hasTasks, isOfficer, seesQuotas } from '../session/offices.js';
import { useSession } from '../session/use-session.js';
import { CaseList } from './case-list.js';
import { useDeskWords } from './desk-words.js';
import { TaskList } from './task-list.js';
import { CASE_STATUSES, VIEWS, workAddressOf, workAskedIn, type WorkAsked } from './work-asked.js';
import '../progress/progress.css';
import './desk.css';

/** What there is to do for whoever is signed in as an officer. */
export default function WorkPage() {
  const { words } = useLanguage();
  const desk = useDeskWords();
  const session = useSession();
  const [parameters, setParameters] = useSearchParams();
  if (session === undefined) return <Navigate to={PAGE_PATHS.signIn} replace />;
  const { person } = session;
  const wanted = workAskedIn(parameters);
  const asked: WorkAsked = hasTasks(person) ? wanted : { ...wanted, of: 'cases' };
  const { of } = asked;
  return (
    <Page title={desk.work} lead={<p>{words.session.signedIn(person.name)}</p>}>
      {isOfficer(person) ? (
        <>
          {hasTasks(person) ? (
            <Views asked={asked} person={person} />
          ) : (
            seesQuotas(person) && (
              <p>
                <Link to={PAGE_PATHS.quotas}>{desk.quota.title}</Link>
              </p>
            )
          )}
          <WorkSearch
            key={workAddressOf(asked)}
            asked={asked}
            onAsk={(next) => setParameters(workAddressOf(next))}
          />
          {of === 'cases' ? <CaseList asked={asked} /> : <TaskList asked={{ ...asked, of }} />}
        </>
      ) : (
        <p>{desk.noOffice}</p>
      )}
    </Page>
  );
}

interface ViewsProps {
  readonly asked: WorkAsked;
  readonly person: PersonView;
}

function Views({ asked, person }: ViewsProps) {
  const desk = useDeskWords();
  return (
    <nav className="views" aria-label={desk.work}>
      <ul>
        {VIEWS.map((view) => (
          <li key={view}>
            <Link
              to={workAddressOf({ of: view })}
              aria-current={view === asked.of ? 'page' : undefined}
            >
              {desk.views[view]}
            </Link>
          </li>
        ))}
        <li>
          <Link to={PAGE_PATHS.team}>{desk.team}</Link>
        </li>
        {seesQuotas(person) && (
          <li>
            <Link to={PAGE_PATHS.quotas}>{desk.quota.title}</Link>
          </li>
        )}
        {answersForDepartment(person) && (
          <li>
            <Link to={PAGE_PATHS.consultations}>{desk.asked}</Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

interface SearchProps {
  readonly asked: WorkAsked;
  readonly onAsk: (asked: WorkAsked) => void;
}

function WorkSearch({ asked, onAsk }: SearchProps) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  const [typed, setTyped] = useState(asked.text ?? '');
  const [status, setStatus] = useState<string>(asked.status ?? '');
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    const { text: _text, status: _status, ...rest } = asked;
    const chosen = CASE_STATUSES.find((each) => each === status);
    const text = typed.trim();
    onAsk({ ...rest, ...(chosen && { status: chosen }), ...(text !== '' && { text }) });
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
      {asked.of === 'cases' && (
        <label>
          <span>{desk.status}</span>
          <select
            className="input"
            value={status}
            onChange={({ target }) => setStatus(target.value)}
          >
            <option value="">{desk.every}</option>
            {CASE_STATUSES.map((each) => (
              <option key={each} value={each}>
                {desk.statuses[each]}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" className="action">
        {words.home.search}
      </button>
    </form>
  );
}
