import * as fc from 'fast-check';
import { holdsFor } from '../test/seeded.js';
import { IMPLEMENTATION_CODES, VALID_CREDIT_CODES } from '../test/vectors.js';
import { readBasicCode, readImplementationCode } from './item-codes.js';
import { unmetAt } from './reading.js';

const basicRules = (code: string, options = {}) =>
  unmetAt(readBasicCode(code, options), 'code').map(({ rule }) => rule);
const rulesOf = (code: string) =>
  unmetAt(readImplementationCode(code), 'code').map(({ rule }) => rule);

describe('A basic code', () => {
  it('falls into province, kind, main item and sub-item', () => {
    expect(readBasicCode('310150356000')).toEqual({
      ok: true,
      value: {
        code: '310150356000',
        province: '31',
        itemType: '01',
        mainItem: '50356',
        subItem: '000',
      },
      warnings: [],
    });
  });

  it('may come from the national catalogue', () => {
    expect(readBasicCode('000123003000').ok).toBe(true);
  });

  it.each([
    ['00012300300', ['basic-code-has-12-digits']],
    ['00012300300X', ['basic-code-has-12-digits']],
    ['', ['basic-code-has-12-digits']],
    ['990123003000', ['region-province-exists']],
    ['005523003000', ['basic-code-item-type-known']],
    ['995523003000', ['region-province-exists', 'basic-code-item-type-known']],
  ])('is refused with every reason: %s', (code, unmet) => {
    expect(basicRules(code)).toEqual(unmet);
  });

  it('takes the kinds of item that a place numbers differently', () => {
    expect(basicRules('442123003000')).toEqual(['basic-code-item-type-known']);
    expect(basicRules('442123003000', { itemTypes: { '21': {} } })).toEqual([]);
  });

  it('cannot see a wrong digit of the item: it has no check digit', () => {
    expect(basicRules('000123003001')).toEqual([]);
  });
});

describe('An implementation code', () => {
  it.each(IMPLEMENTATION_CODES)('is read: %s', (code) => {
    expect(readImplementationCode(code)).toMatchObject({
      ok: true,
      value: {
        code,
        agency: { code: code.slice(0, 18) },
        level: code.charAt(18),
        basic: { code: code.slice(19) },
      },
    });
  });

  it('is refused for everything that is wrong with it, not only for the first', () => {
    expect(rulesOf('11621200MB193864XY7995523003000')).toEqual([
      'credit-code-check-digit-correct',
      'implementation-code-level-known',
      'region-province-exists',
      'basic-code-item-type-known',
    ]);
  });

  it.each(['', '11621200MB193864XN300012300300', '11621200MB193864XN30001230030001'])(
    'has 31 characters: %j',
    (code) => {
      expect(rulesOf(code)).toEqual(['implementation-code-has-31-characters']);
    },
  );

  it('is read for every agency, level and item, and for no other level', () => {
    const agency = fc.constantFrom(...VALID_CREDIT_CODES);

    holdsFor(
      fc.property(agency, fc.nat(9), (code, level) => {
        const known = level >= 1 && level <= 6;
        return readImplementationCode(`${code}${level}000123003000`).ok === known;
      }),
    );
  });
});
