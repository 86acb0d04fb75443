import { Link } from 'react-router';
import { Original } from '../language/original.js';
import { PAGE_PATHS } from '../page-paths.js';
import { addressOf, filtersOf, type Asked } from './asked.js';
import { useSearchWords } from './search-words.js';
import { shorterWords } from './shorter-words.js';

interface Props {
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
}

/** Where nothing fits: what to try next. */
export function NothingFound({ asked, onAsk }: Props) {
  const words = useSearchWords();
  const { hints } = words;
  const isFiltered = filtersOf(asked).length > 0;
  const shorter = shorterWords(asked.text);
  return (
    <div className="nothing nothing-helped">
      <p>
        <strong>{asked.text === '' ? words.nothingNarrow : words.nothing(asked.text)}</strong>
      </p>
      <ul>
        {isFiltered && (
          <li>
            <button type="button" className="button" onClick={() => onAsk({ text: asked.text })}>
              {hints.wide}
            </button>
          </li>
        )}
        {shorter.length > 0 && (
          <li>
            {hints.shorter}
            {shorter.map((text) => (
              <Link key={text} className="shorter" to={`?${addressOf({ text }).toString()}`}>
                <Original>{text}</Original>
              </Link>
            ))}
          </li>
        )}
        <li>
          <Link to={PAGE_PATHS.search}>{hints.all}</Link>
        </li>
        <li>
          <Link to={PAGE_PATHS.home}>{hints.bundles}</Link>
        </li>
        <li>
          <a href="tel:12345">{hints.call}</a>
        </li>
      </ul>
    </div>
  );
}
