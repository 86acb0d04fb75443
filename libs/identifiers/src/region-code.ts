import type { UnmetRule } from '@onewindow/kernel';
import { readingOf, type Reading } from './reading.js';
import {
  isProvincePrefix,
  regionLevel,
  REGIONS,
  type Region,
  type RegionTable,
} from './region-table.js';

const SOURCE = 'GB/T 2260';

export interface RegionReadingOptions {
  readonly regions?: RegionTable;
  /** Accepts an abolished code with a warning: right for a birthplace, wrong for today's address. */
  readonly acceptAbolished?: boolean;
}

/** Reads the six digits of a division. Addresses need one that exists today. */
export function readRegionCode(text: string, options: RegionReadingOptions = {}): Reading<Region> {
  const { regions = REGIONS, acceptAbolished = false } = options;
  const code = text.trim();
  if (!/^\d{6}$/.test(code)) return { ok: false, unmet: [sixDigits] };
  const current = regions.regions.get(code);
  if (current !== undefined) return { ok: true, value: current, warnings: [] };
  const former = regions.abolished.get(code);
  const rule = regionCurrency(code, regions);
  if (former === undefined || !acceptAbolished) return { ok: false, unmet: rule };
  return readingOf(() => ({ code, name: former.name, level: regionLevel(code) }), [], rule);
}

/** What is to be said about a six-digit code: nothing when the division exists today. */
export function regionCurrency(code: string, table: RegionTable): UnmetRule[] {
  if (table.regions.has(code)) return [];
  if (!isProvincePrefix(table, code.slice(0, 2))) return [noSuchProvince(code.slice(0, 2))];
  const former = table.abolished.get(code);
  return [former === undefined ? notListed(code, table) : abolished(former, table)];
}

const sixDigits: UnmetRule = {
  rule: 'region-code-has-six-digits',
  message: { zh: '行政区划代码应为6位数字。', en: 'A region code has six digits.' },
  source: SOURCE,
};

export const noSuchProvince = (prefix: string): UnmetRule => ({
  rule: 'region-province-exists',
  message: {
    zh: `行政区划代码前两位“${prefix}”不是任何省份的代码，请核对。`,
    en: `No province has a region code that begins with "${prefix}"; check the digits.`,
  },
  source: SOURCE,
});

const notListed = (code: string, { asOf }: RegionTable): UnmetRule => ({
  rule: 'region-listed',
  message: {
    zh: `行政区划代码${code}不在截至${asOf}的区划表中，请核对。`,
    en: `The region code ${code} is not in the list of ${asOf}; check the digits.`,
  },
  source: SOURCE,
});

function abolished(
  { code, name, successor }: { code: string; name: string; successor?: string },
  table: RegionTable,
): UnmetRule {
  const heir = successor === undefined ? undefined : table.regions.get(successor);
  return {
    rule: 'region-in-force',
    message: {
      zh: `行政区划代码${code}（${name}）已撤销${heir ? `，现为${heir.code}（${heir.name}）` : ''}。`,
      en: `The region code ${code} (${name}) was abolished${heir ? `; today it is ${heir.code} (${heir.name})` : ''}.`,
    },
    source: SOURCE,
  };
}
