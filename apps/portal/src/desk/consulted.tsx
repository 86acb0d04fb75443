import { useState } from 'react';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import type { Track } from './act-declared.js';
import { useConsultation } from './desk-queries.js';
import { useDeskWords } from './desk-words.js';
import { OpinionRequests } from './opinion-requests.js';
import { useIsOfAgency } from './use-is-of-agency.js';

interface Props {
  readonly caseNumber: string;
  readonly track: Track;
}

/** How far the departments are, "2 of 3"; those that disagree are counted by themselves. What each said is for the agency that asked. */
export function Consulted({ caseNumber, track: { item, agency, consultation } }: Props) {
  const desk = useDeskWords();
  const isOfAgency = useIsOfAgency(agency);
  const [isOpen, setOpen] = useState(false);
  if (consultation === undefined) return null;
  const { asked, settled, agreed, agreedWithConditions, disagreed, silent } = consultation;
  return (
    <div className="record">
      <h4>{desk.consultation}</h4>
      <p>
        <strong>{desk.consulted(settled, asked)}</strong>
        <br />
        {desk.positions(agreed, agreedWithConditions, disagreed, silent)}
      </p>
      {isOfAgency && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{desk.eachDepartment}</summary>
          {isOpen && <EachDepartment caseNumber={caseNumber} item={item} />}
        </details>
      )}
    </div>
  );
}

function EachDepartment({
  caseNumber,
  item,
}: {
  readonly caseNumber: string;
  readonly item: string;
}) {
  const { data, error, refetch } = useConsultation(caseNumber, item);
  if (error !== null && data === undefined)
    return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return data === undefined ? (
    <Loading />
  ) : (
    <OpinionRequests requests={data.requests} heading="h5" />
  );
}
