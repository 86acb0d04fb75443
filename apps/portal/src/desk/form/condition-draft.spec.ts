import fc from 'fast-check';
import type { Condition } from '@onewindow/kernel';
import { conditionOf, draftOfCondition } from './condition-draft.js';

const line = fc.stringMatching(/^[a-z0-9\u4e00-\u4e8c]{1,8}$/);
const field = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/);
const number = fc.integer({ min: -1000, max: 1000 });
const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field, equals: fc.oneof(line, number, fc.boolean()) }),
  fc.record({ field, oneOf: fc.array(line, { minLength: 1, maxLength: 3 }) }),
  fc.record({ field, oneOf: fc.array(number, { minLength: 1, maxLength: 3 }) }),
  fc.record({ field, atLeast: number }),
  fc.record({ field, atMost: number }),
  fc.record({ field, present: fc.boolean() }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

describe('A condition in a form', () => {
  it('is sent as it was published, however it is made', () => {
    fc.assert(
      fc.property(condition, (published) => {
        expect(conditionOf(draftOfCondition(published))).toEqual(published);
      }),
    );
  });

  it('keeps a text whole that a field of one line would change', () => {
    const published = { field: 'hazard', equals: ' 甲类' };

    expect(conditionOf(draftOfCondition(published))).toEqual(published);
  });

  it('is not sent before somebody says what is compared', () => {
    expect(conditionOf({})).toBeUndefined();
    expect(conditionOf({ field: 'seats' })).toBeUndefined();
  });

  it('lets the answer say that a measure is no number', () => {
    expect(conditionOf({ test: 'at-least', field: 'seats', value: 'many' })).toEqual({
      field: 'seats',
      atLeast: 'many',
    });
  });

  it('leaves out parts that nobody filled in', () => {
    const parts = [{}, { test: 'is-true', field: 'visit' }];
    expect(conditionOf({ test: 'any', parts })).toEqual({
      any: [{ field: 'visit', equals: true }],
    });
  });
});
