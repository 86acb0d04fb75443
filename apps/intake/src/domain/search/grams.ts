import { isChinese, softLetters, type SpokenText } from './spoken-text.js';

/**
 * Pieces by which an item is looked up: single sounds, two sounds in a row, three letters of its pinyin, three initials in a
 * row. Characters themselves are none: who types another character of the same sound finds the same items.
 */
export type Gram = string;

const single = (sound: string): Gram => `u:${sound}`;
const pair = (sound: string, next: string): Gram => `b:${sound} ${next}`;

export const pairGram = (sound: string, next: string | undefined): Gram =>
  next === undefined ? single(sound) : pair(sound, next);

/** Two sounds in a row say more than one; letters and initials are many. */
const WORTH: Readonly<Record<string, number>> = { u: 1, b: 2, l: 1, i: 1 };

export const worthOf = (gram: Gram): number => WORTH[gram.charAt(0)] ?? 1;

/** All grams of a text that is looked for, and only its sounds where nobody types it by its letters. */
export function gramsOf({ sounds, letters, initials }: SpokenText, byLetters = true): Set<Gram> {
  const grams = new Set<Gram>();
  sounds.forEach((sound, at) => {
    grams.add(single(sound));
    const next = sounds[at + 1];
    if (next !== undefined) grams.add(pair(sound, next));
  });
  if (!byLetters) return grams;
  for (const three of triplesOf(letters)) grams.add(`l:${three}`);
  for (const three of triplesOf(initials)) grams.add(`i:${three}`);
  return grams;
}

/** The grams of what somebody typed: Chinese by its sounds, letters as pinyin and as initials. */
export function askedGrams(asked: SpokenText): Set<Gram> {
  const grams = new Set<Gram>();
  for (const { from, to, isLetters } of runsOf(asked.characters)) {
    // Letters of a text are no pinyin where they are too few: `50`, `KTV`.
    if (isLetters && to - from > 2) {
      const typed = asked.characters.slice(from, to).join('');
      for (const three of triplesOf(softLetters(typed))) grams.add(`l:${three}`);
      for (const three of triplesOf(typed)) grams.add(`i:${three}`);
      continue;
    }
    for (let at = from; at < to; at += 1) {
      const [sound = '', next] = [asked.sounds[at], asked.sounds[at + 1]];
      grams.add(single(sound));
      if (next !== undefined && at + 1 < to) grams.add(pair(sound, next));
    }
  }
  return grams;
}

/** A stretch of a text that is either Chinese or letters and digits. */
export interface Run {
  readonly from: number;
  /** The first character behind it. */
  readonly to: number;
  readonly isLetters: boolean;
}

export function runsOf(characters: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  characters.forEach((character, at) => {
    const next = characters[at + 1];
    if (next !== undefined && isChinese(next) === isChinese(character)) return;
    runs.push({ from, to: at + 1, isLetters: !isChinese(character) });
    from = at + 1;
  });
  return runs;
}

/** Three letters at a time; a shorter text is one piece. */
export function triplesOf(letters: string): readonly string[] {
  if (letters.length < 4) return letters === '' ? [] : [letters];
  return Array.from({ length: letters.length - 2 }, (_, at) => letters.slice(at, at + 3));
}
