import type { Condition } from '@onewindow/kernel';
import { aForm } from '../../../test/a-form.js';
import { isSound, unmetOfForm } from './form-soundness.js';

const rulesAndPaths = (form: unknown) =>
  unmetOfForm(form, 'form').map(({ rule, path }) => `${rule} ${path ?? ''}`);

const withField = (field: object, more: object = {}) => ({
  type: 'object',
  properties: { area: { type: 'number', title: '面积' }, it: field },
  ...more,
});

describe('A form', () => {
  it('is JSON Schema of one object with titled fields, conditions and rules', () => {
    expect(rulesAndPaths(aForm())).toEqual([]);
    expect(isSound(aForm())).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ['no object', 'text', 'form-is-a-schema form'],
    ['of another type', { type: 'array' }, 'form-is-a-schema form'],
    ['with a reference', withField({ $ref: '#/$defs/x' }), 'field-has-a-type form.properties.it'],
    [
      'with a reference beside a type',
      withField({ type: 'string', title: '文', $ref: 'https://example.org/s.json' }),
      'no-references form.properties.it.$ref',
    ],
    [
      'with definitions',
      withField({ type: 'string', title: '文' }, { $defs: {} }),
      'keyword-known form.$defs',
    ],
    [
      'of another dialect',
      withField(
        { type: 'string', title: '文' },
        { $schema: 'http://json-schema.org/draft-07/schema#' },
      ),
      'form-dialect form.$schema',
    ],
    [
      'that is open',
      withField({ type: 'string', title: '文' }, { additionalProperties: true }),
      'form-is-closed form.additionalProperties',
    ],
    [
      'with a field of two types',
      withField({ type: ['string', 'null'], title: '文' }),
      'field-has-a-type form.properties.it',
    ],
    [
      'with a field without a title',
      withField({ type: 'string' }),
      'field-has-a-title form.properties.it',
    ],
    [
      'with a keyword nobody checks',
      withField({ type: 'string', title: '文', contentMediaType: 'x' }),
      'keyword-known form.properties.it.contentMediaType',
    ],
    [
      'with a keyword of another type',
      withField({ type: 'boolean', title: '否', minimum: 1 }),
      'keyword-known form.properties.it.minimum',
    ],
    [
      'with a format nobody knows',
      withField({ type: 'string', title: '文', format: 'uri' }),
      'keyword-value form.properties.it.format',
    ],
    [
      'with values of another type',
      withField({ type: 'string', title: '文', enum: ['a', 1] }),
      'keyword-value form.properties.it.enum',
    ],
    [
      'with a label of no value',
      withField({ type: 'string', title: '文', enum: ['a'], 'x-labels': { b: '乙' } }),
      'keyword-value form.properties.it.x-labels',
    ],
    [
      'with bounds that exclude all',
      withField({ type: 'integer', title: '数', minimum: 5, maximum: 4 }),
      'bounds-agree form.properties.it.minimum',
    ],
    [
      'with a pattern that a text can hold up',
      withField({ type: 'string', title: '文', maxLength: 100, pattern: '^(a+)+$' }),
      'pattern-is-bounded form.properties.it.pattern',
    ],
    [
      'with a pattern for texts without end',
      withField({ type: 'string', title: '文', maxLength: 5000, pattern: '^a+$' }),
      'pattern-is-bounded form.properties.it.pattern',
    ],
    [
      'with a list of nothing',
      withField({ type: 'array', title: '表' }),
      'field-has-a-type form.properties.it.items',
    ],
    [
      'with an empty group',
      withField({ type: 'object', title: '组', properties: {} }),
      'inner-fields form.properties.it.properties',
    ],
    [
      'that requires what it does not ask',
      withField({ type: 'string', title: '文' }, { required: ['that'] }),
      'listed-field-known form.required.0',
    ],
    [
      'with a key that is no key',
      { type: 'object', properties: { 面积: { type: 'number', title: '面积' } } },
      'field-key form.properties.面积',
    ],
    [
      'with a broken condition',
      withField({ type: 'string', title: '文', 'x-when': { field: 'area' } }),
      'condition-shape form.properties.it.x-when',
    ],
    [
      'with a condition on nothing',
      withField({ type: 'string', title: '文', 'x-when': { field: 'zone', equals: 'x' } }),
      'condition-field-known form.properties.it.x-when.field',
    ],
    [
      'with a condition that never holds',
      withField({ type: 'string', title: '文', 'x-when': { field: 'area', equals: 'large' } }),
      'condition-fits-field form.properties.it.x-when',
    ],
    [
      'with a measure of a text',
      withField(
        { type: 'string', title: '文' },
        { 'x-rules': [{ expect: { field: 'it', atLeast: 1 }, zh: '请', en: 'Do.' }] },
      ),
      'condition-fits-field form.x-rules.0.expect',
    ],
    [
      'with a rule without words',
      withField(
        { type: 'string', title: '文' },
        { 'x-rules': [{ expect: { field: 'area', atLeast: 1 } }] },
      ),
      'rule-shape form.x-rules.0',
    ],
    [
      'with a rule that orders unlike things',
      withField(
        { type: 'string', title: '文' },
        { 'x-rules': [{ ordered: ['area', 'it'], zh: '请', en: 'Do.' }] },
      ),
      'ordered-fields form.x-rules.0.ordered',
    ],
    [
      'with a rule shown nowhere',
      withField(
        { type: 'string', title: '文' },
        {
          'x-rules': [
            { expect: { field: 'area', atLeast: 1 }, zh: '请', en: 'Do.', field: 'zone' },
          ],
        },
      ),
      'condition-field-known form.x-rules.0.field',
    ],
  ])('is refused by its place: %s', (_, form, expected) => {
    expect(rulesAndPaths(form)).toEqual([expected]);
  });

  it('is refused with the circle where its fields wait for one another', () => {
    const when = (field: string): Condition => ({ field, equals: true });
    const form = {
      type: 'object',
      properties: {
        one: { type: 'boolean', title: '一', 'x-when': when('two') },
        two: { type: 'boolean', title: '二', 'x-when': when('one') },
      },
    };
    const [fault] = unmetOfForm(form, 'form');
    expect(fault?.message.en).toContain('one → two → one');
  });

  it('is refused where it is nested too deep or too large', () => {
    const nested = (depth: number): object =>
      depth === 0
        ? { type: 'string', title: '文' }
        : { type: 'object', title: '组', properties: { in: nested(depth - 1) } };
    const many = Object.fromEntries(
      Array.from({ length: 201 }, (_, at) => [`f${at}`, { type: 'string', title: '文' }]),
    );

    expect(rulesAndPaths(withField(nested(4)))).toEqual([
      'form-nesting form.properties.it.properties.in.properties.in.properties.in.properties.in',
    ]);
    expect(rulesAndPaths({ type: 'object', properties: many })).toEqual(['form-size form']);
  });

  it('has all its faults told at once', () => {
    const form = { ...withField({ type: 'string' }, { required: ['that'] }), oneOf: [] };
    expect(rulesAndPaths(form)).toHaveLength(3);
  });
});
