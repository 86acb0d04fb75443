import { Link } from 'react-router';
import type { ListApplicationsReply } from '../api/replies.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { PAGE_PATHS } from '../page-paths.js';

type Row = ListApplicationsReply['applications'][number];

export function ApplicationRows({ rows }: { readonly rows: readonly Row[] }) {
  const { language, words } = useLanguage();
  const { session } = words;
  return (
    <table className="cards sheet">
      <caption className="unseen">{session.ownTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{session.applicationNumber}</th>
          <th scope="col">{session.status}</th>
          <th scope="col">{session.applicant}</th>
          <th scope="col">{session.caseNumber}</th>
          <th scope="col">{session.receivedAt}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.applicationId}>
            <th scope="row">
              <Link
                to={`${PAGE_PATHS.progress}?number=${encodeURIComponent(row.applicationNumber)}`}
              >
                {row.applicationNumber}
                <span className="unseen"> {session.follow}</span>
              </Link>
            </th>
            <td data-label={session.status}>{session.statuses[row.status]}</td>
            <td data-label={session.applicant}>
              <Original>{row.applicantName}</Original>
            </td>
            <td data-label={session.caseNumber}>
              {row.caseNumber === undefined ? (
                '–'
              ) : (
                <Link to={`/cases/${row.caseNumber}`}>{row.caseNumber}</Link>
              )}
            </td>
            <td data-label={session.receivedAt}>{instantText(row.receivedAt, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
