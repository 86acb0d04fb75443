import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

const seed = Date.now();

describe('The canonical text of a value', () => {
  it('is the one of RFC 8785', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };

    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by their UTF-16 code units', () => {
    const keys = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      ö: 7,
    };

    expect(canonicalJson(keys)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
  });

  it('sorts the keys of large objects as those of small ones', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 60 }), (keys) => {
        const storableKeys = keys.filter(storable);
        const value = Object.fromEntries(storableKeys.map((key) => [key, 0]));
        const expected = Object.keys(value)
          .sort()
          .map((key) => `${JSON.stringify(key)}:0`);
        expect(canonicalJson(value)).toBe(`{${expected.join(',')}}`);
      }),
      { seed },
    );
  });

  it('says the same of equal values, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(storable(value));
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { seed },
    );
  });

  it('leaves out fields that are undefined', () => {
    expect(canonicalJson({ a: undefined, b: [undefined, 1] })).toBe('{"b":[null,1]}');
  });

  it.each([
    ['a date', { at: new Date(0) }],
    ['a map', new Map([[1, 2]])],
    ['bytes', Buffer.from('x')],
    ['a function', { f: () => 1 }],
    ['a bigint', 1n],
    ['nothing', undefined],
    ['no number', Number.NaN],
  ])('does not exist for %s', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it.each([
    ['a NUL', 'a\0b'],
    ['half a character', '\ud800'],
    ['a key with a NUL', { 'a\0': 1 }],
  ])('refuses %s, which PostgreSQL cannot hold', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow('text-not-storable');
  });

  it('refuses what is nested without measure', () => {
    let nested: unknown = 1;
    for (let depth = 0; depth < 100; depth += 1) nested = [nested];

    expect(() => canonicalJson(nested)).toThrow('nested-too-deeply');
  });

  it('treats a field named __proto__ like any other', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"a":1},"b":2}'))).toBe(
      '{"__proto__":{"a":1},"b":2}',
    );
  });
});

const storable = (value: unknown): boolean => {
  const text = JSON.stringify(value);
  return !/\\u0000|\\ud[89a-f]/i.test(text);
};

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, reversed(field)]),
  );
}
