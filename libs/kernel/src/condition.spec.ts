import * as fc from 'fast-check';
import { holdsFor as holdsForAll } from '../test/seeded.js';
import {
  askedBy,
  comparisonsOf,
  fieldsOfCondition,
  holdsFor,
  unmetOfCondition,
  type Answers,
  type Condition,
} from './condition.js';

describe('A condition on answers', () => {
  it.each<[string, Condition, Answers, boolean | 'unknown']>([
    ['equal', { field: 'use', equals: 'shop' }, { use: 'shop' }, true],
    ['not equal', { field: 'use', equals: 'shop' }, { use: 'school' }, false],
    ['equal to no', { field: 'smoke', equals: false }, { smoke: false }, true],
    ['text is no number', { field: 'floor', equals: 1 }, { floor: '1' }, false],
    [
      'one of several answers',
      { field: 'sells', equals: 'wine' },
      { sells: ['tea', 'wine'] },
      true,
    ],
    ['none of the answers', { field: 'sells', oneOf: ['wine'] }, { sells: [] }, false],
    ['one of', { field: 'use', oneOf: ['shop', 'school'] }, { use: 'school' }, true],
    ['at least, just', { field: 'area', atLeast: 200 }, { area: 200 }, true],
    ['at least, not quite', { field: 'area', atLeast: 200 }, { area: 199.9 }, false],
    ['at most, just', { field: 'area', atMost: 200 }, { area: 200 }, true],
    ['at most, over', { field: 'area', atMost: 200 }, { area: 201 }, false],
    ['measured without a number', { field: 'area', atMost: 200 }, { area: 'large' }, 'unknown'],
    ['not answered', { field: 'area', atMost: 200 }, {}, 'unknown'],
    ['answered with nothing', { field: 'use', equals: 'shop' }, { use: '' }, 'unknown'],
    ['answered with null', { field: 'use', equals: 'shop' }, { use: null }, 'unknown'],
    ['a name that all objects have', { field: 'constructor', present: true }, {}, false],
    ['present', { field: 'note', present: true }, { note: 'x' }, true],
    ['absent', { field: 'note', present: false }, {}, true],
  ])('%s', (_, condition, answers, expected) => {
    expect(holdsFor(condition, answers)).toBe(expected);
  });

  const YES: Condition = { field: 'yes', equals: true };
  const NO: Condition = { field: 'no', equals: true };
  const OPEN: Condition = { field: 'open', equals: true };
  const SAID: Answers = { yes: true, no: false };

  it.each<[string, Condition, boolean | 'unknown']>([
    ['all of yes and open', { all: [YES, OPEN] }, 'unknown'],
    ['all of no and open', { all: [NO, OPEN] }, false],
    ['any of yes and open', { any: [YES, OPEN] }, true],
    ['any of no and open', { any: [NO, OPEN] }, 'unknown'],
    ['not open', { not: OPEN }, 'unknown'],
    ['not no', { not: NO }, true],
  ])('is told as far as the answers go: %s', (_, condition, expected) => {
    expect(holdsFor(condition, SAID)).toBe(expected);
  });

  it('names the fields that have to be asked, and none that no longer matters', () => {
    const condition: Condition = { any: [{ all: [NO, OPEN] }, { all: [YES, OPEN] }] };
    expect(askedBy(condition, SAID)).toEqual(['open']);
    expect(askedBy({ any: [YES, OPEN] }, SAID)).toEqual([]);
    expect(fieldsOfCondition(condition)).toEqual(['no', 'open', 'yes']);
  });

  it('names each comparison by where it stands', () => {
    expect(comparisonsOf({ all: [YES, { not: { any: [NO] } }] }, 'when')).toEqual([
      { path: 'when.all.0', comparison: YES },
      { path: 'when.all.1.not.any.0', comparison: NO },
    ]);
  });
});

const anyField = fc.constantFrom('a', 'b', 'c');
const anyLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: anyField, equals: fc.constantFrom('x', 'y', 1, true) }),
  fc.record({ field: anyField, oneOf: fc.constantFrom(['x'], ['x', 'y'], [1, 2]) }),
  fc.record({ field: anyField, atLeast: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ field: anyField, atMost: fc.integer({ min: 0, max: 3 }) }),
);
const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    anyLeaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const anyAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  anyField,
  fc.constantFrom('x', 'y', 0, 1, 2, 3, true, false),
);

describe('Whatever the condition', () => {
  it('more answers never change what was told from fewer', () => {
    holdsForAll(
      fc.property(anyCondition, anyAnswers, anyAnswers, (condition, some, more) => {
        const before = holdsFor(condition, some);
        if (before === 'unknown') return;
        expect(holdsFor(condition, { ...more, ...some })).toBe(before);
      }),
    );
  });

  it('it is unknown exactly where a field has to be asked that was not answered with what it needs', () => {
    holdsForAll(
      fc.property(anyCondition, anyAnswers, (condition, answers) => {
        const asked = askedBy(condition, answers);
        expect(asked.length > 0).toBe(holdsFor(condition, answers) === 'unknown');
      }),
    );
  });

  it('what is true of it is not true of its opposite', () => {
    holdsForAll(
      fc.property(anyCondition, anyAnswers, (condition, answers) => {
        const holding = holdsFor(condition, answers);
        const expected = holding === 'unknown' ? 'unknown' : !holding;
        expect(holdsFor({ not: condition }, answers)).toBe(expected);
      }),
    );
  });

  it('it is found well-formed', () => {
    holdsForAll(
      fc.property(anyCondition, (condition) => {
        expect(unmetOfCondition(condition, 'when')).toEqual([]);
      }),
    );
  });
});

describe('What was handed in as a condition', () => {
  const nested = (levels: number): unknown =>
    levels === 0 ? { field: 'a', equals: 1 } : { not: nested(levels - 1) };

  it.each<[string, unknown, string, string]>([
    ['text', 'area > 200', 'condition-shape', 'when'],
    ['nothing', null, 'condition-shape', 'when'],
    ['a list', [], 'condition-shape', 'when'],
    ['an empty object', {}, 'condition-shape', 'when'],
    ['a field without a comparison', { field: 'a' }, 'condition-shape', 'when'],
    ['a comparison without a field', { equals: 1 }, 'condition-shape', 'when'],
    ['two comparisons', { field: 'a', atLeast: 1, atMost: 2 }, 'condition-shape', 'when'],
    ['a field beside a list', { field: 'a', all: [] }, 'condition-shape', 'when'],
    ['a comparison nobody knows', { field: 'a', near: 1 }, 'condition-shape', 'when'],
    ['a name that all objects have', { field: 'a', toString: 1 }, 'condition-shape', 'when'],
    ['no field key', { field: '面积', equals: 1 }, 'condition-field', 'when.field'],
    ['an empty list', { any: [] }, 'condition-parts', 'when.any'],
    ['no list', { all: { field: 'a', equals: 1 } }, 'condition-parts', 'when.all'],
    [
      'a fault inside',
      { all: [{ field: 'a', atLeast: '2' }] },
      'condition-value',
      'when.all.0.atLeast',
    ],
    ['not a number', { field: 'a', atMost: Number.NaN }, 'condition-value', 'when.atMost'],
    ['an object to equal', { field: 'a', equals: {} }, 'condition-value', 'when.equals'],
    ['nothing to choose from', { field: 'a', oneOf: [] }, 'condition-value', 'when.oneOf'],
    ['present as text', { field: 'a', present: 'yes' }, 'condition-value', 'when.present'],
    ['nested too deep', nested(8), 'condition-nesting', `when${'.not'.repeat(8)}`],
  ])('is refused by its place: %s', (_, value, rule, path) => {
    expect(unmetOfCondition(value, 'when').map((each) => [each.rule, each.path])).toEqual([
      [rule, path],
    ]);
  });

  it('is refused without walking what is nested ten thousand deep', () => {
    expect(unmetOfCondition(nested(5_000), 'when')).toHaveLength(1);
  });

  it('has all its faults named at once', () => {
    const faults = unmetOfCondition({ all: [{ field: '', equals: null }, { any: [] }] }, 'when');
    expect(faults.map(({ path }) => path)).toEqual([
      'when.all.0.field',
      'when.all.0.equals',
      'when.all.1.any',
    ]);
  });
});
