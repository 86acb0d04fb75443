import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/local-servers';
import { mutated } from './mutation.js';
import { mutations } from './mutations.js';

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
      expect(specs.filter((spec) => !existsSync(join(workspaceRoot(), spec)))).toEqual([]);
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
