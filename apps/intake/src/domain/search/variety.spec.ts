import fc from 'fast-check';
import { varied } from './variety.js';

const ranked = (name: string, score: number) => ({ name, score });
const variants = ['许可', '审批', '核准', '备案', '登记'].map((act) =>
  ranked(`医疗机构设置${act}（新办）`, 0.9),
);
const names = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name);

describe('What was found', () => {
  it('shows three of one family before others that answer nearly as well', () => {
    const practice = ranked('医疗机构执业登记', 0.85);

    expect(names(varied([...variants, practice]))).toEqual([
      ...names(variants.slice(0, 3)),
      practice.name,
      ...names(variants.slice(3)),
    ]);
  });

  it('shows a whole family before what answers clearly worse', () => {
    const list = [...variants, ranked('动物诊疗机构设立', 0.5)];

    expect(names(varied(list))).toEqual(names(list));
  });

  it('stays as it is where no family is large', () => {
    const list = [...variants.slice(0, 3), ranked('食品经营许可', 0.8), ranked('取水许可', 0.7)];

    expect(names(varied(list))).toEqual(names(list));
  });

  it('is all there, the best of it first', () => {
    const found = fc.record({
      name: fc.string({ unit: fc.constantFrom('食', '品', '证'), maxLength: 6 }),
      score: fc.double({ min: 0.1, max: 1.4, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(found, { maxLength: 40 }), (list) => {
        const best = list.toSorted((one, other) => other.score - one.score);
        const shown = varied(best);
        expect(shown[0]).toBe(best[0]);
        expect(new Set(shown)).toEqual(new Set(best));
        expect(shown).toHaveLength(best.length);
      }),
    );
  });
});
