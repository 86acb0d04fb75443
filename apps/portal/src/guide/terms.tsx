import type { ServiceItem } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';

type Term = ServiceItem['statutoryTerm'];

/** The term of the law and, where the place promises less, the promised one. */
export function Terms({ item }: { readonly item: ServiceItem }) {
  const { words } = useLanguage();
  const { guide } = words;
  const { statutoryTerm, promisedTerm } = item;
  return (
    <section id="term" className="sheet" aria-labelledby="term-title">
      <h2 id="term-title">{guide.term}</h2>
      <dl className="terms">
        {promisedTerm !== undefined && (
          <TermLine name={guide.promised} term={promisedTerm} isPromise />
        )}
        <TermLine name={guide.statutory} term={statutoryTerm} />
      </dl>
      {promisedTerm === undefined && <p>{guide.noPromise}</p>}
      <p className="hint">{guide.clockNote}</p>
    </section>
  );
}

interface TermLineProps {
  readonly name: string;
  readonly term: Term;
  readonly isPromise?: boolean;
}

function TermLine({ name, term: { days, unit, source }, isPromise = false }: TermLineProps) {
  const { words } = useLanguage();
  return (
    <div className={isPromise ? 'term term-promised' : 'term'}>
      <dt>{name}</dt>
      <dd>
        <strong>
          <span className="term-days">{days}</span> {words.guide.units[unit]}
        </strong>
        <small>
          {words.labelled(words.guide.source)}
          <Original>{source}</Original>
        </small>
      </dd>
    </div>
  );
}
