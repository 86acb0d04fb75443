import { Link, Navigate, useParams } from 'react-router';
import type { FindConsultationReply } from '../api/replies.js';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { PAGE_PATHS } from '../page-paths.js';
import { useSession } from '../session/use-session.js';
import { ActButtons } from './act-buttons.js';
import { useConsultation } from './desk-queries.js';
import { useDeskWords } from './desk-words.js';
import { offerOn } from './offers.js';
import { OpinionRequests } from './opinion-requests.js';
import '../progress/progress.css';
import './desk.css';

/** What a department was asked about one track, and its answer. It need not have anything else to do with the case. */
export default function ConsultationPage() {
  const { caseNumber = '', item = '' } = useParams();
  const desk = useDeskWords();
  const session = useSession();
  const { data, error, refetch } = useConsultation(caseNumber, item, session !== undefined);
  if (session === undefined) return <Navigate to={PAGE_PATHS.signIn} replace />;
  if (error !== null && data === undefined) {
    return (
      <Page title={desk.asked} above={<BackToList />}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  return data === undefined ? <Loading /> : <Asked found={data} />;
}

function Asked({ found }: { readonly found: FindConsultationReply }) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  const { caseNumber, item, itemName, agencyName, applicantName, premises, count } = found;
  const facts = [
    [desk.askingAgency, agencyName],
    [desk.applicant, applicantName],
    [desk.premises, `${premises.name} · ${premises.address}`],
    [desk.caseNumber, caseNumber],
  ] as const;
  return (
    <Page
      className="desk"
      title={`${desk.asked} ${itemName}`}
      heading={itemName}
      isOriginal
      above={<BackToList />}
      lead={
        <dl className="case-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Original>{value}</Original>
              </dd>
            </div>
          ))}
        </dl>
      }
    >
      {found.status === 'closed' && <p role="note">{desk.consultationStatuses.closed}</p>}
      {count !== undefined && (
        <p>
          <strong>{desk.consulted(count.settled, count.asked)}</strong>
        </p>
      )}
      <section aria-labelledby="questions">
        <h2 id="questions">{desk.askedOfUs}</h2>
        <OpinionRequests requests={found.requests} heading="h3" />
      </section>
      <ActButtons
        offers={found.actions.flatMap((action) => offerOn(action, { caseNumber, item }))}
        label={desk.now}
        title={found.actions.length === 0 ? desk.nothingNow : words.labelled(desk.now)}
      />
    </Page>
  );
}

function BackToList() {
  const desk = useDeskWords();
  return (
    <p className="kicker">
      <Link to={PAGE_PATHS.consultations}>{desk.backToAsked}</Link>
    </p>
  );
}
