import { Link, Navigate } from 'react-router';
import type { PersonView } from '../api/replies.js';
import { Page } from '../frame/page.js';
import { dateText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { PAGE_PATHS } from '../page-paths.js';
import { hasTasks } from '../session/offices.js';
import { useSession } from '../session/use-session.js';
import { ActButtons } from './act-buttons.js';
import { useOfficers } from './desk-queries.js';
import { useDeskWords } from './desk-words.js';
import { Authorities } from './authorities.js';
import { offersAbout, revocationsOf, type Officer } from './team-offers.js';
import '../progress/progress.css';
import './desk.css';

/** The officers of one's own agency with their work: leave, hand-over, authorisation, and whose matters somebody stands back from. */
export default function TeamPage() {
  const desk = useDeskWords();
  const session = useSession();
  if (session === undefined) return <Navigate to={PAGE_PATHS.signIn} replace />;
  const { person } = session;
  return (
    <Page
      title={desk.team}
      lead={<p>{desk.teamLead}</p>}
      above={
        <p className="kicker">
          <Link to={PAGE_PATHS.work}>{desk.backToList}</Link>
        </p>
      }
    >
      {hasTasks(person) ? <Team person={person} /> : <p>{desk.noTeam}</p>}
    </Page>
  );
}

function Team({ person }: { readonly person: PersonView }) {
  const desk = useDeskWords();
  const { data, error, isPending, refetch } = useOfficers();
  if (error !== null && data === undefined)
    return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const { officers } = data;
  if (officers.length === 0) return <p role="status">{desk.noOfficers}</p>;
  return (
    <ul className="requests">
      {officers.map((officer) => (
        <li key={officer.account} className="sheet">
          <OneOfficer officer={officer} person={person} officers={officers} />
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly officer: Officer;
  readonly person: PersonView;
  readonly officers: readonly Officer[];
}

function OneOfficer({ officer, person, officers }: Props) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const { account, name, inPost, onLeave, openTasks, limit, authorisedUntil } = officer;
  const offers = [
    ...offersAbout(officer, person, officers, desk.byLoad),
    ...revocationsOf(officer),
  ];
  return (
    <>
      <h2>
        <Original>{name}</Original> <small className="hint">{account}</small>
      </h2>
      <p>
        {desk.openTasks(openTasks, limit)}
        {!inPost && ` · ${desk.leftPost}`}
        {onLeave && ` · ${desk.onLeave}`}
        {authorisedUntil !== undefined &&
          ` · ${desk.authorisedUntil(dateText(authorisedUntil, language))}`}
      </p>
      <Authorities officer={officer} />
      {offers.length > 0 && <ActButtons offers={offers} label={`${desk.now}（${name}）`} />}
    </>
  );
}
