import { legalDate, type LegalDate } from '@onewindow/kernel';
import { REGION_ROWS } from './region-rows.js';

export type RegionLevel = 'province' | 'prefecture' | 'county';

/** A division of GB/T 2260 that exists today. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
}

/** A division that was dissolved or renumbered; papers issued before still carry its code. */
export interface AbolishedRegion {
  readonly code: string;
  readonly name: string;
  readonly successor?: string;
}

export interface RegionTable {
  /** The day the list was drawn up; a later change has to be loaded with `amendRegions`. */
  readonly asOf: LegalDate;
  readonly regions: ReadonlyMap<string, Region>;
  readonly abolished: ReadonlyMap<string, AbolishedRegion>;
}

export function regionLevel(code: string): RegionLevel {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

const region = (code: string, name: string): Region => ({ code, name, level: regionLevel(code) });

function* regionsOfRow(row: string): Generator<Region> {
  const [prefix = '', name = '', ...counties] = row.split(' ');
  if (name !== '-') yield region(prefix.padEnd(6, '0'), name);
  for (const county of counties) yield region(prefix + county.slice(0, 2), county.slice(2));
}

const byCode = <Row extends { readonly code: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.code, row]));

/** The shipped list: every province, prefecture and county of mid-2023, and two abolished codes that are still met. */
export const REGIONS: RegionTable = Object.freeze({
  asOf: legalDate('2023-06-30'),
  regions: byCode(
    REGION_ROWS.trim()
      .split('\n')
      .flatMap((row) => [...regionsOfRow(row)]),
  ),
  abolished: byCode<AbolishedRegion>([
    { code: '310230', name: '崇明县', successor: '310151' },
    { code: '371523', name: '茌平县', successor: '371503' },
  ]),
});

export interface RegionAmendment {
  readonly asOf: LegalDate;
  readonly added?: readonly { readonly code: string; readonly name: string }[];
  readonly abolished?: readonly AbolishedRegion[];
}

/** The table after a reorganisation: a place keeps its own list of amendments as configuration. */
export function amendRegions(table: RegionTable, amendment: RegionAmendment): RegionTable {
  const { asOf, added = [], abolished = [] } = amendment;
  const gone = new Set(abolished.map(({ code }) => code));
  const kept = [...table.regions.values()].filter(({ code }) => !gone.has(code));
  return {
    asOf,
    regions: byCode([...kept, ...added.map(({ code, name }) => region(code, name))]),
    abolished: byCode([...table.abolished.values(), ...abolished]),
  };
}

/** Whether a province begins with these two digits. */
export const isProvincePrefix = (table: RegionTable, prefix: string): boolean =>
  table.regions.has(`${prefix}0000`);

/** The name from the province down, as on an envelope: 山东省聊城市东昌府区. Empty for an unknown code. */
export function fullRegionName(code: string, table: RegionTable = REGIONS): string {
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  if (!table.regions.has(code)) return '';
  return [...new Set(codes)].map((each) => table.regions.get(each)?.name ?? '').join('');
}
