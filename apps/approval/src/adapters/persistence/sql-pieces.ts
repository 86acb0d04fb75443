import { containing } from '@onewindow/service';

/** A piece of a statement with what stands for its question marks, in their order. */
export interface Sql {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Pieces are put in as they are, whatever else is a value. */
export function given(texts: TemplateStringsArray, ...parts: (Sql | string | number)[]): Sql {
  const pieces = parts.map((part) =>
    typeof part === 'object' ? part : { sql: '?', values: [part] },
  );
  return {
    sql: texts.map((text, at) => text + (pieces[at]?.sql ?? '')).join(''),
    values: pieces.flatMap(({ values }) => values),
  };
}

export const together = (pieces: readonly Sql[], by: string): Sql => ({
  sql: pieces.map(({ sql }) => sql).join(by),
  values: pieces.flatMap(({ values }) => values),
});

/** The row contains the text, whatever its case and taken literally. */
export const containsText = (text: string): Sql =>
  given`search_text like lower(${containing(text)})`;

/** Holds for every row that contains the text, and for few others: what the index of a search answers. */
export const gramsOf = (text: string): Sql =>
  given`case_grams(search_text) @> asked_grams(lower(${text}))`;
