import { legalDate } from '@onewindow/kernel';
import { CURRENT_REGIONS, INVALID_REGIONS } from '../test/vectors.js';
import { unmetAt } from './reading.js';
import { readRegionCode } from './region-code.js';
import { amendRegions, fullRegionName, REGIONS } from './region-table.js';

const rulesOf = (code: string, options = {}) =>
  unmetAt(readRegionCode(code, options), 'region').map(({ rule }) => rule);

describe('A region code', () => {
  it.each(CURRENT_REGIONS)('is read: %s %s', (code, name, full) => {
    expect(readRegionCode(code)).toMatchObject({ ok: true, value: { code, name }, warnings: [] });
    expect(fullRegionName(code)).toBe(full);
  });

  it.each(INVALID_REGIONS)('is refused: %s (%s: %s)', (code, unmet) => {
    expect(rulesOf(code)).toEqual([unmet]);
  });

  it('that was abolished is accepted with a warning where history counts', () => {
    expect(readRegionCode('371523', { acceptAbolished: true })).toMatchObject({
      ok: true,
      value: { code: '371523', name: '茌平县', level: 'county' },
      warnings: [{ rule: 'region-in-force' }],
    });
  });

  it.each([
    ['370000', 'province'],
    ['371500', 'prefecture'],
    ['371502', 'county'],
  ])('knows its level: %s is a %s', (code, level) => {
    expect(readRegionCode(code)).toMatchObject({ value: { level } });
  });

  it.each(['', '3715021', '37150２', 'constructor', '__proto__'])(
    'is not any other text: %j',
    (text) => {
      expect(rulesOf(text)).toEqual(['region-code-has-six-digits']);
    },
  );
});

describe('The region table', () => {
  it('has 34 provinces, and every county lies in a listed province', () => {
    const codes = [...REGIONS.regions.values()];
    const provinces = codes.filter(({ level }) => level === 'province');

    expect(provinces).toHaveLength(34);
    expect(codes.filter(({ code }) => !REGIONS.regions.has(`${code.slice(0, 2)}0000`))).toEqual([]);
    expect(codes.filter(({ name }) => !/^[\u4e00-\u9fff]{2,}$/.test(name))).toEqual([]);
  });

  it('has the 333 prefectures and about 2,840 counties of mid-2023', () => {
    const counted = Object.groupBy([...REGIONS.regions.values()], ({ level }) => level);

    expect(counted.prefecture).toHaveLength(333);
    expect(counted.county).toHaveLength(2843);
  });

  it('gives no code twice', () => {
    const abolished = [...REGIONS.abolished.keys()].filter((code) => REGIONS.regions.has(code));

    expect(abolished).toEqual([]);
  });

  it('takes the amendments of a place', () => {
    const amended = amendRegions(REGIONS, {
      asOf: legalDate('2026-01-01'),
      added: [{ code: '371504', name: '新城区' }],
      abolished: [{ code: '371521', name: '阳谷县', successor: '371504' }],
    });

    expect(rulesOf('371504', { regions: amended })).toEqual([]);
    expect(rulesOf('371521', { regions: amended })).toEqual(['region-in-force']);
    expect(rulesOf('371521')).toEqual([]);
  });
});
