import { Link } from 'react-router';
import type { ListApplicationsReply } from '../api/replies.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { CardTable } from '../notices/card-table.js';
import { PAGE_PATHS } from '../page-paths.js';

type Row = ListApplicationsReply['applications'][number];

export function ApplicationRows({ rows }: { readonly rows: readonly Row[] }) {
  const { language, words } = useLanguage();
  const { session } = words;
  return (
    <CardTable
      title={session.ownTitle}
      columns={[
        session.applicationNumber,
        session.status,
        session.applicant,
        session.caseNumber,
        session.receivedAt,
      ]}
    >
      {rows.map((row) => (
        <tr key={row.applicationId}>
          <th scope="row">
            <Link to={`${PAGE_PATHS.progress}?number=${encodeURIComponent(row.applicationNumber)}`}>
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
    </CardTable>
  );
}
