import { useId, useState, type SubmitEvent } from 'react';
import type { AskedDecisions } from './asked-decisions.js';
import { useDecisionsWords } from './decisions-words.js';

interface Props {
  readonly asked: AskedDecisions;
  readonly onAsk: (asked: AskedDecisions) => void;
}

/** By words and by days; it asks when it is sent, not while somebody types. */
export function DecisionsForm({ asked, onAsk }: Props) {
  const words = useDecisionsWords();
  const [{ text = '', from = '', to = '' }, setTyped] = useState(asked);
  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    onAsk({ text, from, to });
  };
  const taking = (name: keyof AskedDecisions) => (value: string) =>
    setTyped((typed) => ({ ...typed, [name]: value }));
  return (
    <form role="search" className="sheet" onSubmit={ask}>
      <Asked label={words.text} type="search" value={text} onType={taking('text')} />
      <Asked label={words.from} type="date" value={from} onType={taking('from')} />
      <Asked label={words.to} type="date" value={to} onType={taking('to')} />
      <button type="submit" className="action">
        {words.search}
      </button>
    </form>
  );
}

interface AskedProps {
  readonly label: string;
  readonly type: 'search' | 'date';
  readonly value: string;
  readonly onType: (value: string) => void;
}

function Asked({ label, type, value, onType }: AskedProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={type}
        maxLength={100}
        value={value}
        onChange={({ target }) => onType(target.value)}
      />
    </div>
  );
}
