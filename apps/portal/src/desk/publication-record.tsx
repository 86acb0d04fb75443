import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import type { Track } from './act-declared.js';
import { useDeskWords } from './desk-words.js';
import { PublicationTold } from './publication-told.js';

/** What the applicant wants kept from the public, and what the agency ruled about that; the newest ruling holds. */
export function PublicationRecord({ track }: { readonly track: Track }) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  const { confidential = [], publication = [], publicationTold = [] } = track;
  if (confidential.length + publication.length + publicationTold.length === 0) return null;
  const named = (kinds: readonly string[]) =>
    kinds.map((kind) => desk.kinds[kind]).join(words.separator);
  return (
    <div className="record">
      <h4>{desk.publication}</h4>
      <ul className="texts">
        {confidential.map(({ kind, parts, reason }) => (
          <li key={`${kind}${reason}`}>
            {words.labelled(desk.markedByApplicant)}
            {named([kind])} · {named(parts)}
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
            {protection.length === 0 && <p>{desk.nothingWithheld}</p>}
            {protection.map((each) => (
              <p key={each.kind + each.reason}>
                {words.labelled(desk.withheld)}
                {named([each.kind, ...each.parts])} <Original>{each.reason}</Original>
              </p>
            ))}
            {disclosed.map((each) => (
              <p key={each.ground + each.reason}>
                {words.labelled(desk.publishedAllTheSame)}
                {named([...each.parts, each.ground])} <Original>{each.reason}</Original>
              </p>
            ))}
          </li>
        ))}
      </ol>
      {publicationTold.length > 0 && <PublicationTold told={publicationTold} />}
    </div>
  );
}
