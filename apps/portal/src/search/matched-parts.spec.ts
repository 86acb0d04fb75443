import fc from 'fast-check';
import { matchedParts } from './matched-parts.js';

const marked = (name: string, asked: string) =>
  matchedParts(name, asked)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('');

describe('A name that was found', () => {
  it.each([
    ['食品经营许可（新办）', '食品经营', '[食品经营]许可（新办）'],
    ['食品经营许可（新办）', '办饭店食品证', '[食品]经营许可（新办）'],
    ['烟草专卖零售许可', '许可 烟草', '[烟草]专卖零售[许可]'],
    ['城镇污水排入排水管网许可', '排水', '城镇污水排入[排水]管网许可'],
    ['WiFi 备案', 'wifi', '[WiFi] 备案'],
    ['取水许可', '水', '取[水]许可'],
    ['取水许可', 'qsxk', '取水许可'],
    ['取水许可', '', '取水许可'],
  ])('%s, asked for as %s, is marked %s', (name, asked, expected) => {
    expect(marked(name, asked)).toBe(expected);
  });

  it('loses nothing by being marked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (name, asked) => {
          expect(
            matchedParts(name, asked)
              .map(({ text }) => text)
              .join(''),
          ).toBe(name);
        },
      ),
    );
  });
});
