import {
  propertiesOf,
  withAlternative,
  withElement,
  withFieldSetInConstructor,
  withImport,
  withProperty,
} from './source-edit.js';

const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe('An edit of a source', () => {
  it.each([
    [`const A = ['a', 'b'] as const;`, `const A = ['a', 'b', 'c'] as const;`],
    [`const A = [\n  'a',\n  'b',\n] as const;`, `const A = [ 'a', 'b', 'c', ] as const;`],
    [`const A = Object.freeze(['a'].map(f));`, `const A = Object.freeze(['a', 'c'].map(f));`],
    [`f({ A: [] });`, `f({ A: ['c'] });`],
  ])('puts an element at the end of the list in %j', (text, edited) => {
    expect(flat(withElement('A', `'c'`)(text))).toBe(edited);
  });

  it('puts a property at the end of the outermost object of that name', () => {
    const text = `const table = lifecycle('x', { a: { go: 'b' }, 'b-c': {} });`;

    expect(flat(withProperty('table', 'd: {}')(text))).toContain(`'b-c': {}, d: {} }`);
    expect(flat(withProperty('b-c', `go: 'a'`)(text))).toContain(`'b-c': {go: 'a'} }`);
    expect(propertiesOf(text, 'table')).toEqual(['a', 'b-c']);
  });

  it('adds an import, an alternative, and a field that the constructor sets', () => {
    expect(withImport(`import b from 'b';`)(`import a from 'a';\nconst c = a;\n`)).toBe(
      `import a from 'a';\nimport b from 'b';\nconst c = a;\n`,
    );
    expect(flat(withAlternative('T', '2')('export type T = 1;'))).toBe('export type T = 1 | 2;');
    expect(
      flat(
        withFieldSetInConstructor(
          'b;',
          'this.b = 2;',
        )('class C { a; constructor() { this.a = 1; } }'),
      ),
    ).toBe('class C { a; b; constructor() { this.a = 1; this.b = 2; } }');
  });

  it('says what it does not find instead of writing it somewhere', () => {
    expect(() => withElement('B', '1')('const A = [];')).toThrow('called B');
    expect(() => withProperty('A', 'a: 1')('const A = [];')).toThrow('called A');
    expect(() => withAlternative('T', '1')('const A = [];')).toThrow('no type T');
    expect(() => withFieldSetInConstructor('a;', '')('class C {}')).toThrow('no class');
  });
});
