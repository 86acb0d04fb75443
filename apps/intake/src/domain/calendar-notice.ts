import { refuseWhenUnmet, type UnmetRule } from '@onewindow/kernel';
import { isProvincePrefix, REGIONS } from '@onewindow/identifiers';
import { clockRefusals, yearTableReading, type YearTable } from '@onewindow/statutory-clock';
import { unmet } from './unmet.js';

/**
 * Reads the notice that an administrator publishes. Throws the refusal `calendar-not-acceptable` with everything that is wrong:
 * a mistyped day moves thousands of dates.
 */
export function readNotice(notice: object, city: string): YearTable {
  const { table, unmet: rules } = yearTableReading({ ...notice, version: 1 });
  refuseWhenUnmet([...rules, ...unknownRegions(table, city)], (all) =>
    clockRefusals.refuse('calendar-not-acceptable', all),
  );
  return table;
}

const unknownRegions = ({ regional = [] }: YearTable, city: string): UnmetRule[] =>
  regional.flatMap(({ region }, at) =>
    isRegion(region, city)
      ? []
      : [
          unmet(
            'region-listed',
            `没有行政区划代码“${region}”，请核对；省、市可写前两位、前四位。`,
            `There is no region ${region}; check the digits. A province or a prefecture is its first two or four.`,
            { path: `regional.${at}.region`, source: 'GB/T 2260' },
          ),
        ],
  );

/** A city that is newer than the shipped list knows itself. */
function isRegion(code: string, city: string): boolean {
  if (!/^(\d{2}){1,3}$/.test(code)) return false;
  if (city.startsWith(code)) return true;
  if (code.length === 2) return isProvincePrefix(REGIONS, code);
  return REGIONS.regions.has(code.padEnd(6, '0'));
}
