import { Link } from 'react-router';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Placeholder } from '../notices/placeholder.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { useBundles, useItems } from './catalogue-queries.js';

/** What may be applied for: bundles first, because they save the visitor the most. */
export function Catalogue() {
  const { words } = useLanguage();
  const items = useItems();
  const bundles = useBundles();
  const found = {
    items: items.data?.pages.flatMap((page) => page.items) ?? [],
    bundles: bundles.data?.pages.flatMap((page) => page.bundles) ?? [],
  };
  const failed = items.error ?? bundles.error;
  if (failed !== null) {
    const retry = () => void Promise.all([items.refetch(), bundles.refetch()]);
    return <ProblemNotice error={failed} onRetry={retry} />;
  }
  if (items.isPending || bundles.isPending) return <Placeholders />;
  if (found.items.length + found.bundles.length === 0) return <Nothing />;
  return (
    <>
      {found.bundles.length > 0 && <Bundles bundles={found.bundles} />}
      {found.items.length > 0 && <Items items={found.items} />}
      {items.hasNextPage && (
        <button
          type="button"
          className="button more"
          disabled={items.isFetchingNextPage}
          onClick={() => void items.fetchNextPage()}
        >
          {words.home.more}
        </button>
      )}
    </>
  );
}

interface BundleListed {
  readonly code: string;
  readonly name: string;
  readonly items: number;
}

function Bundles({ bundles }: { readonly bundles: readonly BundleListed[] }) {
  const { words } = useLanguage();
  return (
    <section aria-labelledby="bundles">
      <h2 id="bundles">{words.home.bundles}</h2>
      <p className="hint">{words.home.bundlesHint}</p>
      <ul className="tiles">
        {bundles.map(({ code, name, items }) => (
          <li key={code}>
            <Link className="tile tile-bundle" to={`/bundles/${code}`}>
              <strong>
                <Original>{name}</Original>
              </strong>
              <span>{words.home.itemsOfBundle(items)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ItemListed {
  readonly code: string;
  readonly name: string;
  readonly decidingAgencyName: string;
}

function Items({ items }: { readonly items: readonly ItemListed[] }) {
  const { words } = useLanguage();
  return (
    <section aria-labelledby="items">
      <h2 id="items">{words.home.items}</h2>
      <ul className="rows">
        {items.map(({ code, name, decidingAgencyName }) => (
          <li key={code}>
            <Link className="row" to={`/items/${code}`}>
              <strong>
                <Original>{name}</Original>
              </strong>
              <span>
                <Original>{decidingAgencyName}</Original>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Nothing() {
  const { words } = useLanguage();
  return (
    <div className="nothing">
      <p>
        <strong>{words.home.none}</strong>
      </p>
    </div>
  );
}

/** As high as the list that most cities have, so that nothing below it jumps. */
function Placeholders() {
  const { words } = useLanguage();
  return (
    <div className="placeholders" aria-busy="true">
      <p className="unseen" role="status">
        {words.loading}
      </p>
      <Placeholder lines={12} />
    </div>
  );
}
