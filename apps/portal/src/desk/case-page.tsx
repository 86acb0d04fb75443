import { Link, Navigate, useParams } from 'react-router';
import type { FindCaseReply } from '../api/replies.js';
import { Page } from '../frame/page.js';
import { Original } from '../language/original.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { PAGE_PATHS } from '../page-paths.js';
import { hasTasks, isOfficer } from '../session/offices.js';
import { useSession } from '../session/use-session.js';
import { CaseActs } from './case-acts.js';
import { useCase, useTasksOfCase } from './desk-queries.js';
import { useDeskWords } from './desk-words.js';
import { Handovers } from './handovers.js';
import { Inspections } from './inspections.js';
import { JointTerm } from './joint-term.js';
import { PapersOfCase } from './papers-of-case.js';
import { PlanNodes } from './plan-nodes.js';
import { TrackDesk } from './track-desk.js';
import '../progress/progress.css';
import './desk.css';

/** One case as the officers have it on the desk: its tracks with their clocks, and what may be done now. */
export default function CasePage() {
  const { caseNumber = '' } = useParams();
  const desk = useDeskWords();
  const session = useSession();
  const { data, error, refetch } = useCase(caseNumber);
  if (session === undefined) return <Navigate to={PAGE_PATHS.signIn} replace />;
  if (error !== null && data === undefined) {
    return (
      <Page title={desk.title}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  return data === undefined ? <Loading /> : <Case found={data} />;
}

/** Officers come from their work, applicants from their own applications. */
function BackToList() {
  const { words } = useLanguage();
  const desk = useDeskWords();
  return isOfficer(useSession()?.person) ? (
    <Link to={PAGE_PATHS.work}>{desk.backToList}</Link>
  ) : (
    <Link to={PAGE_PATHS.ownApplications}>{words.session.ownTitle}</Link>
  );
}

function Case({ found }: { readonly found: FindCaseReply }) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const { caseNumber, applicant, premises, acceptedAt, status, tracks, jointTerm, plan } = found;
  const person = useSession()?.person;
  const { data } = useTasksOfCase(caseNumber, person !== undefined && hasTasks(person));
  return (
    <Page
      className="desk"
      title={`${desk.title} ${caseNumber}`}
      above={
        <p className="kicker">
          <BackToList />
        </p>
      }
      lead={
        <dl className="case-facts">
          <div>
            <dt>{desk.applicant}</dt>
            <dd>
              <Original>{applicant.name}</Original>
            </dd>
          </div>
          <div>
            <dt>{desk.premises}</dt>
            <dd>
              <Original>
                {premises.name} · {premises.address}
              </Original>
            </dd>
          </div>
          <div>
            <dt>{desk.acceptedAt}</dt>
            <dd>{instantText(acceptedAt, language)}</dd>
          </div>
          <div>
            <dt>{desk.status}</dt>
            <dd>{desk.statuses[status]}</dd>
          </div>
        </dl>
      }
    >
      {jointTerm !== undefined && <JointTerm caseNumber={caseNumber} term={jointTerm} />}
      <section aria-labelledby="tracks">
        <h2 id="tracks">{desk.tracks}</h2>
        <ul className="desk-tracks">
          {tracks.map((track) => (
            <li key={track.item} className={`sheet track track-${track.status}`}>
              <TrackDesk
                caseNumber={caseNumber}
                track={track}
                tasks={data?.tasks.filter(({ item }) => item === track.item) ?? []}
              />
            </li>
          ))}
        </ul>
      </section>
      <CaseActs found={found} />
      {plan !== undefined && <PlanNodes caseNumber={caseNumber} plan={plan} />}
      <PapersOfCase applicationId={found.applicationId} />
      {found.inspections.length > 0 && (
        <Inspections inspections={found.inspections} tracks={tracks} />
      )}
      {found.handovers.length > 0 && <Handovers handovers={found.handovers} />}
    </Page>
  );
}
