import { anItem } from '../../../test/situations.js';
import { changedFields, compare } from './comparison.js';

describe('Comparing two versions of an item', () => {
  it('names every place that differs, materials by their codes', () => {
    const before = anItem();
    const [form, report, licence] = before.materials;
    const after = anItem({
      name: '新名称',
      validityYears: 5,
      materials: [licence!, { ...form!, acceptanceStandard: '签章' }],
    });

    expect(compare(before, after)).toEqual([
      { path: 'name', before: before.name, after: '新名称' },
      { path: 'materials.form.acceptanceStandard', before: '完整', after: '签章' },
      { path: 'materials.report', before: report },
      { path: 'validityYears', after: 5 },
    ]);
    expect(changedFields(before, after)).toEqual(['name', 'materials', 'validityYears']);
  });

  it('finds nothing in what is alike, and tells a list without codes by its places', () => {
    expect(compare(anItem(), anItem())).toEqual([]);
    expect(compare({ a: ['x', 'y'] }, { a: ['x', 'z'] })).toEqual([
      { path: 'a.1', before: 'y', after: 'z' },
    ]);
  });
});
