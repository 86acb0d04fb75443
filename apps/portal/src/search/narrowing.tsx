import { filtersOf, narrowed, type Asked } from './asked.js';
import { useSearchWords } from './search-words.js';

interface Props {
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
}

/** The filters that are set, each a button that takes it off. */
export function Narrowing({ asked, onAsk }: Props) {
  const words = useSearchWords();
  const set = filtersOf(asked);
  if (set.length === 0) return null;
  return (
    <div className="narrowing" role="group" aria-label={words.narrowing}>
      <span aria-hidden="true">{words.narrowing}</span>
      {set.map((filter) => (
        <button
          key={filter}
          type="button"
          className="button narrow"
          aria-label={words.without(words.filters[filter], asked[filter] ?? '')}
          onClick={() => onAsk(narrowed(asked, filter))}
        >
          {words.filters[filter]} {asked[filter]} <span aria-hidden="true">×</span>
        </button>
      ))}
    </div>
  );
}
