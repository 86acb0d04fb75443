import { Link } from 'react-router';
import type { ListDecisionsReply } from '../api/replies.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { CardTable } from '../notices/card-table.js';
import { useDecisionsWords } from './decisions-words.js';

type Decision = ListDecisionsReply['decisions'][number];

export function DecisionRows({ rows }: { readonly rows: readonly Decision[] }) {
  const { language } = useLanguage();
  const words = useDecisionsWords();
  return (
    <CardTable
      title={words.title}
      columns={[words.number, words.item, words.holder, words.issuedAt, words.standing]}
    >
      {rows.map((row) => (
        <tr key={row.number}>
          <th scope="row">
            <Link to={`/decisions/${encodeURIComponent(row.number)}`}>
              <Original>{row.number}</Original>
            </Link>
          </th>
          <td data-label={words.item}>
            <Original>{row.itemName}</Original>
          </td>
          <td data-label={words.holder}>
            <Original>{row.holder}</Original>
          </td>
          <td data-label={words.issuedAt}>{instantText(row.issuedAt, language)}</td>
          <td data-label={words.standing}>{words.standings[row.standing]}</td>
        </tr>
      ))}
    </CardTable>
  );
}
