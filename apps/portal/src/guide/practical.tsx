import type { ServiceItem } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';

/** Where to go, how often, and what others have asked: only what the guide publishes of it. */
export function Practical({ item }: { readonly item: ServiceItem }) {
  return (
    <>
      <Places item={item} />
      <Questions questions={item.questions ?? []} />
    </>
  );
}

function Places({ item: { places = [], visits, visitReason } }: { readonly item: ServiceItem }) {
  const { words } = useLanguage();
  const { guide } = words;
  if (places.length === 0 && visits === undefined) return null;
  return (
    <section id="places" className="sheet" aria-labelledby="places-title">
      <h2 id="places-title">{guide.places}</h2>
      {visits !== undefined && (
        <p>
          {guide.visits(visits)} <Original>{visitReason}</Original>
        </p>
      )}
      <ul className="texts">
        {places.map(({ name, address, hours, phone }) => (
          <li key={`${name} ${address}`}>
            <Original>
              <strong>{name}</strong> {address}
            </Original>
            <br />
            {words.labelled(guide.hours)}
            <Original>{hours}</Original>
            {phone !== undefined && (
              <>
                <br />
                <a href={`tel:${phone}`}>{phone}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Questions({ questions }: { readonly questions: NonNullable<ServiceItem['questions']> }) {
  const { words } = useLanguage();
  if (questions.length === 0) return null;
  return (
    <section id="questions" className="sheet" aria-labelledby="questions-title">
      <h2 id="questions-title">{words.guide.questions}</h2>
      {questions.map(({ question, answer }) => (
        <details key={question} className="sample">
          <summary>
            <Original>{question}</Original>
          </summary>
          <p>
            <Original>{answer}</Original>
          </p>
        </details>
      ))}
    </section>
  );
}
