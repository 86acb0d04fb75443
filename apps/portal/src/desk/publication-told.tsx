import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import type { Track } from './act-declared.js';
import { PublicationRuling } from './publication-ruling.js';

interface Props {
  readonly told: NonNullable<Track['publicationTold']>;
}

/** What the agency ruled about the publication of its decision, as far as whoever applied is told; the newest holds. */
export function PublicationTold({ told }: Props) {
  const { language } = useLanguage();
  return (
    <ol className="texts told">
      {told.map(({ ruledAt, withheld, disclosed }) => (
        <li key={ruledAt}>
          {instantText(ruledAt, language)}
          <PublicationRuling withheld={withheld} disclosed={disclosed} />
        </li>
      ))}
    </ol>
  );
}
