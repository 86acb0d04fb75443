import * as fc from 'fast-check';
import type { Answers } from '@onewindow/kernel';
import { teaHouseForm, teaHouseItems, teaHousePlan } from '../../test/a-bundle.js';
import { aForm } from '../../test/a-form.js';
import {
  aCatalogue,
  aFiling,
  anItem,
  handedIn,
  OWNER,
  RECEIVED,
  rulesOf,
  TERMS,
} from '../../test/situations.js';
import { materialsTogether, mergedMaterials } from './catalogue/merged-materials.js';
import { comesBefore } from './catalogue/needed-plan.js';
import { resubmit } from './correction.js';
import { answersToTell, filedForm } from './filed-form.js';
import { fileApplication } from './filing.js';
import type { Catalogue } from './service-item.js';

const teaHouse = (): Catalogue => ({
  ...aCatalogue(...teaHouseItems()),
  bundle: {
    id: 'tea-house',
    edition: 1,
    name: '开茶馆一件事',
    items: teaHouseItems().map(({ code }) => code),
    jointInspection: ['food-permit', 'fire-check'],
    plan: teaHousePlan(),
    form: teaHouseForm(),
  },
});
const SMALL: Answers = { public: true, sells: ['tea'], name: '清风', area: 80 };
const LARGE: Answers = { ...SMALL, area: 350, exits: 2, sells: ['tea', 'tobacco'] };

const filed = (answers: Answers | undefined, items: readonly string[] = []) =>
  filedForm({ items, ...(answers && { answers }) }, teaHouse(), TERMS.checkAnswers);
const faultsOf = (answers: Answers | undefined, items: readonly string[] = []) =>
  filed(answers, items).unmet.map(({ rule, path }) => `${rule} ${path ?? ''}`);

const aTeaHouse = (answers: Answers, materials: readonly string[] = []) =>
  fileApplication(
    aFiling({
      items: [],
      bundle: 'tea-house',
      answers,
      handedIn: materials.map((each) => handedIn(each)),
    }),
    teaHouse(),
    RECEIVED,
    TERMS,
  ).state;

describe('Filing a bundle', () => {
  it('needs the items that follow from the answers, in the order of the plan', () => {
    expect(filed(SMALL)).toMatchObject({ items: ['business-licence', 'food-permit'], unmet: [] });
    expect(filed(LARGE)).toMatchObject({
      items: ['business-licence', 'food-permit', 'fire-check', 'tobacco-permit'],
      unmet: [],
    });
  });

  it('keeps the nodes that are needed, and what comes before what between them', () => {
    expect(filed(SMALL).plan).toEqual({
      stages: [{ id: 'open', name: '开业前' }],
      nodes: [
        { id: 'name-check', name: '名称核验', kind: 'data-check' },
        { id: 'licence', name: '营业执照', kind: 'item', item: 'business-licence' },
        { id: 'food', name: '食品经营许可', kind: 'item', item: 'food-permit', stage: 'open' },
      ],
      edges: [
        { from: 'name-check', to: 'licence', type: 'hard' },
        { from: 'licence', to: 'food', type: 'data' },
      ],
    });
    expect(filed(LARGE).plan?.nodes.find(({ id }) => id === 'fire')?.optional).toBeUndefined();
  });

  it('asks for the answer that a condition turns on and guesses none', () => {
    const { public: _, sells: __, ...rest } = SMALL;
    expect(faultsOf({ ...rest, area: 350 })).toEqual([
      'answer-needed answers.public',
      'answer-needed answers.sells',
    ]);
    expect(faultsOf(undefined)).toEqual([
      'answer-needed answers.public',
      'answer-needed answers.area',
      'answer-required answers.name',
      'answer-needed answers.sells',
    ]);
  });

  it('does not ask for what no longer decides anything', () => {
    expect(faultsOf({ public: false, sells: [], name: '清风', area: 350 })).toEqual([]);
  });

  it.each<[string, Answers, readonly string[], string[]]>([
    ['just these items', SMALL, ['food-permit', 'business-licence'], []],
    ['too few', SMALL, ['food-permit'], ['needed-item-named items']],
    [
      'too many',
      SMALL,
      ['business-licence', 'food-permit', 'fire-check'],
      ['item-needed-by-answers items.2'],
    ],
  ])('may name the items: %s', (_, answers, items, faults) => {
    expect(faultsOf(answers, items)).toEqual(faults);
  });

  it('does not ask for a material that an earlier item of the same plan results in', () => {
    const { items } = aTeaHouse(SMALL);
    expect(items.map(({ materials }) => materials.map(({ code }) => code))).toEqual([
      ['identity'],
      ['floor-plan'],
    ]);
    expect(rulesOf(() => aTeaHouse(SMALL, ['licence-copy']))).toEqual(['material-in-guide']);
    expect(comesBefore(teaHousePlan(), 'food-permit', 'fire-check')).toBe(false);
    expect(comesBefore(teaHousePlan(), 'business-licence', 'business-licence')).toBe(false);
  });

  it('keeps the answers, the form and the plan with the application', () => {
    const state = aTeaHouse(LARGE);
    expect(state).toMatchObject({
      answers: LARGE,
      decisive: ['public', 'area', 'sells'],
      jointInspection: ['food-permit', 'fire-check'],
    });
    expect(Object.keys(state.form?.properties ?? {})).toContain('exits');
  });

  it('offers nothing of an item that ended or is not there', () => {
    const catalogue = teaHouse();
    const ended = catalogue.items.get('tobacco-permit')!;
    const items = new Map(catalogue.items).set('tobacco-permit', {
      ...ended,
      retired: { on: '2026-01-01' as never, reason: '取消' },
    });
    const { items: needed, plan } = filedForm(
      { items: [], answers: LARGE },
      { ...catalogue, items },
      TERMS.checkAnswers,
    );

    expect(needed).not.toContain('tobacco-permit');
    expect(plan?.nodes.find(({ id }) => id === 'tobacco')).toEqual({
      id: 'tobacco',
      name: '烟草零售许可',
      kind: 'item',
    });
  });

  it('asks on what its conditions turn on where an item has come to ask it no more', () => {
    const catalogue = teaHouse();
    const items = new Map(catalogue.items);
    for (const code of ['food-permit', 'fire-check']) {
      const known = items.get(code)!;
      const { form: _, ...item } = known.item;
      items.set(code, { ...known, item });
    }
    const area = { type: 'number', title: '面积（平方米）' } as const;
    const bundle = { ...catalogue.bundle!, decisive: { area } };
    const { exits: _, ...answers } = LARGE;
    const { unmet, items: needed } = filedForm(
      { items: [], answers },
      { items, bundle },
      TERMS.checkAnswers,
    );

    expect(unmet).toEqual([]);
    expect(needed).toContain('fire-check');
  });

  it('never needs what its condition denies, nor leaves out what it affirms, whatever the answers', () => {
    const anyAnswers = fc.record(
      {
        public: fc.boolean(),
        sells: fc.subarray(['tea', 'tobacco']),
        name: fc.constant('清风'),
        area: fc.integer({ min: 1, max: 500 }),
        exits: fc.integer({ min: 1, max: 9 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { items, unmet } = filed(answers);
        if (unmet.length > 0) return;
        expect(items.includes('fire-check')).toBe(
          answers.public === true && (answers.area ?? 0) >= 200,
        );
        expect(items.includes('tobacco-permit')).toBe(answers.sells?.includes('tobacco') === true);
      }),
    );
  });
});

describe('Filing an item', () => {
  const catalogue = aCatalogue(anItem({ form: { ...aForm() } }));
  const file = (answers?: Answers) =>
    fileApplication(aFiling({ ...(answers && { answers }) }), catalogue, RECEIVED, TERMS).state;
  const ANSWERS: Answers = {
    siteArea: 186.5,
    use: 'restaurant',
    seats: 40,
    manager: { name: '林悦' },
    plate: '18号',
    sells: ['wine'],
  };

  it('is held against its form', () => {
    expect(file(ANSWERS).answers).toEqual(ANSWERS);
    expect(rulesOf(() => file())).toContain('answer-required');
    expect(rulesOf(() => file({ ...ANSWERS, siteArea: 'large' }))).toEqual(['answer-type']);
  });

  it('takes no answers where there is no form', () => {
    const plain = () =>
      fileApplication(aFiling({ answers: { area: 1 } }), aCatalogue(), RECEIVED, TERMS);
    expect(rulesOf(plain)).toEqual(['answer-in-form']);
  });

  it('tells the bureau what was measured or chosen, and nothing personal or in own words', () => {
    expect(answersToTell(file(ANSWERS))).toEqual({
      siteArea: 186.5,
      use: 'restaurant',
      seats: 40,
      sells: ['wine'],
    });
  });

  const awaiting = () => ({ ...file(ANSWERS), status: 'awaiting-correction' as const });
  const corrected = (answers: Answers, application = awaiting()) =>
    resubmit(application, { handedIn: [], answers, by: OWNER }, RECEIVED, TERMS);

  it('is corrected under the form that it was filed under', () => {
    const { state, events } = corrected({ ...ANSWERS, seats: 44 });
    expect(state.answers?.['seats']).toBe(44);
    expect(events).toEqual([{ type: 'corrections-received', materials: [], answers: ['seats'] }]);
    expect(rulesOf(() => corrected({ ...ANSWERS, seats: -1 }))).toEqual(['answer-minimum']);
  });

  it('is not corrected into needing other items', () => {
    const application = { ...aTeaHouse(SMALL), status: 'awaiting-correction' as const };
    expect(rulesOf(() => corrected({ ...SMALL, name: '明月' }, application))).toEqual([]);
    expect(rulesOf(() => corrected({ ...SMALL, area: 90 }, application))).toEqual([
      'answer-decided',
    ]);
  });
});

describe('The one set of materials', () => {
  it('asks for each once, as the strictest item does, with the standards of all', () => {
    const merged = mergedMaterials(teaHouseItems());
    expect(merged.map(({ code }) => code)).toEqual([
      'identity',
      'licence-copy',
      'floor-plan',
      'lease',
    ]);
    expect(merged[2]).toMatchObject({
      necessity: 'required',
      validMonths: 6,
      items: ['food-permit', 'fire-check'],
      standards: [
        { item: 'food-permit', acceptanceStandard: 'floor-plan完整' },
        { item: 'fire-check', acceptanceStandard: '标明疏散通道' },
      ],
    });
  });

  it('leaves out what one of the items results in for another, and only where that is among them', () => {
    const [licence, food, fire] = teaHouseItems();
    const codesOf = (...items: (typeof licence)[]) =>
      materialsTogether(
        items.flatMap((item) => item ?? []),
        teaHousePlan(),
      ).map(({ code }) => code);

    expect(codesOf(licence, food, fire)).toEqual(['identity', 'floor-plan']);
    expect(codesOf(food, fire)).toEqual(['licence-copy', 'floor-plan']);
  });
});
