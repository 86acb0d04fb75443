import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import type { Track } from './act-declared.js';
import { useDeskWords } from './desk-words.js';
import { PublicationRuling } from './publication-ruling.js';
import { PublicationTold } from './publication-told.js';

/** What the applicant wants kept from the public, and what the agency ruled about that; the newest ruling holds. */
export function PublicationRecord({ track }: { readonly track: Track }) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  const { confidential = [], publication = [], publicationTold = [] } = track;
  if (confidential.length + publication.length + publicationTold.length === 0) return null;
  return (
    <div className="record">
      <h4>{desk.publication}</h4>
      <ul className="texts">
        {confidential.map(({ kind, parts, reason }) => (
          <li key={`${kind}${reason}`}>
            {words.labelled(desk.markedByApplicant)}
            {desk.kinds[kind]} · {parts.map((part) => desk.kinds[part]).join(words.separator)}
            <br />
            <Original>{reason}</Original>
          </li>
        ))}
      </ul>
      <ol className="texts">
        {publication.map(({ ruledAt, ruledBy, reason, protection, disclosed }) => (
          <li key={ruledAt}>
            {instantText(ruledAt, language)} · <Original>{ruledBy}</Original>
            {reason !== undefined && (
              <p>
                <Original>{reason}</Original>
              </p>
            )}
            <PublicationRuling withheld={protection} disclosed={disclosed} />
          </li>
        ))}
      </ol>
      {publicationTold.length > 0 && <PublicationTold told={publicationTold} />}
    </div>
  );
}
