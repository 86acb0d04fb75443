import { refuseWhenUnmet, unchanged, type Change, type UnmetRule } from '@onewindow/kernel';
import type { Signed } from '../catalogue/draft.js';
import { intakeRefusals } from '../refusals.js';
import { unmet } from '../unmet.js';
import type { SynonymTable } from './asking.js';
import { plainText } from './spoken-text.js';

/** The synonyms that are in force, as they were published. */
export interface Synonyms extends SynonymTable {
  readonly id: string;
  readonly edition: number;
  readonly published: Signed;
}

export interface SynonymEvent {
  readonly type: 'synonyms-published';
  readonly edition: number;
  readonly groups: number;
}

export interface PublishedTable {
  readonly id: string;
  readonly table: SynonymTable;
  readonly basedOn: number;
  readonly published: Signed;
}

/** Takes the place of the table before. Throws the refusal `synonyms-changed` where somebody has published another one since. */
export function publishTable(
  before: Synonyms | undefined,
  { id, table: { groups, ignored }, basedOn, published }: PublishedTable,
): Change<Synonyms, SynonymEvent> {
  const table = { groups, ignored };
  if (before !== undefined && isSame(before, table)) return unchanged(before);
  if (basedOn !== (before?.edition ?? 0)) throw intakeRefusals.refuse('synonyms-changed');
  refuseWhenUnmet(unmetOf(table), (rules) =>
    intakeRefusals.refuse('synonyms-not-publishable', rules),
  );
  const edition = basedOn + 1;
  return {
    state: { id, edition, ...table, published },
    events: [{ type: 'synonyms-published', edition, groups: groups.length }],
  };
}

const isSame = ({ groups, ignored }: SynonymTable, other: SynonymTable): boolean =>
  JSON.stringify([groups.map(inOrder), ignored]) ===
  JSON.stringify([other.groups.map(inOrder), other.ignored]);

const inOrder = ({ words, means }: SynonymTable['groups'][number]) => [words, means];

function unmetOf({ groups, ignored }: SynonymTable): readonly UnmetRule[] {
  const first = new Map<string, number>();
  return [
    ...groups.flatMap(({ words, means }, group) => [
      ...words.flatMap((word, at) => {
        const path = `groups.${group}.words.${at}`;
        const plain = plainText(word);
        if (plain === '') return [wordless(word, path)];
        const before = first.get(plain);
        first.set(plain, before ?? group);
        return before === undefined ? [] : [twice(word, before, path)];
      }),
      ...means.flatMap((meaning, at) =>
        plainText(meaning) === '' ? [wordless(meaning, `groups.${group}.means.${at}`)] : [],
      ),
    ]),
    ...ignored.flatMap((word, at) =>
      plainText(word) === '' ? [wordless(word, `ignored.${at}`)] : [],
    ),
  ];
}

const wordless = (word: string, path: string): UnmetRule =>
  unmet(
    'word-of-letters',
    `“${word}”中没有文字，请改写。`,
    `"${word}" has no letter or character; write a word.`,
    { path },
  );

const twice = (word: string, group: number, path: string): UnmetRule =>
  unmet(
    'word-listed-once',
    `“${word}”已在第 ${group + 1} 组列出，请合并。`,
    `"${word}" stands in group ${group + 1} already; put both together.`,
    { path },
  );
