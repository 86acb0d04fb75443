import type { ProgressPaper } from '../api/replies.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { CardTable } from '../notices/card-table.js';

/** The official papers 文书 of the matter and when each was served. */
export function Papers({ papers }: { readonly papers: readonly ProgressPaper[] }) {
  const { language, words } = useLanguage();
  const { progress } = words;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{progress.papers}</h2>
      <CardTable
        title={progress.papers}
        columns={[
          progress.paper,
          progress.paperNumber,
          progress.issuedBy,
          progress.issuedAt,
          progress.servedAt,
        ]}
      >
        {papers.map(({ number, title, issuedBy, issuedAt, servedAt }) => (
          <tr key={number}>
            <th scope="row">
              <Original>{title}</Original>
            </th>
            <td data-label={progress.paperNumber}>
              <Original>{number}</Original>
            </td>
            <td data-label={progress.issuedBy}>
              <Original>{issuedBy}</Original>
            </td>
            <td data-label={progress.issuedAt}>{instantText(issuedAt, language)}</td>
            <td data-label={progress.servedAt}>
              {servedAt === undefined ? progress.notServed : instantText(servedAt, language)}
            </td>
          </tr>
        ))}
      </CardTable>
    </section>
  );
}
