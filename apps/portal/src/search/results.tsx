import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { ListItemsReply } from '../api/replies.js';
import { useAnnounce } from '../frame/announcer.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import type { Asked } from './asked.js';
import { Highlighted } from './highlighted.js';
import type { useFoundItems } from './search-queries.js';
import { useSearchWords } from './search-words.js';

type ItemFound = ListItemsReply['items'][number];

interface BundleFound {
  readonly code: string;
  readonly name: string;
  readonly items: number;
}

interface Props {
  readonly asked: Asked;
  readonly summary: string;
  readonly found: {
    readonly items: readonly ItemFound[];
    readonly bundles: readonly BundleFound[];
  };
  readonly items: ReturnType<typeof useFoundItems>;
}

/** What was found, bundles first: they save the most. The arrow keys go through it, Tab as well. */
export function Results({ asked, summary, found, items }: Props) {
  const words = useSearchWords();
  return (
    <div className="results" role="presentation" onKeyDown={walk}>
      <p className="found">{isOnlySimilar(found.items) ? words.onlySimilar : summary}</p>
      {found.bundles.length > 0 && (
        <section aria-labelledby="bundles">
          <h2 id="bundles">{words.bundles}</h2>
          <ul className="rows">
            {found.bundles.map((bundle) => (
              <li key={bundle.code}>
                <BundleLine bundle={bundle} asked={asked.text} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.items.length > 0 && (
        <section aria-labelledby="items">
          <h2 id="items">{words.items}</h2>
          <ul className="rows">
            {found.items.map((item) => (
              <li key={item.code}>
                <ItemLine item={item} asked={asked.text} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {items.hasNextPage && <More items={items} />}
    </div>
  );
}

function BundleLine({ bundle, asked }: { readonly bundle: BundleFound; readonly asked: string }) {
  const { words } = useLanguage();
  return (
    <Link className="row" to={`/bundles/${bundle.code}`}>
      <strong>
        <Highlighted name={bundle.name} asked={asked} />
      </strong>
      <span>{words.home.itemsOfBundle(bundle.items)}</span>
    </Link>
  );
}

const ItemLine = ({ item, asked }: { readonly item: ItemFound; readonly asked: string }) => (
  <Link className="row" to={`/items/${item.code}`}>
    <strong>
      <Highlighted name={item.name} asked={asked} />
    </strong>
    <span>
      <Original>{item.decidingAgencyName}</Original>
    </span>
    {item.matched !== undefined && <Why matched={item.matched} asked={asked} />}
  </Link>
);

const isOnlySimilar = (items: readonly ItemFound[]): boolean =>
  items.length > 0 && items.every(({ matched }) => matched?.by === 'similar');

interface WhyProps {
  readonly matched: NonNullable<ItemFound['matched']>;
  readonly asked: string;
}

/** Why it was found, where its name alone does not show it. */
function Why({ matched: { field, text, by, synonym }, asked }: WhyProps) {
  const { words } = useLanguage();
  const search = useSearchWords();
  if (field === 'name' && by === 'words') return null;
  return (
    <small className="why-found">
      {field !== 'name' && (
        <>
          {words.labelled(search.matchedIn[field])}
          <Highlighted name={text} asked={asked} />{' '}
        </>
      )}
      {synonym === undefined ? by !== 'words' && search.matchedBy[by] : search.synonymOf(synonym)}
    </small>
  );
}

/** The next page stands below the one before, and the focus goes to the first that is new. */
function More({ items }: Pick<Props, 'items'>) {
  const words = useSearchWords();
  const announce = useAnnounce();
  const more = async (button: HTMLButtonElement) => {
    const rows = button.parentElement?.querySelectorAll<HTMLElement>('a.row').length ?? 0;
    const { data } = await items.fetchNextPage();
    announce(words.arrived(data?.pages.at(-1)?.items.length ?? 0));
    requestAnimationFrame(() => {
      document.querySelectorAll<HTMLElement>('.results a.row')[rows]?.focus();
    });
  };
  return (
    <button
      type="button"
      className="button more"
      disabled={items.isFetchingNextPage}
      onClick={({ currentTarget }) => void more(currentTarget)}
    >
      {words.more}
    </button>
  );
}

/** Down and up go from one result to the next, up from the first and Escape to the field. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  const field = document.querySelector<HTMLElement>('.search-input');
  const goals: Readonly<Record<string, HTMLElement | null | undefined>> = {
    ArrowDown: links[at + 1],
    ArrowUp: at === 0 ? field : links[at - 1],
    Escape: field,
  };
  const goal = goals[event.key];
  if (at < 0 || goal === undefined || goal === null) return;
  event.preventDefault();
  goal.focus();
}
