import {
  plainText,
  softLetters,
  spokenText,
  type Reading,
  type SpokenText,
} from './spoken-text.js';

/** Everyday words and what the catalogue says instead: `开饭店` means `食品经营许可`. */
export interface SynonymGroup {
  readonly words: readonly string[];
  /** The likeliest first. */
  readonly means: readonly string[];
}

/** The synonyms that are in force, with the words that say nothing about what is looked for. */
export interface SynonymTable {
  readonly groups: readonly SynonymGroup[];
  /** `怎么办`, `我想`: taken out of what is asked. */
  readonly ignored: readonly string[];
}

/** One way to understand what was typed. */
export interface Wording extends SpokenText {
  /** How sure it is that it was meant, up to 1. */
  readonly trust: number;
  /** The everyday word that was replaced. */
  readonly synonym?: string;
}

/** A synonym table whose words have been read once. */
export interface ReadTable {
  readonly ignored: readonly string[];
  readonly words: readonly {
    readonly word: SpokenText & { readonly text: string };
    readonly means: readonly string[];
  }[];
}

export const readTable = ({ groups, ignored }: SynonymTable, read: Reading): ReadTable => ({
  ignored: ignored.map(plainText).toSorted((one, other) => other.length - one.length),
  words: groups
    .flatMap(({ words, means }) =>
      words.map((text) => ({ word: { text, ...spokenText(text, read) }, means })),
    )
    .toSorted((one, other) => other.word.characters.length - one.word.characters.length),
});

const MOST_WORDINGS = 10;
const MEANT_BY_CHARACTER = 0.96;
const MEANT_BY_SOUND = 0.86;
/** What stands beside the everyday word may say nothing: `外卖` out of a whole sentence. */
const MEANT_ALONE = 0.2;
/** Each further meaning of a word is a little less likely. */
const LESS_LIKELY = 0.03;

/** What was typed, and every way to say it in the words of the catalogue. */
export function wordingsOf(text: string, table: ReadTable, read: Reading): readonly Wording[] {
  const asked = spokenText(withoutIgnored(plainText(text), table.ignored), read);
  let wordings: Wording[] = [{ ...asked, trust: 1 }];
  for (const place of placesOf(asked, table)) {
    wordings = [...wordings, ...meantAt(place, asked, read)];
  }
  return wordings.slice(0, MOST_WORDINGS);
}

/** The text with the meaning in the place of the word; and, where more was typed, the meaning alone. */
function meantAt(place: Place, asked: SpokenText, read: Reading): readonly Wording[] {
  const before = asked.characters.slice(0, place.from).join('');
  const behind = asked.characters.slice(place.to).join('');
  return place.means.flatMap((means, at) => {
    const meaning = plainText(means);
    const [trust, synonym] = [place.trust - at * LESS_LIKELY, place.word];
    const alone = { ...spokenText(meaning, read), trust, synonym };
    if (before === '' && behind === '') return [alone];
    const within = { ...spokenText(before + meaning + behind, read), trust, synonym };
    return [within, { ...alone, trust: trust - MEANT_ALONE }];
  });
}

function withoutIgnored(plain: string, ignored: readonly string[]): string {
  const left = ignored.reduce((text, word) => text.replaceAll(word, ''), plain);
  return left === '' ? plain : left;
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly means: readonly string[];
  readonly trust: number;
}

/** Where everyday words stand in it: longer words first, and no word within another. */
function placesOf(asked: SpokenText, { words }: ReadTable): readonly Place[] {
  const places: Place[] = [];
  for (const { word, means } of words) {
    const place = placeOf(asked, word);
    if (place === undefined) continue;
    if (
      places.some(
        ({ from, to }) => place.from >= from && place.to <= to && to - from > place.to - place.from,
      )
    )
      continue;
    places.push({ ...place, word: word.text, means });
  }
  return places.toSorted((one, other) => other.trust - one.trust);
}

function placeOf(
  asked: SpokenText,
  word: SpokenText,
): Pick<Place, 'from' | 'to' | 'trust'> | undefined {
  const whole = { from: 0, to: asked.characters.length };
  const typed = asked.characters.join('');
  if (/^[a-z]+$/.test(typed)) {
    if (softLetters(typed) === word.letters) return { ...whole, trust: MEANT_BY_SOUND };
    const isShort = typed === word.initials && typed.length > 2;
    return isShort ? { ...whole, trust: MEANT_BY_SOUND } : undefined;
  }
  const to = word.characters.length;
  const from = indexIn(asked.characters, word.characters);
  if (from >= 0) return { from, to: from + to, trust: MEANT_BY_CHARACTER };
  const heard = to < 2 ? -1 : indexIn(asked.sounds, word.sounds);
  return heard < 0 ? undefined : { from: heard, to: heard + to, trust: MEANT_BY_SOUND };
}

function indexIn(list: readonly string[], part: readonly string[]): number {
  if (part.length === 0) return -1;
  return list.findIndex((_, at) => part.every((each, offset) => list[at + offset] === each));
}
