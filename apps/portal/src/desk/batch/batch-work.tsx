import { useRef, useState } from 'react';
import type { BatchReply, TaskRow } from '../../api/replies.js';
import { useAnnounce } from '../../frame/announcer.js';
import { useDeskWords } from '../desk-words.js';
import { keyOf, type BatchAct } from './batch.js';
import { BatchBar } from './batch-bar.js';
import { BatchForm } from './batch-form.js';
import { BatchResults } from './batch-results.js';
import type { Selection } from './use-selection.js';
import './batch.css';

interface Answered {
  readonly reply: BatchReply;
  readonly tasks: readonly TaskRow[];
}

/** Choosing several tasks, looking once more at what will be done with them, and reading what became of each. */
export function BatchWork({ selection }: { readonly selection: Selection }) {
  const desk = useDeskWords();
  const announce = useAnnounce();
  const [open, setOpen] = useState<BatchAct>();
  const [answered, setAnswered] = useState<Answered>();
  const opener = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const { chosen, choosable, keep } = selection;
  const isOpen = open !== undefined && chosen.length > 0;
  if (choosable.length === 0 && answered === undefined) return null;
  const answer = (reply: BatchReply) => {
    const refused = reply.results.filter(({ done }) => !done);
    const done = reply.results.length - refused.length;
    announce(desk.batch.outcome(done, refused.length));
    setAnswered({ reply, tasks: chosen });
    setOpen(undefined);
    // What was not done stays chosen, and so does what was not among it.
    const over = new Set(reply.results.filter((each) => each.done).map(keyOf));
    keep(chosen.map(keyOf).filter((key) => !over.has(key)));
  };
  return (
    <div ref={place} className="batch-work" tabIndex={-1}>
      {choosable.length > 0 && (
        <BatchBar
          selection={selection}
          open={isOpen ? open : undefined}
          opener={opener}
          onOpen={(act) => {
            setAnswered(undefined);
            setOpen(act === open ? undefined : act);
          }}
        />
      )}
      {isOpen && (
        <BatchForm
          key={open}
          act={open}
          chosen={chosen}
          onAnswer={answer}
          onCancel={() => {
            opener.current?.focus();
            setOpen(undefined);
          }}
        />
      )}
      {answered !== undefined && (
        <BatchResults
          results={answered.reply.results}
          tasks={answered.tasks}
          onClose={() => {
            place.current?.focus();
            setAnswered(undefined);
          }}
        />
      )}
    </div>
  );
}
