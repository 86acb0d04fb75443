import { useId, useState, type SubmitEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { PAGE_PATHS } from '../page-paths.js';
import { useBundles, useItems } from './catalogue-queries.js';
import { Catalogue } from './catalogue.js';
import './home.css';

export function HomePage() {
  const { words } = useLanguage();
  const [parameters] = useSearchParams();
  const text = (parameters.get('q') ?? '').trim();
  const [items, bundles] = [useItems(text), useBundles(text)];
  const isSettled = !items.isPending && !bundles.isPending;
  return (
    <Page
      className="home"
      title={words.home.title}
      heading={words.home.heading}
      lead={
        <>
          <p>{words.home.lead}</p>
          <Search key={text} text={text} />
        </>
      }
    >
      <Catalogue text={text} />
      {/* Not before the list is as long as it will be: it would jump. */}
      {isSettled && <Services />}
    </Page>
  );
}

/** The search stands in the address, so that it can be sent to somebody and the way back works. */
function Search({ text }: { readonly text: string }) {
  const { words } = useLanguage();
  const [, setParameters] = useSearchParams();
  const [typed, setTyped] = useState(text);
  const field = useId();
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = typed.trim();
    setParameters(wanted === '' ? {} : { q: wanted });
  };
  return (
    <form role="search" className="search" onSubmit={search}>
      <label htmlFor={field}>{words.home.searchLabel}</label>
      <div className="search-row">
        <input
          id={field}
          className="input"
          type="search"
          maxLength={100}
          autoComplete="off"
          enterKeyHint="search"
          value={typed}
          placeholder={words.home.searchPlaceholder}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="action action-light">
          {words.home.search}
        </button>
      </div>
    </form>
  );
}

function Services() {
  const { words } = useLanguage();
  const { home } = words;
  return (
    <section aria-labelledby="services">
      <h2 id="services">{home.services}</h2>
      <ul className="tiles">
        <li>
          <Link className="tile" to={PAGE_PATHS.progress}>
            <strong>{home.progressTile}</strong>
            <span>{home.progressHint}</span>
          </Link>
        </li>
        <li>
          <Link className="tile" to={PAGE_PATHS.verification}>
            <strong>{home.verificationTile}</strong>
            <span>{home.verificationHint}</span>
          </Link>
        </li>
        <li>
          <Link className="tile" to={PAGE_PATHS.drawFile}>
            <strong>{home.drawTile}</strong>
            <span>{home.drawHint}</span>
          </Link>
        </li>
      </ul>
    </section>
  );
}
