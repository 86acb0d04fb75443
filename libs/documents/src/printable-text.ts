/** Stands for a character that the font does not have, as printers have always done 〓. */
export const MISSING = '\u3013';

/** Characters that the font can set. */
export interface Coverage {
  has(codePoint: number): boolean;
}

/** Makes any text printable, and remembers which characters could not be set. */
export class PrintableText {
  private readonly lost = new Set<number>();

  constructor(private readonly coverage: Coverage) {}

  /** In the order of their code points: `𠮷（U+20BB7）` is printed as its number, since its shape is what is missing. */
  get missing(): readonly string[] {
    return [...this.lost]
      .toSorted((a, b) => a - b)
      .map((point) => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`);
  }

  /** Line breaks stay. Control characters, and those that turn the direction of writing around, say nothing on paper. */
  of(text: string): string {
    const clean = text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      .replace(/[\t\u00a0\u2007\u202f]/g, ' ')
      .replace(/[^\P{C}\n]/gu, (found) => (/[\p{Cc}\p{Cf}]/u.test(found) ? '' : found))
      .replace(VARIATION, '');
    return Array.from(clean, (character) => this.set(character)).join('');
  }

  private set(character: string): string {
    const point = character.codePointAt(0) ?? 0;
    if (character === '\n' || this.coverage.has(point)) return character;
    this.lost.add(point);
    return MISSING;
  }
}

/** They choose among shapes of the character before, of which the font has one. */
const VARIATION = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** Longer words than this are set in pieces. */
const LONGEST_WORD = 40;
const LONG_WORDS = new RegExp(`[!-~\\u00a1-\\u1fff]{${LONGEST_WORD + 1},}`, 'g');

/**
 * A word that fits no line is broken where the line ends, and the whole rest of it is measured again for every line. In
 * pieces each is measured once: five thousand letters take milliseconds instead of seconds, and break where they would.
 */
export function inPieces(text: string): string | readonly string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(LONG_WORDS)) {
    if (index > end) pieces.push(text.slice(end, index));
    for (let at = 0; at < word.length; at += LONGEST_WORD) {
      pieces.push(word.slice(at, at + LONGEST_WORD));
    }
    end = index + word.length;
  }
  if (pieces.length === 0) return text;
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
