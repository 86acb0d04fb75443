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

/** Every gram of an item with the weight of the best field that has it. */
export function weightedGrams(fields: readonly FieldText[]): ReadonlyMap<Gram, number> {
  const weights = new Map<Gram, number>();
  for (const each of fields) {
    const byLetters = each.field === 'name' || each.field === 'keyword';
    for (const gram of gramsOf(each, byLetters))
      weights.set(gram, Math.max(weights.get(gram) ?? 0, FIELD_WEIGHTS[each.field]));
  }
  return weights;
}
