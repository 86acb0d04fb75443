import type { Problem } from '../../api/replies.js';
import type { Language } from '../../language/preferred-language.js';

/** What is wrong, by the path of the field that it is about. */
export type Mistakes = ReadonlyMap<string, readonly string[]>;

export interface SortedMistakes {
  readonly atFields: Mistakes;
  /** About nothing that the form shows. */
  readonly elsewhere: Problem['unmet'];
}

/** Puts every rule that is not met at the field that it is about: the field itself or the next that holds it. */
export function sortedMistakes(
  { unmet }: Problem,
  shown: readonly string[],
  language: Language,
): SortedMistakes {
  const atFields = new Map<string, readonly string[]>();
  const elsewhere: Problem['unmet'] = [];
  for (const rule of unmet) {
    const field = fieldFor(rule.path ?? '', shown);
    if (field === undefined) elsewhere.push(rule);
    else atFields.set(field, [...(atFields.get(field) ?? []), rule.message[language]]);
  }
  return { atFields, elsewhere };
}

function fieldFor(path: string, shown: readonly string[]): string | undefined {
  const parts = path.split('.');
  return parts
    .map((_, at) => parts.slice(0, parts.length - at).join('.'))
    .find((each) => shown.includes(each));
}
