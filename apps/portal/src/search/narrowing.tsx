import { useState } from 'react';
import { filtersOf, FURTHER_FILTERS, narrowed, type Asked, type Filter } from './asked.js';
import { Choice } from './choice.js';
import { furtherChoices, nameAmong, NO_CHOICES, type NamedChoice } from './further-choices.js';
import { FurtherNarrowing } from './further-narrowing.js';
import { useItemChoices } from './search-queries.js';
import { useSearchWords } from './search-words.js';

interface Props {
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
}

/** By theme and life event, folded away by more, and every filter that is set as a button that takes it off. */
export function Narrowing({ asked, onAsk }: Props) {
  const words = useSearchWords();
  const isFurther = FURTHER_FILTERS.some((filter) => asked[filter] !== undefined);
  const [isOpen, setOpen] = useState(isFurther);
  const choices = useItemChoices(isOpen || isFurther);
  const named: Readonly<Record<Filter, readonly NamedChoice[]>> = {
    theme: Object.entries(words.themes),
    lifeEvent: Object.entries(words.lifeEvents),
    ...furtherChoices(choices.data ?? NO_CHOICES, words),
  };
  return (
    <div role="group" aria-label={words.narrow}>
      <div className="narrowing">
        <Choice filter="theme" choices={named.theme} asked={asked} onAsk={onAsk} />
        <Choice filter="lifeEvent" choices={named.lifeEvent} asked={asked} onAsk={onAsk} />
      </div>
      <FurtherNarrowing
        asked={asked}
        onAsk={onAsk}
        choices={choices}
        isOpen={isOpen}
        onToggle={setOpen}
      />
      <div className="narrowing">
        {filtersOf(asked).map((filter) => (
          <Taken
            key={filter}
            filter={words.filters[filter]}
            name={nameAmong(named[filter], asked[filter] ?? '')}
            onTakeOff={() => onAsk(narrowed(asked, filter))}
          />
        ))}
      </div>
    </div>
  );
}

interface TakenProps {
  readonly filter: string;
  readonly name: string;
  readonly onTakeOff: () => void;
}

function Taken({ filter, name, onTakeOff }: TakenProps) {
  const words = useSearchWords();
  return (
    <button
      type="button"
      className="button narrow"
      aria-label={words.without(filter, name)}
      onClick={onTakeOff}
    >
      {filter} {name} <span aria-hidden="true">×</span>
    </button>
  );
}
