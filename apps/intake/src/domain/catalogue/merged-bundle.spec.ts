import { teaHouseForm, teaHouseItems, teaHousePlan } from '../../../test/a-bundle.js';
import { anItem } from '../../../test/situations.js';
import type { BundleEdge, BundlePlan } from './bundle-plan.js';
import { itemsOf, mergedFormOf, unmetOfBundle } from './merged-bundle.js';

const known = new Map(teaHouseItems().map((item) => [item.code, item]));
const itemOf = (code: string) => known.get(code);
const withEdges = (...edges: BundleEdge[]): BundlePlan => {
  const plan = teaHousePlan();
  return { ...plan, edges: [...plan.edges, ...edges] };
};
const faultsOf = (plan: BundlePlan, form: unknown = teaHouseForm(), of = itemOf) =>
  unmetOfBundle({ plan, form }, of).map(({ rule, path }) => `${rule} ${path ?? ''}`);

describe('A bundle as a whole', () => {
  it('is sound with its plan, its conditions and its forms', () => {
    expect(faultsOf(teaHousePlan())).toEqual([]);
  });

  it.each<[string, BundlePlan, string]>([
    [
      'an edge back to itself',
      withEdges({ from: 'food', to: 'food', type: 'soft' }),
      'edge-joins-two plan.edges.4',
    ],
    [
      'an edge to no node',
      withEdges({ from: 'food', to: 'wine', type: 'hard' }),
      'node-known plan.edges.4.to',
    ],
    [
      'two edges between two nodes',
      withEdges({ from: 'licence', to: 'food', type: 'soft' }),
      'edge-listed-once plan.edges',
    ],
    [
      'a start of what does not start',
      withEdges({ from: 'food', to: 'name-check', type: 'start' }),
      'edge-has-a-start plan.edges.4',
    ],
    [
      'a node twice',
      teaHousePlan({
        nodes: [...teaHousePlan().nodes, { id: 'food', name: '食品', kind: 'item' }],
      }),
      'node-listed-once plan.nodes',
    ],
    ['a stage that is none', teaHousePlan({ stages: [] }), 'stage-known plan.nodes.2.stage'],
    [
      'a stage twice',
      teaHousePlan({
        stages: [
          { id: 'open', name: '开业前' },
          { id: 'open', name: '开业' },
        ],
      }),
      'stage-listed-once plan.stages',
    ],
    [
      'an inspection of no node',
      teaHousePlan({ jointInspection: ['wine'] }),
      'node-known plan.jointInspection.0',
    ],
  ])('is refused by its place: %s', (_, plan, expected) => {
    expect(faultsOf(plan)).toContain(expected);
  });

  it('is refused with both ends of the edge that closes a circle', () => {
    const circle = withEdges(
      { from: 'food', to: 'tobacco', type: 'hard' },
      { from: 'tobacco', to: 'name-check', type: 'hard' },
    );
    const [fault] = unmetOfBundle({ plan: circle, form: teaHouseForm() }, itemOf);

    expect(fault).toMatchObject({ rule: 'no-cycle', path: 'plan.edges.5' });
    expect(fault?.message.en).toContain('"tobacco" and "name-check" wait for each other');
  });

  it('takes shared data that goes both ways for no circle', () => {
    expect(faultsOf(withEdges({ from: 'food', to: 'licence', type: 'data' }))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['that is none', { field: 'public' }, 'condition-shape plan.nodes.5.when'],
    [
      'on what nobody asks',
      { field: 'floors', atLeast: 2 },
      'condition-field-known plan.nodes.5.when.field',
    ],
    [
      'that never holds',
      { field: 'sells', equals: 'wine' },
      'condition-fits-field plan.nodes.5.when',
    ],
  ])('is refused with a condition %s', (_, when, expected) => {
    const nodes = teaHousePlan().nodes.map((node) =>
      node.id === 'music' ? { ...node, when: when as Record<string, unknown> } : node,
    );
    expect(faultsOf(teaHousePlan({ nodes }))).toEqual([expected]);
  });

  it('is refused where an item is needed only by what itself asks', () => {
    const nodes = teaHousePlan().nodes.map((node) =>
      node.id === 'fire' ? { ...node, when: { field: 'exits', atLeast: 1 } } : node,
    );
    expect(faultsOf(teaHousePlan({ nodes }))).toEqual([
      'asked-in-some-order form.properties.exits.x-when',
    ]);
  });

  it('names both items that define one key differently', () => {
    const fire = {
      ...known.get('fire-check')!,
      form: { type: 'object', properties: { area: { type: 'integer', title: '面积' } } },
    };
    const other = (code: string) => (code === 'fire-check' ? fire : itemOf(code));
    const [fault] = unmetOfBundle({ plan: teaHousePlan(), form: teaHouseForm() }, other);

    expect(fault).toMatchObject({ rule: 'field-means-one-thing', path: 'plan.nodes.3.item' });
    expect(fault?.message.zh).toContain('事项“food-permit”与事项“fire-check”');
  });

  it('is refused with a form of its own that is not sound', () => {
    expect(faultsOf(teaHousePlan(), { type: 'text' })).toEqual(['form-is-a-schema form']);
  });
});

describe('The one form of a bundle', () => {
  const { form, askedBy } = mergedFormOf({ plan: teaHousePlan(), form: teaHouseForm() }, itemOf);

  it('asks its own questions first, and what two items ask once', () => {
    expect(Object.keys(form.properties)).toEqual(['public', 'sells', 'name', 'area', 'exits']);
    expect(askedBy['area']).toEqual(['food-permit', 'fire-check']);
    expect(form.required).toEqual(['public', 'name', 'area', 'exits']);
  });

  it('asks what only a conditional item needs on its condition, and what another always needs always', () => {
    const fire = teaHousePlan().nodes[3];
    expect(form.properties['exits']?.['x-when']).toEqual(fire?.when);
    expect(form.properties['area']?.['x-when']).toBeUndefined();
  });

  it('needs an item of two nodes where either is needed', () => {
    const plan = teaHousePlan({
      nodes: [
        { id: 'a', name: '一', kind: 'item', item: 'x', when: { field: 'public', equals: true } },
        { id: 'b', name: '二', kind: 'item', item: 'x', when: { field: 'public', equals: false } },
      ],
      edges: [],
    });
    expect(itemsOf(plan, () => anItem())[0]?.when).toEqual({
      any: [
        { field: 'public', equals: true },
        { field: 'public', equals: false },
      ],
    });
  });
});
