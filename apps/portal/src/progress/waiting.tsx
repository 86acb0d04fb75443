import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Due } from './due.js';
import type { Asked, Matter } from './matter.js';
import { isExplained } from './progress-queries.js';

/** What is waited for, from whom, and until when. */
export function Waiting({ asked, matter }: { readonly asked: Asked; readonly matter: Matter }) {
  const { language, words } = useLanguage();
  const { progress } = words;
  const { waitingFor, caseNumber } = matter;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{progress.waiting}</h2>
      {waitingFor.length === 0 ? (
        <p className="sheet">{progress.nothingAwaited}</p>
      ) : (
        <ul className="waits">
          {waitingFor.map(({ who, what, since, due, date, item }) => (
            <li key={`${what.zh} ${date ?? ''}`} className="sheet wait">
              <p className="wait-who">
                {words.labelled(progress.roles[who.role])}
                <Original>{who.organisation}</Original>
              </p>
              <p className="wait-what">{what[language]}</p>
              <p className="hint">
                {words.labelled(progress.since)}
                {instantText(since, language)}
              </p>
              {due !== undefined && (
                <Due
                  name={progress.dueBy}
                  due={due}
                  asked={asked}
                  caseNumber={caseNumber}
                  {...(isExplained(date) && { explained: { date, item } })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
