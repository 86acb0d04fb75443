import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import type { Track } from './act-declared.js';
import { useDeskWords } from './desk-words.js';

interface Props {
  readonly told: NonNullable<Track['publicationTold']>;
}

/** What the agency ruled about the publication of its decision, as far as whoever applied is told; the newest holds. */
export function PublicationTold({ told }: Props) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  const named = (kinds: readonly string[]) =>
    kinds.map((kind) => desk.kinds[kind]).join(words.separator);
  return (
    <ol className="texts told">
      {told.map(({ ruledAt, withheld, disclosed }) => (
        <li key={ruledAt}>
          {instantText(ruledAt, language)}
          {withheld.length === 0 && <p>{desk.nothingWithheld}</p>}
          {withheld.map(({ kind, parts }) => (
            <p key={[kind, ...parts].join(' ')}>
              {words.labelled(desk.withheld)}
              {named([kind, ...parts])}
            </p>
          ))}
          {disclosed.map(({ parts, ground, reason }) => (
            <p key={[ground, ...parts].join(' ')}>
              {words.labelled(desk.publishedAllTheSame)}
              {named([...parts, ground])} <Original>{reason}</Original>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
