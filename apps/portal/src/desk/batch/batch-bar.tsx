import type { RefObject } from 'react';
import { useDeskWords } from '../desk-words.js';
import { BATCH_ACTS, sortedFor, type BatchAct } from './batch.js';
import type { Selection } from './use-selection.js';

interface Props {
  readonly selection: Selection;
  readonly open: BatchAct | undefined;
  readonly onOpen: (act: BatchAct) => void;
  readonly opener: RefObject<HTMLButtonElement | null>;
}

/** How many are chosen, and what may be done with them together. */
export function BatchBar({ selection, open, onOpen, opener }: Props) {
  const desk = useDeskWords();
  const { choosable, chosen, chooseAll } = selection;
  const isPart = chosen.length > 0 && chosen.length < choosable.length;
  return (
    <div className="batch-bar" role="group" aria-label={desk.batch.title}>
      <label className="choice">
        <input
          type="checkbox"
          className="tick"
          checked={chosen.length > 0 && !isPart}
          ref={(box) => {
            if (box !== null) box.indeterminate = isPart;
          }}
          onChange={({ target }) => chooseAll(target.checked)}
        />
        {desk.batch.all(choosable.length)}
      </label>
      {BATCH_ACTS.map((act) => {
        const { within } = sortedFor(act, chosen);
        return (
          <button
            key={act}
            type="button"
            className="button act"
            aria-expanded={act === open}
            disabled={within.length === 0}
            ref={act === open ? opener : undefined}
            onClick={() => onOpen(act)}
          >
            {desk.batch.acts[act](within.length)}
          </button>
        );
      })}
      <span className="hint">{desk.batch.chosen(chosen.length)}</span>
    </div>
  );
}
