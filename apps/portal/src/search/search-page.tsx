import { useEffect, useRef } from 'react';
import { useAnnounce } from '../frame/announcer.js';
import { Page } from '../frame/page.js';
import { Placeholder } from '../notices/placeholder.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { useLanguage } from '../language/language.js';
import { filtersOf } from './asked.js';
import { Narrowing } from './narrowing.js';
import { NothingFound } from './nothing-found.js';
import { Results } from './results.js';
import { SearchField } from './search-field.js';
import { useSearchWords } from './search-words.js';
import { useSearch } from './use-search.js';
import './search.css';

/** Everything that may be applied for, found while it is typed. */
export default function SearchPage() {
  const words = useSearchWords();
  const announce = useAnnounce();
  const { asked, typed, setTyped, ask, items, bundles, isSettled } = useSearch();
  const list = useRef<HTMLDivElement>(null);
  const isFiltered = filtersOf(asked).length > 0;
  const found = {
    items: items.data?.pages.flatMap((page) => page.items) ?? [],
    bundles: asked.text === '' || isFiltered ? [] : (bundles.data?.bundles ?? []),
  };
  const isNothing = found.items.length + found.bundles.length === 0;
  const summary =
    isNothing && asked.text !== ''
      ? words.nothing(asked.text)
      : words.found(found.bundles.length, found.items.length, items.hasNextPage);
  const failed = items.error ?? bundles.error;
  const isTold = isSettled && failed === null && (asked.text !== '' || isFiltered);
  useEffect(() => {
    if (isTold) announce(summary);
  }, [isTold, summary, announce]);
  return (
    <Page
      className="search-page"
      title={words.title}
      lead={
        <>
          <p>{words.lead}</p>
          <SearchField
            typed={typed}
            onType={setTyped}
            onDown={() => list.current?.querySelector('a')?.focus()}
          />
        </>
      }
    >
      <Narrowing asked={asked} onAsk={ask} />
      <div ref={list} aria-busy={items.isPending}>
        {failed !== null && (
          <ProblemNotice
            error={failed}
            onRetry={() => void Promise.all([items.refetch(), bundles.refetch()])}
          />
        )}
        {failed === null && items.isPending && <Waiting />}
        {failed === null && items.isSuccess && isNothing && (
          <NothingFound asked={asked} onAsk={ask} />
        )}
        {failed === null && !isNothing && (
          <Results asked={asked} summary={summary} found={found} items={items} />
        )}
      </div>
    </Page>
  );
}

function Waiting() {
  const { words } = useLanguage();
  return (
    <>
      <p className="unseen" role="status">
        {words.loading}
      </p>
      <Placeholder lines={12} />
    </>
  );
}
