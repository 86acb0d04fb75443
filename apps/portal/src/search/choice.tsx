import { narrowed, type Asked, type Filter } from './asked.js';
import type { NamedChoice } from './further-choices.js';
import { useSearchWords } from './search-words.js';

interface Props {
  readonly filter: Filter;
  readonly choices: readonly NamedChoice[];
  /** The names were published in Chinese, whatever the language of the page. */
  readonly isOriginal?: boolean;
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
}

/** One filter to choose from; what the address says stands there even where nobody offers it. */
export function Choice({ filter, choices, isOriginal = false, asked, onAsk }: Props) {
  const words = useSearchWords();
  const chosen = asked[filter] ?? '';
  const isKnown = chosen === '' || choices.some(([value]) => value === chosen);
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
        {choices.map(([value, name]) => (
          <option key={value} value={value} {...(isOriginal && { lang: 'zh-CN' })}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
