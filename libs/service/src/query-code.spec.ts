import { QUERY_CODE_ALPHABET } from '@onewindow/contracts';
import { isQueryCode, newQueryCode, opensSeal, sealQueryCode } from './query-code.js';

describe('A query code', () => {
  it('is ten characters that cannot be mistaken for one another', () => {
    const codes = Array.from({ length: 500 }, newQueryCode);

    expect(codes.filter((code) => !/^[2-9A-HJKMNP-TV-Z]{10}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(codes.join('')).size).toBe(QUERY_CODE_ALPHABET.length);
  });

  it('opens its own seal alone, however it is written', () => {
    const sealed = sealQueryCode('7KQ4M2XW9H');

    for (const given of ['7KQ4M2XW9H', '7kq4m2xw9h', ' 7KQ4-M2XW-9H ']) {
      expect(opensSeal(sealed, given)).toBe(true);
    }
    for (const given of ['7KQ4M2XW9J', '7KQ4M2XW9', '', '7KQ4M2XW9H7']) {
      expect(opensSeal(sealed, given)).toBe(false);
    }
  });

  it('is sealed under another salt each time', () => {
    expect(sealQueryCode('7KQ4M2XW9H')).not.toEqual(sealQueryCode('7KQ4M2XW9H'));
  });

  it('of a matter that is not there is never right', () => {
    for (const given of ['', '7KQ4M2XW9H']) {
      expect(opensSeal(undefined, given)).toBe(false);
      expect(isQueryCode(undefined, given)).toBe(false);
    }
    expect(isQueryCode('7KQ4M2XW9H', '7kq4-m2xw-9h')).toBe(true);
  });
});
