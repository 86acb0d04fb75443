import { useState } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { useImplementations } from './guide-queries.js';
import { useGuidePageWords } from './guide-page-words.js';
import { queryOf, type WhichGuide } from './which-guide.js';

interface Props {
  readonly code: string;
  readonly which: WhichGuide;
}

/** Which agencies handle it in which district; asked for when somebody wants to know. */
export function Implementations({ code, which }: Props) {
  const { words } = useLanguage();
  const guide = useGuidePageWords();
  const [isOpen, setOpen] = useState(false);
  const list = useImplementations(code, isOpen);
  const rows = list.data?.pages.flatMap((page) => page.implementations) ?? [];
  return (
    <section id="where" className="sheet" aria-labelledby="where-title">
      <h2 id="where-title">{guide.implementations}</h2>
      <p className="hint">{guide.implementationsHint}</p>
      <details className="sample" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{guide.openImplementations}</summary>
        {list.error !== null && (
          <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        )}
        {isOpen && list.isPending && <p role="status">{words.loading}</p>}
        {list.isSuccess && rows.length === 0 && <p>{words.home.none}</p>}
        <ul className="texts">
          {rows.map(({ district, agencyName, area, places }) => (
            <li key={district}>
              <Link to={queryOf({ ...which, district })}>
                <Original>{agencyName}</Original>
              </Link>{' '}
              <span className="hint">
                {guide.district(district)}
                {area !== undefined && ` · ${words.guide.areas[area]}`}
              </span>
              {places.map(({ name, address, hours }) => (
                <p key={`${name} ${address}`} className="material-note">
                  <Original>
                    {name} {address} {hours}
                  </Original>
                </p>
              ))}
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <button
            type="button"
            className="button"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {words.home.more}
          </button>
        )}
      </details>
    </section>
  );
}
