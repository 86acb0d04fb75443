import { useState, type SubmitEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { FindItemReply } from '../api/replies.js';
import { dateText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { useVersions } from './guide-queries.js';
import { useGuidePageWords } from './guide-page-words.js';
import { queryOf, type WhichGuide } from './which-guide.js';

interface Props {
  readonly item: FindItemReply;
  readonly which: WhichGuide;
}

/** Which day the guide is of, where that is not today. */
export function GuideNotice({ item, which }: Props) {
  const { language } = useLanguage();
  const guide = useGuidePageWords();
  const { district } = which;
  const here = `/items/${item.code}`;
  return (
    <>
      {which.on !== undefined && (
        <p className="sheet earlier" role="note">
          <strong>{guide.asOf(dateText(which.on, language), item.version)}</strong>{' '}
          <Link to={`${here}${queryOf(district === undefined ? {} : { district })}`}>
            {guide.today}
          </Link>
        </p>
      )}
      {district !== undefined && (
        <p className="sheet earlier" role="note">
          {guide.inDistrict(district)} <Link to={here}>{guide.wholeCity}</Link>
        </p>
      )}
      {item.retiredOn !== undefined && (
        <p className="sheet earlier" role="note">
          <strong>{guide.retired(dateText(item.retiredOn, language))}</strong>
        </p>
      )}
    </>
  );
}

/** The guide to take along, and as it was on another day. */
export function GuideTools({ item, which }: Props) {
  const guide = useGuidePageWords();
  return (
    <section className="sheet guide-tools unprinted" aria-label={guide.anyDay}>
      <p>
        <a className="action" href={`/api/items/${item.code}/guide.pdf${queryOf(which)}`}>
          {guide.pdf}
        </a>
      </p>
      <AnyDay which={which} />
      <Versions item={item} which={which} />
    </section>
  );
}

function AnyDay({ which }: { readonly which: WhichGuide }) {
  const guide = useGuidePageWords();
  const [, setParameters] = useSearchParams();
  const [day, setDay] = useState(which.on ?? '');
  const show = (event: SubmitEvent) => {
    event.preventDefault();
    const { on: _before, ...rest } = which;
    setParameters({ ...rest, ...(day !== '' && { on: day }) });
  };
  return (
    <details className="sample">
      <summary>{guide.anyDay}</summary>
      <form className="any-day" onSubmit={show}>
        <label>
          {guide.day}
          <input
            type="date"
            className="input"
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        </label>
        <button type="submit" className="button">
          {guide.show}
        </button>
      </form>
    </details>
  );
}

/** Asked for when somebody wants to know. */
function Versions({ item, which }: Props) {
  const { language, words } = useLanguage();
  const guide = useGuidePageWords();
  const [isOpen, setOpen] = useState(false);
  const { data } = useVersions(item.code, isOpen);
  const { district } = which;
  return (
    <details className="sample" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{guide.versions}</summary>
      {data === undefined ? (
        <p role="status">{words.loading}</p>
      ) : (
        <ul className="texts">
          {data.versions.map(({ version, inForceFrom }) => (
            <li key={version}>
              <Link to={queryOf({ on: inForceFrom, ...(district !== undefined && { district }) })}>
                {guide.version(version, dateText(inForceFrom, language))}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
