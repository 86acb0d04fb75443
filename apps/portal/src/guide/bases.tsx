import type { ServiceItem } from '../api/replies.js';
import { dateText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { useGuidePageWords } from './guide-page-words.js';

/** The provisions behind an item with their words, and from when to when they are in force. */
export function Bases({ bases = [] }: Pick<ServiceItem, 'bases'>) {
  const { language } = useLanguage();
  const guide = useGuidePageWords();
  if (bases.length === 0) return null;
  const day = (date: string | undefined) =>
    date === undefined ? undefined : dateText(date, language);
  return (
    <details className="sample">
      <summary>{guide.bases}</summary>
      <ul className="texts">
        {bases.map(({ law, article, text, validFrom, validTo }) => (
          <li key={`${law} ${article ?? ''}`}>
            <Original>
              {law} {article}
            </Original>
            {(validFrom ?? validTo) !== undefined && (
              <span className="hint"> · {guide.inForce(day(validFrom), day(validTo))}</span>
            )}
            {text !== undefined && (
              <p className="material-note">
                <Original>{text}</Original>
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
