import { unmetForPublication } from './service-item.js';
import { anItem } from '../../test/situations.js';

const rulesOf = (change: Parameters<typeof anItem>[0]) =>
  unmetForPublication(anItem(change)).map(({ rule }) => rule);

describe('Publishing an item', () => {
  it('is possible when everything is there', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it('needs the law that allows a fee', () => {
    expect(rulesOf({ charged: true })).toEqual(['fee-has-a-basis']);
    expect(rulesOf({ charged: true, feeBasis: '某法 1' })).toEqual([]);
  });

  it('may promise a shorter term than the statute, never a longer one', () => {
    const promise = (days: number) => ({
      promisedTerm: { unit: 'working-day' as const, days, source: '承诺' },
    });

    expect(rulesOf(promise(20))).toEqual([]);
    expect(rulesOf(promise(21))).toEqual(['promise-within-the-statute']);
  });

  it('promises nothing that could be extended', () => {
    const extension = { maxDays: 5, approver: 'agency-head', source: '承诺' } as const;
    const promisedTerm = { unit: 'working-day' as const, days: 10, source: '承诺', extension };

    expect(rulesOf({ promisedTerm })).toEqual(['promise-not-extended']);
  });

  it('lists its lamps from mild to grave', () => {
    const blue = { lamp: 'blue', workingDaysLeft: 3 } as const;
    const red = { lamp: 'red', workingDaysLeft: 1 } as const;

    expect(rulesOf({ warnings: { statutory: [blue, red], promised: [red] } })).toEqual([]);
    expect(rulesOf({ warnings: { promised: [red, blue] } })).toEqual(['lamps-mildest-first']);
  });

  it('takes questions and complaints in different places', () => {
    expect(rulesOf({ complaints: '0999-12345' })).toEqual(['complaints-elsewhere']);
  });

  it('publishes a permit with a sample of its form, a public service may do without', () => {
    const materials = anItem().materials.map(({ sample: _, ...each }) => each);

    expect(rulesOf({ materials })).toEqual(['sample-form-published']);
    expect(rulesOf({ materials, itemType: 'public-service' })).toEqual([]);
  });

  it('names a service of intermediaries only for what they make', () => {
    const materials = anItem().materials.map((each) => ({
      ...each,
      intermediaryService: 'water-quality-testing',
    }));

    expect(rulesOf({ materials })).toEqual(['intermediary-makes-it', 'intermediary-makes-it']);
  });

  it('lists each material once and carries valid codes', () => {
    const [form] = anItem().materials;

    expect(rulesOf({ materials: form ? [form, form] : [] })).toEqual(['material-listed-once']);
    expect(rulesOf({ basicCode: '00012300300' })).not.toEqual([]);
  });
});
