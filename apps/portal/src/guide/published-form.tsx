import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { conditionInWords } from './condition-in-words.js';
import { formFieldsOf, formRulesOf, type FormField } from './form-fields.js';
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
        {fields.map((field, at) => (
          <li key={`${field.name} ${at}`}>
            <OneField field={field} when={conditionInWords(field.when, fields, guide.condition)} />
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

interface FieldProps {
  readonly field: FormField;
  /** When it is asked, as its condition says it. */
  readonly when: string | undefined;
}

function OneField({ field, when }: FieldProps) {
  const { language, words } = useLanguage();
  const guide = useGuidePageWords();
  const { title, titleEn, description, isNeeded, choices } = field;
  const hint = [description, choices.map(({ name }) => name).join('、')]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      {language === 'en' && titleEn !== undefined ? titleEn : <Original>{title}</Original>}
      {isNeeded && (
        <>
          {' '}
          <span className="necessity necessity-required">{guide.needed}</span>
        </>
      )}
      {hint !== '' && (
        <small className="hint">
          {' '}
          <Original>{hint}</Original>
        </small>
      )}
      {when !== undefined && (
        <p className="material-note">
          {words.labelled(guide.onlyIf)}
          {when}
        </p>
      )}
    </>
  );
}
