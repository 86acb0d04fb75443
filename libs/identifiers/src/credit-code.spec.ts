import * as fc from 'fast-check';
import { holdsFor } from '../test/seeded.js';
import { INVALID_CREDIT_CODES, VALID_CREDIT_CODES } from '../test/vectors.js';
import {
  completeCreditCode,
  creditCodeCheckDigit,
  organisationCheckDigit,
  readCreditCode,
} from './credit-code.js';
import { creditCodeKind } from './credit-code-kinds.js';
import { unmetAt } from './reading.js';

const ALPHABET = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
const rulesOf = (code: string, options = {}) =>
  unmetAt(readCreditCode(code, options), 'code').map(({ rule }) => rule);

const regions = fc.constantFrom('371500', '371502', '110000', '510114', '100000');
const letters = fc.constantFrom(...ALPHABET);
const anyCode = fc
  .tuple(
    fc.constantFrom('11', '91', '92', '52'),
    regions,
    fc.array(letters, { minLength: 8, maxLength: 8 }),
  )
  .map(([kind, region, body]) => completeCreditCode(kind + region + body.join('')));

describe('A unified social credit code', () => {
  it.each(VALID_CREDIT_CODES)('is read: %s', (code) => {
    const reading = readCreditCode(code);

    expect(reading).toMatchObject({ ok: true, value: { code }, warnings: [] });
  });

  it('falls into authority, category, region and organisation code', () => {
    expect(readCreditCode('91371500MA9YXW1T5X')).toMatchObject({
      value: { authority: '9', category: '1', region: '371500', organisation: 'MA9YXW1T5' },
    });
    expect(creditCodeKind('9', '1')).toBe('企业');
  });

  it.each(INVALID_CREDIT_CODES)('is refused with every reason: %s', (code, unmet) => {
    expect(rulesOf(code)).toEqual(unmet);
  });

  it('is refused for everything that is wrong with it, not only for the first', () => {
    expect(rulesOf('91991500MA9YXW1T4Y')).toEqual([
      'credit-code-organisation-check-digit-correct',
      'credit-code-check-digit-correct',
      'region-province-exists',
    ]);
  });

  it('is read with blanks around it and small letters', () => {
    expect(readCreditCode(' 91371500ma9yxw1t5x\n')).toMatchObject({
      ok: true,
      value: { code: '91371500MA9YXW1T5X' },
    });
  });

  it.each(['', ' ', '９１371500MA9YXW1T5X', '91371500MA9YXW1T5X\u0000', '9'.repeat(10_000)])(
    'is not any other text (%#)',
    (text) => {
      expect(readCreditCode(text).ok).toBe(false);
    },
  );

  it('has the check digits that the standard works out', () => {
    expect(creditCodeCheckDigit('91371500MA9YXW1T5')).toBe('X');
    expect(creditCodeCheckDigit('91371500MA9YWX1T5')).toBe('D');
    expect(organisationCheckDigit('MA9YXW1T')).toBe('5');
  });

  it('keeps the region it was given in, so an abolished one is only a warning', () => {
    const code = completeCreditCode('91371523MA9YXW1T');

    expect(readCreditCode(code)).toMatchObject({
      ok: true,
      warnings: [{ rule: 'region-in-force' }],
    });
    expect(rulesOf(code, { requireCurrentRegion: true })).toEqual(['region-in-force']);
  });

  it('may come from a national authority', () => {
    expect(readCreditCode(completeCreditCode('91100000MA9YXW1T'))).toMatchObject({
      ok: true,
      warnings: [],
    });
  });

  it('with an unknown kind of authority is read with a warning', () => {
    expect(readCreditCode(completeCreditCode('97371500MA9YXW1T'))).toMatchObject({
      ok: true,
      warnings: [{ rule: 'credit-code-kind-known' }],
    });
  });

  it('places its reasons in the request', () => {
    expect(unmetAt(readCreditCode('x'), 'applicant.code')).toContainEqual(
      expect.objectContaining({ path: 'applicant.code' }),
    );
  });

  it('cannot be completed from anything but sixteen characters of the alphabet', () => {
    expect(() => completeCreditCode('91371500MA9YXW1')).toThrow(RangeError);
    expect(() => completeCreditCode('91371500MA9YXWIO')).toThrow(RangeError);
  });
});

describe('The check digits of a credit code', () => {
  it('accept every completed code', () => {
    holdsFor(fc.property(anyCode, (code) => readCreditCode(code).ok));
  });

  it('detect every change of one character', () => {
    holdsFor(
      fc.property(anyCode, fc.nat(17), letters, (code, at, letter) => {
        fc.pre(code.charAt(at) !== letter);
        return rulesOf(code.slice(0, at) + letter + code.slice(at + 1)).length > 0;
      }),
    );
  });

  it('detect every exchange of two characters, except the first with the last', () => {
    holdsFor(
      fc.property(anyCode, fc.nat(17), fc.nat(17), (code, one, two) => {
        const characters = Array.from(code);
        fc.pre(characters[one] !== characters[two] && Math.abs(one - two) !== 17);
        [characters[one], characters[two]] = [characters[two]!, characters[one]!];
        return rulesOf(characters.join('')).length > 0;
      }),
    );
  });

  it('cannot see an exchange of the first and the last, which weigh the same', () => {
    const code = completeCreditCode('91371500MA9YXW1T');
    const exchanged = code.charAt(17) + code.slice(1, 17) + code.charAt(0);

    expect(code.charAt(0)).not.toBe(code.charAt(17));
    expect(rulesOf(exchanged)).toEqual([]);
  });

  it('detect a lost and a doubled character', () => {
    holdsFor(
      fc.property(anyCode, fc.nat(17), (code, at) => {
        const lost = code.slice(0, at) + code.slice(at + 1);
        const doubled = code.slice(0, at) + code.charAt(at) + code.slice(at);
        return !readCreditCode(lost).ok && !readCreditCode(doubled).ok;
      }),
    );
  });

  it('never let any text throw', () => {
    holdsFor(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        (text) => typeof readCreditCode(text).ok === 'boolean',
      ),
    );
  });
});
