import type { UnmetRule } from '@onewindow/kernel';
import { creditCodeKind } from './credit-code-kinds.js';
import { asTyped, readingOf, strangersIn, type Reading } from './reading.js';
import { noSuchProvince, regionCurrency } from './region-code.js';
import { isProvincePrefix, REGIONS, type RegionTable } from './region-table.js';

/** Digits and letters without I, O, S, V and Z; the value of a character is its place. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^i mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** Registered with a national authority instead of a province's. */
const NATIONAL = '10';
const SOURCE = 'GB 32100-2015';

/** The parts of a unified social credit code 统一社会信用代码. */
export interface CreditCode {
  readonly code: string;
  readonly authority: string;
  readonly category: string;
  /** Where the registration authority sat when the code was given; a code is for life, so this may be abolished. */
  readonly region: string;
  /** The nine characters of the organisation code (GB 11714), with its own check digit. */
  readonly organisation: string;
}

export interface CreditCodeOptions {
  readonly regions?: RegionTable;
  /** Turns the warning about a region that is not in force into a reason to refuse. */
  readonly requireCurrentRegion?: boolean;
}

/** Reads a unified social credit code (GB 32100-2015) and checks both of its check digits. */
export function readCreditCode(text: string, options: CreditCodeOptions = {}): Reading<CreditCode> {
  const { regions = REGIONS, requireCurrentRegion = false } = options;
  const code = asTyped(text);
  const currency = regionRules(code, regions);
  const [unmet, warnings] = [faultsOf(code), [...currency.warnings, ...unknownKind(code)]];
  return readingOf(
    () => partsOf(code),
    [...unmet, ...currency.unmet, ...(requireCurrentRegion ? currency.warnings : [])],
    warnings,
  );
}

const partsOf = (code: string): CreditCode => ({
  code,
  authority: code.slice(0, 1),
  category: code.slice(1, 2),
  region: code.slice(2, 8),
  organisation: code.slice(8, 17),
});

function faultsOf(code: string): UnmetRule[] {
  const strangers = strangersIn(code, /^[0-9A-HJ-NPQRTUWXY]$/);
  const wrongLength = code.length === 18 ? [] : [eighteenCharacters(code.length)];
  if (strangers !== '') return [...wrongLength, alphabetOnly(strangers)];
  if (wrongLength.length > 0) return wrongLength;
  return [
    ...(code.at(16) === organisationCheckDigit(code.slice(8, 16)) ? [] : [organisationDigit]),
    ...(code.at(17) === creditCodeCheckDigit(code.slice(0, 17)) ? [] : [lastDigit]),
  ];
}

function regionRules(code: string, regions: RegionTable) {
  const region = code.slice(2, 8);
  if (code.length !== 18) return { unmet: [], warnings: [] };
  if (!/^\d{6}$/.test(region)) return { unmet: [regionDigits], warnings: [] };
  if (region.startsWith(NATIONAL)) return { unmet: [], warnings: [] };
  if (!isProvincePrefix(regions, region.slice(0, 2)))
    return { unmet: [noSuchProvince(region.slice(0, 2))], warnings: [] };
  return { unmet: [], warnings: regionCurrency(region, regions) };
}

/** The 18th character for the first seventeen. */
export function creditCodeCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, i) => total + weight * ALPHABET.indexOf(first17.charAt(i)),
    0,
  );
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The ninth character of an organisation code (GB 11714) for the first eight. */
export function organisationCheckDigit(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(first8.charAt(i), 36),
    0,
  );
  const digit = 11 - (sum % 11);
  if (digit === 11) return '0';
  return digit === 10 ? 'X' : String(digit);
}

/** Adds both check digits to the first sixteen characters: for demonstration data and tests. Throws a RangeError. */
export function completeCreditCode(first16: string): string {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{8}$/.test(first16))
    throw new RangeError(`not the first sixteen characters of a credit code: ${first16}`);
  const first17 = first16 + organisationCheckDigit(first16.slice(8));
  return first17 + creditCodeCheckDigit(first17);
}

const eighteenCharacters = (length: number): UnmetRule => ({
  rule: 'credit-code-has-18-characters',
  message: {
    zh: `统一社会信用代码应为18位，现为${length}位。`,
    en: `A unified social credit code has 18 characters; this one has ${length}.`,
  },
  source: SOURCE,
});

const alphabetOnly = (strangers: string): UnmetRule => ({
  rule: 'credit-code-uses-its-alphabet',
  message: {
    zh: `统一社会信用代码只用数字和大写字母，不用I、O、S、V、Z；请核对第${strangers}位。`,
    en: `A credit code uses digits and capital letters without I, O, S, V and Z; check position ${strangers}.`,
  },
  source: SOURCE,
});

const regionDigits: UnmetRule = {
  rule: 'credit-code-region-is-numeric',
  message: {
    zh: '统一社会信用代码第3至8位（登记管理机关行政区划码）应为数字。',
    en: 'Characters 3 to 8 of a credit code, the region of the registration authority, are digits.',
  },
  source: SOURCE,
};

const organisationDigit: UnmetRule = {
  rule: 'credit-code-organisation-check-digit-correct',
  message: {
    zh: '统一社会信用代码第9至17位（主体标识码）的校验码不正确，请对照证照逐位核对。',
    en: 'The check digit of characters 9 to 17 (organisation code) is wrong; compare with the certificate.',
  },
  source: 'GB 11714-1997',
};

const lastDigit: UnmetRule = {
  rule: 'credit-code-check-digit-correct',
  message: {
    zh: '统一社会信用代码第18位校验码不正确，请对照证照逐位核对。',
    en: 'The 18th character, the check digit, is wrong; compare with the certificate.',
  },
  source: SOURCE,
};

function unknownKind(code: string): UnmetRule[] {
  const [authority, category] = [code.charAt(0), code.charAt(1)];
  if (creditCodeKind(authority, category) !== undefined) return [];
  return [
    {
      rule: 'credit-code-kind-known',
      message: {
        zh: `登记管理部门和机构类别“${authority}${category}”不在已知类别中，请人工核对证照。`,
        en: `The registration authority and category "${authority}${category}" are not known; look at the certificate.`,
      },
      source: SOURCE,
    },
  ];
}
