import { useLanguage } from '../language/language.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { FURTHER_FILTERS, type Asked } from './asked.js';
import { Choice } from './choice.js';
import { furtherChoices } from './further-choices.js';
import type { useItemChoices } from './search-queries.js';
import { useSearchWords } from './search-words.js';

interface Props {
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
  readonly choices: ReturnType<typeof useItemChoices>;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** By agency, district and level, folded away: most people search without them. */
export function FurtherNarrowing({ asked, onAsk, choices, isOpen, onToggle }: Props) {
  const { words } = useLanguage();
  const search = useSearchWords();
  const named = choices.data && furtherChoices(choices.data, search);
  return (
    <details
      className="narrow-further"
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary>{search.narrowFurther}</summary>
      {choices.error !== null && (
        <ProblemNotice error={choices.error} onRetry={() => void choices.refetch()} />
      )}
      {isOpen && choices.isPending && <p role="status">{words.loading}</p>}
      {named !== undefined && (
        <div className="narrowing">
          {FURTHER_FILTERS.map((filter) => (
            <Choice
              key={filter}
              filter={filter}
              choices={named[filter]}
              isOriginal={filter === 'agency'}
              asked={asked}
              onAsk={onAsk}
            />
          ))}
        </div>
      )}
    </details>
  );
}
