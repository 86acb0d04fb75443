import { aDefinition, decision, LARGE, review } from '../../../test/processes.js';
import { conditionText, diagramOf } from './diagram.js';

describe('The diagram of a definition', () => {
  it('shows stages, conditions, joins and returns', () => {
    const text = diagramOf(LARGE);

    expect(text).toMatch(/^flowchart LR\n/);
    expect(text).toContain('s_review --> s_fire');
    expect(text).toContain('siteArea ≥ 1000');
    expect(text).toContain('s_council -. 退回 .-> s_review');
    expect(text).toContain('{{"环节 decision<br/>agency-head"}}');
  });

  it('lets nothing in a name end its box or become markup', () => {
    const name = '"]; click s_review "javascript:alert(1)" <b>';
    const text = diagramOf(aDefinition([review([], { name }), decision(['review'])]));

    expect(text).not.toContain('<b>');
    expect(text.split('\n')).toHaveLength(4);
    expect(text.split('\n')[1]).toBe(
      '  s_review["#34;]; click s_review #34;javascript:alert(1)#34; #60;b#62;<br/>approver"]',
    );
  });

  it('reads a condition out', () => {
    expect(
      conditionText({ all: [{ field: 'a', equals: 1 }, { not: { field: 'b', present: true } }] }),
    ).toBe('a = 1 且 非（填写了 b）');
  });
});
