import type { FindCaseReply } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Due } from '../progress/due.js';
import { useDeskWords } from './desk-words.js';

interface Props {
  readonly handovers: FindCaseReply['handovers'];
}

/** Which department supervises from now on, and whether it has acknowledged that. */
export function Handovers({ handovers }: Props) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  return (
    <section aria-labelledby="handovers">
      <h2 id="handovers">{desk.handovers}</h2>
      <ul className="desk-tracks">
        {handovers.map(({ handoverId, department, status, acknowledgeBy }) => (
          <li key={handoverId} className="sheet">
            <strong>{department}</strong> · {desk.handoverStatuses[status]}
            {acknowledgeBy !== undefined && status === 'sent' && (
              <Due
                name={words.progress.dueBy}
                due={acknowledgeBy}
                asked={{ number: '' }}
                caseNumber={undefined}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
