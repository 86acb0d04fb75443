import type { ServiceItem } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';

type Term = ServiceItem['statutoryTerm'];

/** The term of the law and, where the place promises less, the promised one. */
export function Terms({ item }: { readonly item: ServiceItem }) {
  const { words } = useLanguage();
  const { guide } = words;
  const { statutoryTerm, promisedTerm, specialProcedures = [] } = item;
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
      <Extension term={statutoryTerm} />
      <p className="hint">{guide.clockNote}</p>
      {specialProcedures.length > 0 && (
        <ul className="texts">
          {specialProcedures.map(({ kind, days, explanation }) => (
            <li key={kind}>
              {guide.procedures[kind]}
              {days !== undefined && ` · ${guide.procedureDays(days)}`}
              {explanation !== undefined && (
                <>
                  {' · '}
                  <Original>{explanation}</Original>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Under which rule the term may become longer; where the law of the item says nothing, the general one holds. */
function Extension({ term: { extension, unit } }: { readonly term: Term }) {
  const { words } = useLanguage();
  const { guide } = words;
  if (extension === undefined) return <p className="after-terms">{guide.generalExtension}</p>;
  if (extension.maxDays === 0) return <p className="after-terms">{guide.noExtension}</p>;
  const { approver, maxDays, source } = extension;
  return (
    <p className="after-terms">
      {guide.extension(guide.approvers[approver], maxDays, guide.units[unit])}（
      <Original>{source}</Original>）
    </p>
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
