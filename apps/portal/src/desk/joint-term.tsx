import type { FindCaseReply } from '../api/replies.js';
import { dateText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { useDeskWords } from './desk-words.js';
import { Lamp } from './lamp.js';

interface Props {
  readonly caseNumber: string;
  readonly term: NonNullable<FindCaseReply['jointTerm']>;
}

/** The term of the whole case, where it is handled jointly (许可法 42②). */
export function JointTerm({ term }: Props) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  const steps = language === 'zh' ? term.explanationZh : term.explanationEn;
  return (
    <section className="sheet" aria-labelledby="joint-term">
      <h2 id="joint-term">{desk.jointTerm}</h2>
      <p className="track-state">
        <strong>
          {term.due.due === undefined
            ? words.progress.openDate(term.due.notBefore)
            : dateText(term.due.due, language)}
        </strong>
        <Lamp lamp={term.lamp} say={desk.lampOf} />
      </p>
      <details>
        <summary>{words.progress.explain}</summary>
        <ol className="texts">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
    </section>
  );
}
