import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { formFieldsOf, formRulesOf } from './form-fields.js';
import { useGuidePageWords } from './guide-page-words.js';

/** What will be asked, before anything is typed. */
export function PublishedForm({ form }: { readonly form: unknown }) {
  const { language, words } = useLanguage();
  const guide = useGuidePageWords();
  const fields = formFieldsOf(form);
  const rules = formRulesOf(form);
  if (fields.length === 0) return null;
  return (
    <section id="form" className="sheet" aria-labelledby="form-title">
      <h2 id="form-title">{guide.form}</h2>
      <p className="hint">{guide.formHint}</p>
      <ul className="texts">
        {fields.map(({ name, title, description, isNeeded, choices }, at) => (
          <li key={`${name} ${at}`}>
            <Original>{title}</Original>
            {isNeeded && (
              <>
                {' '}
                <span className="necessity necessity-required">{guide.needed}</span>
              </>
            )}
            {(description !== undefined || choices.length > 0) && (
              <small className="hint">
                {' '}
                <Original>{[description, choices.join('、')].filter(Boolean).join(' · ')}</Original>
              </small>
            )}
          </li>
        ))}
      </ul>
      {rules.length > 0 && (
        <>
          <p className="after-terms">{words.labelled(guide.rules)}</p>
          <ul className="texts">
            {rules.map((rule) => (
              <li key={rule.zh}>{rule[language]}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
