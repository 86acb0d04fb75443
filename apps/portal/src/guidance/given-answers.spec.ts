import fc from 'fast-check';
import { addressOf, answerOf, answersIn, before } from './given-answers.js';

const read = (address: string) => answersIn(new URLSearchParams(address));

describe('The answers in an address', () => {
  it('are told apart by the kind of their question', () => {
    expect(read('?s.kind=餐饮&m.sells=烟&m.sells=酒&n.area=120.5')).toEqual({
      kind: '餐饮',
      sells: ['烟', '酒'],
      area: 120.5,
    });
  });

  it.each(['?x.kind=1', '?kind=1', '?n.area=large', '?n.area=', ''])(
    'are none in %s',
    (address) => {
      expect(read(address)).toEqual({});
    },
  );

  it('come back as they were given, so that the address can be sent to others', () => {
    const answer = fc.oneof(
      fc.string(),
      fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
      fc.integer(),
    );
    const id = fc.stringMatching(/^[a-z][a-z-]{0,20}$/);

    fc.assert(
      fc.property(fc.dictionary(id, answer, { noNullPrototype: true }), (answers) => {
        expect(read(addressOf(answers))).toEqual(answers);
      }),
    );
  });

  it('are kept up to the question that is to be answered anew', () => {
    const answers = { kind: 'restaurant', area: 120, smoke: 'yes' };

    expect(before(answers, ['kind', 'area', 'smoke'], 'area')).toEqual({ kind: 'restaurant' });
    expect(before(answers, ['kind', 'area', 'smoke'], 'kind')).toEqual({});
  });
});

describe('What is filled in', () => {
  const question = (kind: 'single' | 'multiple' | 'number') => ({ id: 'q', kind, zh: '', en: '' });

  it.each([
    ['single', ['a'], 'a'],
    ['single', [], undefined],
    ['multiple', ['a', 'b'], ['a', 'b']],
    ['multiple', [], undefined],
    ['number', [' 12.5 '], 12.5],
    ['number', ['twelve'], undefined],
    ['number', [''], undefined],
  ] as const)('for a question of the kind %s, %j, is %j', (kind, typed, expected) => {
    expect(answerOf(question(kind), typed)).toEqual(expected);
  });

  it('is no answer outside the bounds', () => {
    const asked = { ...question('number'), minimum: 1, maximum: 100 };

    expect(answerOf(asked, ['0'])).toBeUndefined();
    expect(answerOf(asked, ['101'])).toBeUndefined();
    expect(answerOf(asked, ['100'])).toBe(100);
  });
});
