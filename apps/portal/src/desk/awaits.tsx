import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { useDeskWords } from './desk-words.js';
import type { Track } from './act-declared.js';

type Awaited = NonNullable<Track['awaits']>[number];

/** What a track waits for: earlier results before its decision, and what has to be there before work begins or the place opens. */
export function Awaits({ track }: { readonly track: Track }) {
  const desk = useDeskWords();
  return (
    <>
      <Results title={desk.awaits} results={track.awaits ?? []} />
      <Results title={desk.beforeStart} results={track.beforeStart ?? []} />
    </>
  );
}

interface Props {
  readonly title: string;
  readonly results: readonly Awaited[];
}

function Results({ title, results }: Props) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  if (results.length === 0) return null;
  return (
    <div className="record">
      <h4>{title}</h4>
      <ul className="texts">
        {results.map(({ node, name, standing, basis }) => (
          <li key={node}>
            {words.labelled(desk.standings[standing])}
            <Original>
              {name}
              {basis !== undefined && <small className="hint">（{basis}）</small>}
            </Original>
          </li>
        ))}
      </ul>
    </div>
  );
}
