import * as fc from 'fast-check';
import { MOST_WAYS, waysThrough } from './pattern-safety.js';

const LONGEST = 200;

describe('The ways through a pattern', () => {
  it.each([
    ['^\\d{18}$', 1],
    ['^\\d{3,4}-\\d{7,8}$', 4],
    ['^(?:鲁|京)[A-Z][A-Z0-9]{5}$', 2],
    ['^[\\u4e00-\\u9fff]+$', LONGEST],
    ['^(?:a|b){3}$', 8],
    ['^\\p{Script=Han}{2,20}$', 19],
    ['^[\\]\\\\]?$', 2],
  ])('are counted: %s', (pattern, ways) => {
    expect(waysThrough(pattern, LONGEST)).toBe(ways);
  });

  it.each([
    '^(a+)+$',
    '^(a|a)*$',
    '^(?:a?){50}$',
    '^(?:\\d*)(?:\\d*)(?:\\d*)$',
    '^(?:[\\w.]+\\.)+[a-z]{2,20}$',
  ])('are too many where a text could hold the matcher up: %s', (pattern) => {
    expect(waysThrough(pattern, LONGEST)).toBeGreaterThan(MOST_WAYS);
  });

  it.each([
    'a',
    '^a',
    'a$',
    '^a|b$',
    '^(?=a)b$',
    '^(a)\\1$',
    '^(?<n>a)$',
    '^a\\b$',
    '^(a$',
    '^[a$',
    '^(?<=a)b$',
  ])('are not counted, so it is refused: %s', (pattern) => {
    expect(waysThrough(pattern, LONGEST)).toBeUndefined();
  });

  it('bound the time that a text takes, whatever the pattern', () => {
    const part = fc.constantFrom(
      'a',
      'a?',
      'a*',
      'a+',
      '[ab]',
      '(?:a|b)',
      '(?:a|ab)',
      'a{2,9}',
      '(?:a?b?)',
      '.',
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const pattern = `^${parts.join('')}$`;
        const ways = waysThrough(pattern, LONGEST);
        if (ways === undefined || ways > MOST_WAYS) return;
        const expression = new RegExp(pattern, 'u');
        const begun = process.cpuUsage();
        expression.test(`${'a'.repeat(LONGEST)}!`);
        const { user } = process.cpuUsage(begun);
        expect(user).toBeLessThan(500_000);
      }),
      { numRuns: 300 },
    );
  });
});
