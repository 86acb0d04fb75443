import { caseScripts } from './case-script.js';
import { SERIAL } from './unit-template.js';

const unit = {
  rows: [],
  updates: {},
  inserts: { application: [`{"id":"a-${SERIAL}"}`] },
  lists: {},
};
const reading = (perCase: number) => ({ shape: '', perCase, statement: 'select 1;' });

describe('a pgbench script of whole cases', () => {
  it('commits as many units together as the service did', () => {
    const scripts = caseScripts([unit, unit], [], 2.4);
    expect(scripts.map(({ cases, weight }) => ({ cases, weight }))).toEqual([
      { cases: 2, weight: 60 },
      { cases: 3, weight: 40 },
    ]);
    expect(scripts.map(({ text }) => text.match(/journal_commit/g)?.length)).toEqual([2, 2]);
    expect(scripts[1]?.text.match(/^\\set s :s \+ 1$/gm)).toHaveLength(3);
  });

  it('commits singly where the service did', () => {
    expect(caseScripts([unit], [], 1)).toMatchObject([{ cases: 1, weight: 100 }]);
  });

  it('repeats what accompanies a case, the fraction by chance', () => {
    const text = caseScripts([], [reading(2.25)], 1)[0]?.text ?? '';
    expect(text.match(/^select 1;$/gm)).toHaveLength(3);
    expect(text).toContain('\\if :chance < 250\nselect 1;\n\\endif');
  });
});
