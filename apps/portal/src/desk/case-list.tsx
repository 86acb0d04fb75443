import { Link } from 'react-router';
import { dateText, instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { CardTable } from '../notices/card-table.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { useDeskWords } from './desk-words.js';
import { MoreRows } from './more-rows.js';
import type { WorkAsked } from './work-asked.js';
import { useCases } from './work-queries.js';

/** Whole cases, the newest first. */
export function CaseList({ asked }: { readonly asked: WorkAsked }) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const list = useCases(asked);
  if (list.error !== null)
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;
  const rows = list.data.pages.flatMap((page) => page.cases);
  return (
    <>
      <p className="found" role="status">
        {desk.casesFound(list.data.pages[0]?.total ?? 0)}
      </p>
      {rows.length > 0 && (
        <CardTable
          title={desk.views.cases}
          columns={[desk.caseNumber, desk.applicant, desk.nextDue, desk.status, desk.acceptedAt]}
        >
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
        </CardTable>
      )}
      <MoreRows list={list} />
    </>
  );
}
