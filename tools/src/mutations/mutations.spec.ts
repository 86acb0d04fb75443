import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/local-servers';
import { fileOf, mutated } from './mutation.js';
import { mutations } from './mutations.js';
import { withTable } from './table.js';

const textOf = (path: string) => readFileSync(join(workspaceRoot(), path), 'utf8');

describe('The mutations of `npm run mutations`', () => {
  it.each(mutations.map((each) => [each.name, each] as const))(
    '"%s" still applies to the sources, and its specs are there',
    (name, { hunks, specs }) => {
      const texts = new Map(hunks.map(({ file }) => [file, textOf(file)]));
      for (const hunk of hunks) {
        const text = texts.get(hunk.file) ?? '';
        texts.set(hunk.file, mutated(text, hunk, name));
        expect(texts.get(hunk.file)).not.toBe(text);
      }
      expect(specs.filter((spec) => !existsSync(join(workspaceRoot(), fileOf(spec))))).toEqual([]);
      expect(specs.length).toBeGreaterThan(0);
    },
  );

  it('have names of their own', () => {
    expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
  });

  it('name themselves when the sources have moved on', () => {
    const hunk = { file: 'a.ts', find: 'gone', replace: 'x' };
    expect(() => mutated('something else', hunk, 'lost join')).toThrow(
      'The mutation "lost join" no longer applies: its text occurs 0 times in a.ts.',
    );
    expect(() => mutated('gone, gone', hunk, 'lost join')).toThrow('occurs 2 times');
  });
});

describe('The table of mutations', () => {
  const mutation = { name: 'lost join', harm: 'it waits', hunks: [], specs: [] };
  const tried = {
    failed: [{ file: 'a.spec.ts', title: 'A joins' }],
    passed: 1,
    broken: [],
    seconds: 3,
  };

  it('renews what was tried, keeps what was not, and drops what is no more', () => {
    const page = [
      'x <!-- mutations:begin -->',
      '| lost join | old | **not caught** |  | 1 s |',
      '| join twice | kept | caught | b | 2 s |',
      '| gone | gone | caught | c | 2 s |',
      '<!-- mutations:end --> y',
    ].join('\n');
    const names = ['lost join', 'join twice'];
    const renewed = withTable(page, [{ mutation, tried, isCaught: true }], names);

    expect(renewed.split('\n').slice(4, 6)).toEqual([
      '| lost join | it waits | caught | `a.spec.ts`: A joins | 3 s |',
      '| join twice | kept | caught | b | 2 s |',
    ]);
    expect(renewed).not.toContain('gone');
    expect(withTable(renewed, [], names)).toBe(renewed);
    expect(() => withTable('nothing', [], names)).toThrow('no place');
  });
});
