import { legalDate } from '@onewindow/kernel';
import { anItem, rulesOf } from '../../../test/situations.js';
import type { CatalogueItem } from '../service-item.js';
import { orderChange, retireItem, underNewAgency, type PowerChange } from './power-change.js';

const today = legalDate('2026-11-22');
const item = anItem({
  decidingAgency: 'city-management',
  decidingAgencyName: '城市管理局',
  powerSource: 'statutory',
});
const stored: CatalogueItem = { id: item.code, edition: 3, item };
const change = (differs: Partial<PowerChange> = {}): PowerChange => ({
  kind: 'transfer',
  effectiveOn: legalDate('2026-12-01'),
  basis: '海政发〔2026〕8号',
  agency: 'bureau',
  agencyName: '行政审批服务局',
  ...differs,
});
const unmetOf = (ordered: PowerChange, of = stored) =>
  rulesOf(() => orderChange(of, ordered, today));

describe('A change of the power behind an item', () => {
  it.each(['transfer', 'delegate', 'undertake'] as const)(
    'is noted with its day, its act, who decided and who decides then: %s',
    (kind) => {
      const { state, events } = orderChange(stored, change({ kind }), today);

      const noted = {
        kind,
        effectiveOn: '2026-12-01',
        basis: '海政发〔2026〕8号',
        from: '城市管理局',
        to: '行政审批服务局',
      };
      expect(state.powers).toEqual([noted]);
      expect(events).toEqual([{ type: 'power-changed', change: noted }]);
      expect(state.item).toBe(item);
    },
  );

  it('names nobody who decides then where the item is cancelled', () => {
    const { state } = orderChange(stored, change({ kind: 'cancel' }), today);

    expect(state.powers?.[0]).not.toHaveProperty('to');
    expect(retireItem(state, today, '国发〔2026〕9号').state.retired).toEqual({
      on: today,
      reason: '国发〔2026〕9号',
    });
  });

  it('is told all that it lacks at once', () => {
    const {
      agency: _,
      agencyName: __,
      ...nobody
    } = change({
      kind: 'delegate',
      effectiveOn: legalDate('2026-11-21'),
    });
    const ended = { ...stored, retired: { on: today, reason: '取消' } };

    expect(unmetOf(nobody, ended)).toEqual(['item-in-force', 'from-now-on', 'new-agency-named']);
  });

  it('goes to another agency than the one that decides already', () => {
    expect(unmetOf(change({ agency: 'city-management' }))).toEqual(['another-agency']);
  });
});

describe('An item under its new agency', () => {
  it('goes on being supervised by whoever decided until a transfer', () => {
    const { supervisingDepartment: _, ...unsupervised } = item;

    expect(underNewAgency(unsupervised, change())).toMatchObject({
      decidingAgency: 'bureau',
      decidingAgencyName: '行政审批服务局',
      supervisingDepartment: 'city-management',
      powerSource: 'statutory',
    });
  });

  it('is supervised by the department that the order names', () => {
    const named = change({ supervisingDepartment: 'water-affairs' });

    expect(underNewAgency(item, named).supervisingDepartment).toBe('water-affairs');
  });

  it.each(['delegate', 'undertake'] as const)('rests on a power from above after: %s', (kind) => {
    expect(underNewAgency(item, change({ kind })).powerSource).toBe('delegated-by-superior');
  });

  it('carries no code of the agency that it left', () => {
    const coded = { ...item, agencyCreditCode: 'x', implementationCode: 'y' };

    expect(underNewAgency(coded, change())).not.toHaveProperty('agencyCreditCode');
    expect(underNewAgency(coded, change())).not.toHaveProperty('implementationCode');
  });
});
