import { isLegalDate, yearOf, type LegalDate, type UnmetRule } from '@onewindow/kernel';
import { asTyped, readingOf, strangersIn, type Reading } from './reading.js';
import { noSuchProvince, regionCurrency } from './region-code.js';
import { isProvincePrefix, REGIONS, type RegionTable } from './region-table.js';

/** 2^(17-i) mod 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
/** Residence permits for people from Taiwan carry numbers of this standard under 83, which is no division. */
const TAIWAN_RESIDENTS = '83';
const OLDEST_PLAUSIBLE_AGE = 150;
const SOURCE = 'GB 11643-1999';

/** The parts of a resident identity number 公民身份号码. */
export interface ResidentIdentity {
  readonly number: string;
  /** Where the number was given; may be abolished today. */
  readonly region: string;
  readonly birthDate: LegalDate;
  readonly sex: 'male' | 'female';
}

export interface ResidentIdentityOptions {
  /** Today: nobody is born after it. */
  readonly on: LegalDate;
  readonly regions?: RegionTable;
}

/** Reads a resident identity number (GB 11643-1999). Abolished regions are accepted with a warning: numbers are for life. */
export function readResidentIdentityNumber(
  text: string,
  { on, regions = REGIONS }: ResidentIdentityOptions,
): Reading<ResidentIdentity> {
  const number = asTyped(text);
  const malformed = malformedIn(number);
  if (number.length !== 18) return { ok: false, unmet: malformed };

  const region = number.slice(0, 6);
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const provinceUnknown =
    /^\d\d/.test(region) &&
    !region.startsWith(TAIWAN_RESIDENTS) &&
    !isProvincePrefix(regions, region.slice(0, 2));
  const unmet = [
    ...malformed,
    ...(provinceUnknown ? [noSuchProvince(region.slice(0, 2))] : []),
    ...birthFaults(birth, on),
    ...(malformed.length > 0 || number.at(17) === residentIdentityCheckDigit(number)
      ? []
      : [checkDigit]),
  ];
  const value = (): ResidentIdentity => ({
    number,
    region,
    birthDate: birth as LegalDate,
    sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
  });
  const regionWarnings = region.startsWith(TAIWAN_RESIDENTS) ? [] : regionCurrency(region, regions);
  return readingOf(value, unmet, [...regionWarnings, ...veryOld(birth, on)]);
}

function malformedIn(number: string): UnmetRule[] {
  if (/^\d{15}$/.test(number)) return [firstGeneration];
  const places = [
    strangersIn(number.slice(0, 17), /^\d$/),
    number.length === 18 && !/^[\dX]$/.test(number.charAt(17)) ? `18 (${number.charAt(17)})` : '',
  ].filter((place) => place !== '');
  return [
    ...(number.length === 18 ? [] : [eighteenDigits(number.length)]),
    ...(places.length === 0 ? [] : [digitsOnly(places.join(', '))]),
  ];
}

function birthFaults(birth: string, on: LegalDate): UnmetRule[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birth)) return [];
  if (!isLegalDate(birth)) return [birthDateExists(birth)];
  return birth > on ? [birthDateNotInFuture(birth, on)] : [];
}

/** The 18th character for the first seventeen digits. */
export function residentIdentityCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17.charAt(i)), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/** Adds the check digit to the first seventeen digits: for demonstration data and tests. Throws a RangeError. */
export function completeResidentIdentityNumber(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError(`not seventeen digits: ${first17}`);
  return first17 + residentIdentityCheckDigit(first17);
}

const firstGeneration: UnmetRule = {
  rule: 'identity-number-is-second-generation',
  message: {
    zh: '15位公民身份号码已停止使用，请填写18位号码。',
    en: 'Identity numbers of 15 digits are no longer in use; enter the 18-digit number.',
  },
  source: SOURCE,
};

const eighteenDigits = (length: number): UnmetRule => ({
  rule: 'identity-number-has-18-digits',
  message: {
    zh: `公民身份号码应为18位，现为${length}位。`,
    en: `A resident identity number has 18 digits; this one has ${length}.`,
  },
  source: SOURCE,
});

const digitsOnly = (places: string): UnmetRule => ({
  rule: 'identity-number-is-numeric',
  message: {
    zh: `公民身份号码前17位应为数字，末位为数字或X；请核对第${places}位。`,
    en: `The first 17 places are digits, the last a digit or X; check position ${places}.`,
  },
  source: SOURCE,
});

const birthDateExists = (birth: string): UnmetRule => ({
  rule: 'birth-date-exists',
  message: {
    zh: `公民身份号码中的出生日期${birth}不存在，请核对。`,
    en: `The birth date ${birth} in the identity number does not exist; check the digits.`,
  },
  source: SOURCE,
});

const birthDateNotInFuture = (birth: string, on: LegalDate): UnmetRule => ({
  rule: 'birth-date-not-in-future',
  message: {
    zh: `公民身份号码中的出生日期${birth}晚于${on}，请核对。`,
    en: `The birth date ${birth} in the identity number is after ${on}; check the digits.`,
  },
  source: SOURCE,
});

const checkDigit: UnmetRule = {
  rule: 'identity-number-check-digit-correct',
  message: {
    zh: '公民身份号码末位校验码不正确，请对照证件逐位核对。',
    en: 'The last character, the check digit, is wrong; compare with the identity card.',
  },
  source: SOURCE,
};

function veryOld(birth: string, on: LegalDate): UnmetRule[] {
  if (!isLegalDate(birth) || yearOf(on) - yearOf(birth) <= OLDEST_PLAUSIBLE_AGE) return [];
  return [
    {
      rule: 'birth-date-plausible',
      message: {
        zh: `公民身份号码中的出生日期${birth}距今超过${OLDEST_PLAUSIBLE_AGE}年，请人工核对。`,
        en: `The birth date ${birth} lies more than ${OLDEST_PLAUSIBLE_AGE} years back; check it by hand.`,
      },
    },
  ];
}
