import { useId, useState, type SubmitEvent } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { PAGE_PATHS } from '../page-paths.js';
import { useBundles, useItems } from './catalogue-queries.js';
import { Catalogue } from './catalogue.js';
import './home.css';

export function HomePage() {
  const { words } = useLanguage();
  const [parameters] = useSearchParams();
  const [items, bundles] = [useItems(), useBundles()];
  const isSettled = !items.isPending && !bundles.isPending;
  const asked = parameters.get('q');
  // Links from before the search had a page of its own.
  if (asked !== null) return <Navigate to={searchFor(asked)} replace />;
  return (
    <Page
      className="home"
      title={words.home.title}
      heading={words.home.heading}
      lead={
        <>
          <p>{words.home.lead}</p>
          <Search />
        </>
      }
    >
      <Catalogue />
      {/* Not before the list is as long as it will be: it would jump. */}
      {isSettled && <Services />}
    </Page>
  );
}

const searchFor = (text: string) =>
  `${PAGE_PATHS.search}?${new URLSearchParams({ text: text.trim() }).toString()}`;

/** Leads to the page of the search, which goes on from what was typed here. */
function Search() {
  const { words } = useLanguage();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const field = useId();
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    void navigate(searchFor(typed));
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
