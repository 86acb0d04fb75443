import { zhGuidePage } from '../language/zh-guide-page.js';
import { edgesInWords, nodesByStage, type Plan } from './plan-in-words.js';

const node = (id: string, stage?: string): Plan['nodes'][number] => ({
  id,
  name: `事项${id}`,
  kind: 'item',
  ...(stage !== undefined && { stage }),
});

const plan: Plan = {
  stages: [
    { id: 'S1', name: '立项' },
    { id: 'S2', name: '施工' },
    { id: 'S3', name: '空的阶段' },
  ],
  nodes: [node('b', 'S2'), node('a', 'S1'), node('c'), node('d', 'S9')],
  edges: [
    { from: 'a', to: 'c', type: 'soft' },
    { from: 'b', to: 'c', type: 'start' },
    { from: 'a', to: 'b', type: 'hard', basis: '城乡规划法 40' },
  ],
};

describe('The parts of a bundle', () => {
  it('stand stage by stage, and what has none comes last', () => {
    expect(nodesByStage(plan).map(({ name, nodes }) => [name, nodes.map(({ id }) => id)])).toEqual([
      ['立项', ['a']],
      ['施工', ['b']],
      [undefined, ['c', 'd']],
    ]);
  });

  it('are ordered in sentences, what holds up a decision first', () => {
    expect(edgesInWords(plan, zhGuidePage.edges)).toEqual([
      { sentence: '“事项a”有结果以后，“事项b”才能作决定。', basis: '城乡规划法 40' },
      { sentence: '“事项b”没有办完，不影响“事项c”的决定，但不得开工、营业。' },
      { sentence: '建议先办“事项a”，再办“事项c”。' },
    ]);
  });
});
