import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';

interface Rule {
  readonly rule: string;
  readonly path?: string;
  readonly zh: string;
  readonly en: string;
  /** The article. */
  readonly source?: string;
}

/** What stands against an act, each rule with its article. */
export function RulesListed({ rules }: { readonly rules: readonly Rule[] }) {
  const { language } = useLanguage();
  return (
    <ul className="texts">
      {rules.map(({ rule, path, source, ...said }) => (
        <li key={`${rule} ${path ?? ''} ${said.zh}`}>
          {said[language]}
          {source !== undefined && (
            <>
              （<Original>{source}</Original>）
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
