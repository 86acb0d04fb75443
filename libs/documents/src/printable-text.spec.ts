import * as fc from 'fast-check';
import { inPieces, MISSING, PrintableText } from './printable-text.js';

const han = { has: (point: number) => point < 0x250 || (point >= 0x3000 && point < 0xa000) };
const printed = (text: string) => new PrintableText(han).of(text);

describe('Text on its way to paper', () => {
  it.each([
    ['turned around', 'gpj.\u202eexe', 'gpj.exe'],
    ['with control characters', 'a\u0000b\u0007c', 'abc'],
    ['with line breaks of three kinds', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['with tabs and spaces that do not break', 'a\tb\u00a0c', 'a b c'],
    ['of half a character', 'a\ud800b', `a${MISSING}b`],
    ['joined by invisible characters', 'a\u200b\u200d\ufeffb', 'ab'],
    ['with a chosen shape', '葛\u{e0100}', '葛'],
    ['in two parts of one letter', 'e\u0301', 'é'],
  ])('is cleaned where it is %s', (_situation, text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  it('shows that a character is missing, and which one', () => {
    const text = new PrintableText(han);

    expect(text.of('李𠮷😀')).toBe(`李${MISSING}${MISSING}`);
    expect(text.missing).toEqual(['U+1F600', 'U+20BB7']);
  });

  it('holds nothing but characters of the font and line breaks, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        Array.from(printed(text)).every(
          (character) => character === '\n' || han.has(character.codePointAt(0) ?? 0),
        ),
      ),
    );
  });

  it('loses and adds nothing where long words are set in pieces', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 500 }),
        (text) => [inPieces(text)].flat().join('') === text,
      ),
    );
    expect(inPieces(`见${'A'.repeat(100)}。`)).toEqual([
      '见',
      'A'.repeat(40),
      'A'.repeat(40),
      'A'.repeat(20),
      '。',
    ]);
  });
});
