/** How each character of a text is read, without tones: a syllable for a Chinese character, any other character as itself. */
export type Reading = (text: string) => readonly string[];

/** A text as it is compared: characters without marks and spaces, and how each of them sounds. */
export interface SpokenText {
  readonly characters: readonly string[];
  /** Syllable by syllable, with what many confuse made one: zh and z, ng and n, l and n. */
  readonly sounds: readonly string[];
  /** The syllables written together, with what many confuse made one. */
  readonly letters: string;
  /** The first letters of the syllables 拼音首字母. */
  readonly initials: string;
}

/** Full-width letters become narrow ones, capitals small; marks and spaces do not count. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export function spokenText(text: string, read: Reading): SpokenText {
  const plain = plainText(text);
  const syllables = read(plain);
  return {
    characters: Array.from(plain),
    sounds: syllables.map(softSyllable),
    letters: softLetters(syllables.join('')),
    initials: syllables.map((each) => each.charAt(0)).join(''),
  };
}

/** Letters as somebody types them: where one syllable ends is not known. */
export const softLetters = (letters: string): string =>
  letters.replace(/([zcs])h/g, '$1').replace(/ng/g, 'n');

const softSyllable = (syllable: string): string => softLetters(syllable).replace(/^n(?=.)/, 'l');

export const isChinese = (character: string): boolean => /\p{Script=Han}/u.test(character);
