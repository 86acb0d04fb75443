import { Link } from 'react-router';
import type { FindQuotaReply } from '../../api/replies.js';
import { instantText } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { Original } from '../../language/original.js';
import { CardTable } from '../../notices/card-table.js';
import { useDeskWords } from '../desk-words.js';

type Filing = NonNullable<FindQuotaReply['queue']>['inOrder'][number];

/** Filings in the order of their acceptance; one that is not decided holds up those behind it. */
export function Order({ rows }: { readonly rows: readonly Filing[] }) {
  const desk = useDeskWords();
  if (rows.length === 0) return <p role="status">{desk.quota.nobody}</p>;
  return (
    <CardTable
      title={desk.quota.order}
      columns={[desk.quota.place, desk.status, desk.caseNumber, desk.applicant, desk.acceptedAt]}
      isOnSheet
    >
      {rows.map((row) => (
        <Row key={row.place} row={row} />
      ))}
    </CardTable>
  );
}

function Row({ row }: { readonly row: Filing }) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const { place, standing, waitsFor, caseNumber, applicantName, acceptedAt } = row;
  return (
    <tr>
      <th scope="row">{desk.quota.nth(place)}</th>
      <td data-label={desk.status}>
        {desk.quota.standings[standing]}
        {waitsFor !== undefined && <p className="hint">{desk.quota.waits(waitsFor)}</p>}
      </td>
      <td data-label={desk.caseNumber}>
        {caseNumber === undefined ? (
          desk.quota.notShown
        ) : (
          <Link to={`/cases/${caseNumber}`}>{caseNumber}</Link>
        )}
      </td>
      <td data-label={desk.applicant}>
        {applicantName === undefined ? '–' : <Original>{applicantName}</Original>}
      </td>
      <td data-label={desk.acceptedAt}>
        {acceptedAt === undefined ? '–' : instantText(acceptedAt, language)}
      </td>
    </tr>
  );
}
