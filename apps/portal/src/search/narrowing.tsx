import { filtersOf, narrowed, type Asked, type Filter } from './asked.js';
import { useSearchWords } from './search-words.js';

interface Props {
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
}

/** By theme and life event, and every filter that is set as a button that takes it off. */
export function Narrowing({ asked, onAsk }: Props) {
  const words = useSearchWords();
  const set = filtersOf(asked);
  return (
    <div className="narrowing" role="group" aria-label={words.narrow}>
      <Choice filter="theme" kinds={words.themes} asked={asked} onAsk={onAsk} />
      <Choice filter="lifeEvent" kinds={words.lifeEvents} asked={asked} onAsk={onAsk} />
      {set.map((filter) => (
        <button
          key={filter}
          type="button"
          className="button narrow"
          aria-label={words.without(words.filters[filter], nameOf(words, filter, asked))}
          onClick={() => onAsk(narrowed(asked, filter))}
        >
          {words.filters[filter]} {nameOf(words, filter, asked)} <span aria-hidden="true">×</span>
        </button>
      ))}
    </div>
  );
}

/** What a code is called; one that was published without words of ours stands as it is. */
function nameOf(words: ReturnType<typeof useSearchWords>, filter: Filter, asked: Asked): string {
  const code = asked[filter] ?? '';
  if (filter === 'theme') return words.themes[code] ?? code;
  return filter === 'lifeEvent' ? (words.lifeEvents[code] ?? code) : code;
}

interface ChoiceProps extends Props {
  readonly filter: 'theme' | 'lifeEvent';
  readonly kinds: Readonly<Record<string, string>>;
}

function Choice({ filter, kinds, asked, onAsk }: ChoiceProps) {
  const words = useSearchWords();
  const chosen = asked[filter] ?? '';
  const isKnown = chosen === '' || kinds[chosen] !== undefined;
  return (
    <label className="narrow-choice">
      <span>{words.filters[filter]}</span>
      <select
        className="input"
        value={chosen}
        onChange={({ target }) => onAsk(narrowed(asked, filter, target.value))}
      >
        <option value="">{words.every}</option>
        {!isKnown && <option value={chosen}>{chosen}</option>}
        {Object.entries(kinds).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
