import type { UnmetRule } from '@onewindow/kernel';
import { readCreditCode, type CreditCode, type CreditCodeOptions } from './credit-code.js';
import { EXERCISE_LEVELS, ITEM_TYPES } from './item-types.js';
import { asTyped, readingOf, type Reading } from './reading.js';
import { noSuchProvince } from './region-code.js';
import { isProvincePrefix, REGIONS } from './region-table.js';

const SOURCE = 'GB/T 39554.1-2020';
/** The catalogue of the state itself. */
const NATIONAL = '00';

/** The parts of a basic code 基本编码, under which all places list the same service item. */
export interface BasicCode {
  readonly code: string;
  /** First two digits of the province whose catalogue it is; `00` for the national one. */
  readonly province: string;
  readonly itemType: string;
  readonly mainItem: string;
  readonly subItem: string;
}

/** The parts of an implementation code 实施编码: one service item at one agency. */
export interface ImplementationCode {
  readonly code: string;
  readonly agency: CreditCode;
  /** `1` national to `6` village. */
  readonly level: string;
  readonly basic: BasicCode;
}

export interface ItemCodeOptions extends CreditCodeOptions {
  /** Kinds of item in use where catalogues number them differently. */
  readonly itemTypes?: Readonly<Record<string, unknown>>;
}

/** Reads the twelve digits of a basic code. It has no check digit: most typing errors stay unseen. */
export function readBasicCode(text: string, options: ItemCodeOptions = {}): Reading<BasicCode> {
  const code = text.trim();
  return readingOf(() => basicParts(code), basicFaults(code, options));
}

/** Reads the 31 characters of an implementation code: credit code of the agency, level, basic code. */
export function readImplementationCode(
  text: string,
  options: ItemCodeOptions = {},
): Reading<ImplementationCode> {
  const code = asTyped(text);
  if (code.length !== 31) return { ok: false, unmet: [thirtyOne(code.length)] };
  const agency = readCreditCode(code.slice(0, 18), options);
  const basic = readBasicCode(code.slice(19), options);
  const level = code.charAt(18);
  const levelFaults = level in EXERCISE_LEVELS ? [] : [levelKnown(level)];
  if (!agency.ok || !basic.ok || levelFaults.length > 0)
    return {
      ok: false,
      unmet: [...(agency.ok ? [] : agency.unmet), ...levelFaults, ...(basic.ok ? [] : basic.unmet)],
    };
  return {
    ok: true,
    value: { code, agency: agency.value, level, basic: basic.value },
    warnings: [...agency.warnings, ...basic.warnings],
  };
}

const basicParts = (code: string): BasicCode => ({
  code,
  province: code.slice(0, 2),
  itemType: code.slice(2, 4),
  mainItem: code.slice(4, 9),
  subItem: code.slice(9),
});

function basicFaults(code: string, options: ItemCodeOptions): UnmetRule[] {
  if (!/^\d{12}$/.test(code)) return [twelveDigits];
  const { province, itemType } = basicParts(code);
  const { regions = REGIONS, itemTypes = ITEM_TYPES } = options;
  return [
    ...(province === NATIONAL || isProvincePrefix(regions, province)
      ? []
      : [noSuchProvince(province)]),
    ...(itemType in itemTypes ? [] : [itemTypeKnown(itemType)]),
  ];
}

const twelveDigits: UnmetRule = {
  rule: 'basic-code-has-12-digits',
  message: { zh: '基本编码应为12位数字。', en: 'A basic code has twelve digits.' },
  source: SOURCE,
};

const itemTypeKnown = (itemType: string): UnmetRule => ({
  rule: 'basic-code-item-type-known',
  message: {
    zh: `基本编码第3至4位“${itemType}”不是已知的事项类型。`,
    en: `Digits 3 and 4 of the basic code, "${itemType}", are no known kind of service item.`,
  },
  source: SOURCE,
});

const thirtyOne = (length: number): UnmetRule => ({
  rule: 'implementation-code-has-31-characters',
  message: {
    zh: `实施编码应为31位（18位统一社会信用代码、1位行使层级、12位基本编码），现为${length}位。`,
    en: `An implementation code has 31 characters (credit code 18, level 1, basic code 12); this one has ${length}.`,
  },
  source: SOURCE,
});

const levelKnown = (level: string): UnmetRule => ({
  rule: 'implementation-code-level-known',
  message: {
    zh: `实施编码第19位“${level}”不是行使层级（1国家至6村社区）。`,
    en: `Character 19 of the implementation code, "${level}", is no level (1 national to 6 village).`,
  },
  source: SOURCE,
});
