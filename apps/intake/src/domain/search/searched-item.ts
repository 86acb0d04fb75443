import { gramsOf, type Gram } from './grams.js';
import { spokenText, type Reading, type SpokenText } from './spoken-text.js';

/** Where a text of an item stands, the weightiest first. */
export type SearchedField = 'name' | 'keyword' | 'result-name' | 'agency';

export interface FieldText extends SpokenText {
  readonly field: SearchedField;
  readonly text: string;
}

/** What is looked up of an item. */
export interface SearchableItem {
  readonly name: string;
  readonly resultName?: string;
  readonly keywords?: readonly string[];
  readonly decidingAgencyName?: string;
}

/** How much a match in it counts. */
export const FIELD_WEIGHTS: Readonly<Record<SearchedField, number>> = {
  name: 1,
  keyword: 0.95,
  'result-name': 0.8,
  agency: 0.45,
};

/** The texts by which people look for an item. */
export const fieldsOf = (item: SearchableItem, read: Reading): readonly FieldText[] =>
  (
    [
      ['name', item.name],
      ...(item.keywords ?? []).map((each) => ['keyword', each] as const),
      ['result-name', item.resultName ?? ''],
      ['agency', item.decidingAgencyName ?? ''],
    ] as const
  )
    .filter(([, text]) => text !== '')
    .map(([field, text]) => ({ field, text, ...spokenText(text, read) }));

/** Every gram of an item with the best of its fields that has it. */
export function gramsIn(fields: readonly FieldText[]): ReadonlyMap<Gram, SearchedField> {
  const best = new Map<Gram, SearchedField>();
  for (const { field, ...spoken } of fields) {
    const byLetters = field === 'name' || field === 'keyword';
    for (const gram of gramsOf(spoken, byLetters)) {
      const known = best.get(gram);
      if (known === undefined || FIELD_WEIGHTS[known] < FIELD_WEIGHTS[field]) best.set(gram, field);
    }
  }
  return best;
}
