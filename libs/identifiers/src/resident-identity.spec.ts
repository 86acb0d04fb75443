import { legalDate } from '@onewindow/kernel';
import * as fc from 'fast-check';
import { holdsFor } from '../test/seeded.js';
import { INVALID_IDENTITY_NUMBERS, VALID_IDENTITY_NUMBERS } from '../test/vectors.js';
import { unmetAt } from './reading.js';
import { completeResidentIdentityNumber, readResidentIdentityNumber } from './resident-identity.js';

const TODAY = legalDate('2026-02-09');
const read = (number: string) => readResidentIdentityNumber(number, { on: TODAY });
const rulesOf = (number: string) => unmetAt(read(number), 'number').map(({ rule }) => rule);

const anyNumber = fc
  .tuple(
    fc.constantFrom('371502', '370523', '510114', '371523', '659001'),
    fc.date({ min: new Date('1901-01-01'), max: new Date('1912-12-31'), noInvalidDate: true }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([region, birth, sequence]) =>
    completeResidentIdentityNumber(
      region +
        birth.toISOString().slice(0, 10).replaceAll('-', '') +
        String(sequence).padStart(3, '0'),
    ),
  );

describe('A resident identity number', () => {
  it.each(VALID_IDENTITY_NUMBERS)('is read: %s', (number, birthDate, sex) => {
    expect(read(number)).toEqual({
      ok: true,
      value: { number, region: number.slice(0, 6), birthDate, sex },
      warnings: [],
    });
  });

  it.each(INVALID_IDENTITY_NUMBERS)('is refused with every reason: %s', (number, unmet) => {
    expect(rulesOf(number)).toEqual(unmet);
  });

  it('is refused for everything that is wrong with it, not only for the first', () => {
    expect(rulesOf('999901190302290011')).toEqual([
      'region-province-exists',
      'birth-date-exists',
      'identity-number-check-digit-correct',
    ]);
    expect(rulesOf('9999O1190302290011')).toEqual([
      'identity-number-is-numeric',
      'region-province-exists',
      'birth-date-exists',
    ]);
  });

  it('of fifteen digits is refused with the advice to use the new one', () => {
    expect(rulesOf('371502010101001')).toContain('identity-number-is-second-generation');
  });

  it('with an abolished region is accepted with a warning that names its successor', () => {
    const reading = read(completeResidentIdentityNumber('37152319010101001'));

    expect(reading).toMatchObject({ ok: true, warnings: [{ rule: 'region-in-force' }] });
    expect(JSON.stringify(reading)).toContain('371503');
  });

  it('with a region that the list does not know is accepted with a warning', () => {
    expect(read(completeResidentIdentityNumber('51022219010101001'))).toMatchObject({
      ok: true,
      warnings: [{ rule: 'region-listed' }],
    });
  });

  it.each(['810000', '820000', '830000'])('may be of a residence permit: %s', (region) => {
    expect(read(completeResidentIdentityNumber(`${region}19010101001`))).toMatchObject({
      ok: true,
      warnings: [],
    });
  });

  it('of someone born today is read, of someone born tomorrow refused', () => {
    expect(read(completeResidentIdentityNumber('37150220260209001')).ok).toBe(true);
    expect(rulesOf(completeResidentIdentityNumber('37150220260210001'))).toEqual([
      'birth-date-not-in-future',
    ]);
  });

  it('of someone far too old is read with a warning', () => {
    expect(read(completeResidentIdentityNumber('37150218010101001'))).toMatchObject({
      ok: true,
      warnings: [{ rule: 'birth-date-plausible' }],
    });
  });

  it('is read with a small x and blanks', () => {
    expect(read(' 37150219010101006x ')).toMatchObject({ value: { number: '37150219010101006X' } });
  });

  it.each(['', '３７１５０２１９０１０１０１００１９', '371502-19010101-0019', '٣'.repeat(18)])(
    'is not any other text (%#)',
    (text) => {
      expect(read(text).ok).toBe(false);
    },
  );
});

describe('The check digit of an identity number', () => {
  it('accepts every completed number', () => {
    holdsFor(fc.property(anyNumber, (number) => read(number).ok));
  });

  it('detects every change of one digit', () => {
    holdsFor(
      fc.property(
        anyNumber,
        fc.nat(17),
        fc.constantFrom(...Array.from('0123456789X')),
        (number, at, digit) => {
          fc.pre(number.charAt(at) !== digit);
          return !read(number.slice(0, at) + digit + number.slice(at + 1)).ok;
        },
      ),
    );
  });

  it('detects every exchange of two neighbours', () => {
    holdsFor(
      fc.property(anyNumber, fc.nat(16), (number, at) => {
        const [one, two] = [number.charAt(at), number.charAt(at + 1)];
        fc.pre(one !== two);
        return !read(number.slice(0, at) + two + one + number.slice(at + 2)).ok;
      }),
    );
  });

  it('cannot see an exchange of two digits ten places apart, which weigh the same', () => {
    const number = completeResidentIdentityNumber('37150219010101001');
    const exchanged = completeResidentIdentityNumber('07150219013101001');

    expect([number.charAt(0), number.charAt(10)]).toEqual(['3', '0']);
    expect(exchanged.charAt(17)).toBe(number.charAt(17));
  });

  it('never lets any text throw', () => {
    holdsFor(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        (text) => typeof read(text).ok === 'boolean',
      ),
    );
  });

  it('cannot be worked out from anything but seventeen digits', () => {
    expect(() => completeResidentIdentityNumber('3715021901010100')).toThrow(RangeError);
  });
});
