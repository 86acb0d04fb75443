import { useId, useState, type KeyboardEvent } from 'react';
import { LONGEST_TEXT } from './asked.js';
import { useSearchWords } from './search-words.js';

interface Props {
  readonly typed: string;
  readonly onType: (text: string) => void;
  /** The visitor wants to go on to the results. */
  readonly onDown: () => void;
}

/** The field, which leaves an input method alone: what stands there before a word is chosen is no question yet. */
export function SearchField({ typed, onType, onDown }: Props) {
  const words = useSearchWords();
  const field = useId();
  const [composed, setComposed] = useState<string>();
  const goDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || composed !== undefined) return;
    event.preventDefault();
    onDown();
  };
  return (
    <form role="search" className="search" onSubmit={(event) => event.preventDefault()}>
      <label htmlFor={field}>{words.label}</label>
      <input
        id={field}
        className="input search-input"
        type="search"
        maxLength={LONGEST_TEXT}
        autoComplete="off"
        enterKeyHint="search"
        aria-describedby={`${field}-keys`}
        value={composed ?? typed}
        onChange={({ target, nativeEvent }) =>
          (nativeEvent as InputEvent).isComposing ? setComposed(target.value) : onType(target.value)
        }
        onCompositionStart={() => setComposed(typed)}
        onCompositionEnd={({ currentTarget }) => {
          setComposed(undefined);
          onType(currentTarget.value);
        }}
        onKeyDown={goDown}
      />
      <p className="search-keys" id={`${field}-keys`}>
        {words.keys}
      </p>
    </form>
  );
}
