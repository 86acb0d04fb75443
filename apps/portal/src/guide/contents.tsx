import { useLanguage } from '../language/language.js';

/** Leads to the parts of a long page. */
export function Contents({ parts }: { readonly parts: readonly (readonly [string, string])[] }) {
  const { words } = useLanguage();
  return (
    <nav className="contents unprinted" aria-label={words.guide.onThisPage}>
      <p aria-hidden="true">{words.guide.onThisPage}</p>
      <ul>
        {parts.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
