import type { FindCaseReply } from '../api/replies.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { useDeskWords } from './desk-words.js';

type Inspection = FindCaseReply['inspections'][number];

interface Props {
  readonly inspections: readonly Inspection[];
  readonly tracks: FindCaseReply['tracks'];
}

/** What was looked at on site, by whom, and what they found. */
export function Inspections({ inspections, tracks }: Props) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const names = new Map(tracks.map(({ item, itemName }) => [item, itemName]));
  return (
    <section aria-labelledby="inspections">
      <h2 id="inspections">{desk.inspections}</h2>
      {inspections.map(({ inspectionId, status, scheduledAt, inspectors, checklists }) => (
        <div key={inspectionId} className="sheet record">
          <h3>
            {instantText(scheduledAt, language)} · {desk.inspectionStatuses[status]}
          </h3>
          <p className="hint">
            <Original>{inspectors.map(({ name }) => name).join('、')}</Original>
          </p>
          {checklists.map(({ item, findings, signatures }) => (
            <details key={item}>
              <summary>
                <Original>{names.get(item) ?? item}</Original>
                {`（${desk.signatures(signatures.length)}）`}
              </summary>
              <ul className="texts">
                {findings.map(({ point, result, remark }) => (
                  <li key={point}>
                    {point} · {desk.findings[result]}
                    {remark !== undefined && (
                      <>
                        {' · '}
                        <Original>{remark}</Original>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      ))}
    </section>
  );
}
