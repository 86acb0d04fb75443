import type { Answers } from '@onewindow/kernel';
import { aForm } from '../../../test/a-form.js';
import { AjvSchemaCheck } from '../../adapters/forms/ajv-schema-check.js';
import { unmetOfAnswers } from './answers.js';
import { isSound } from './form-soundness.js';

const { check } = new AjvSchemaCheck();
const COMPLETE: Answers = {
  siteArea: 186.5,
  kitchenArea: 40,
  use: 'restaurant',
  seats: 60,
  sells: ['hot-meals', 'wine'],
  manager: { name: '林悦', phone: '13900000001' },
  opensOn: '2026-06-01',
  plate: '18号',
};

const faultsOf = (answers: Answers, form = aForm()) =>
  unmetOfAnswers(form, answers, check).map(({ rule, path }) => `${rule} ${path ?? ''}`);

describe('The answers to a form', () => {
  it('are taken as they are asked', () => {
    expect(faultsOf(COMPLETE)).toEqual([]);
    expect(faultsOf({ siteArea: 80, use: 'school' })).toEqual([]);
  });

  it.each<[string, Answers, string]>([
    ['a required one is missing', { use: 'school' }, 'answer-required answers.siteArea'],
    [
      'one that is asked by another is missing',
      { siteArea: 80, use: 'restaurant' },
      'answer-required answers.seats',
    ],
    [
      'one is not asked with the others',
      { siteArea: 80, use: 'school', seats: 3 },
      'answer-asked answers.seats',
    ],
    ['what decides more is not answered', { siteArea: 80 }, 'answer-needed answers.use'],
    ['the form does not have it', { ...COMPLETE, zone: 1 }, 'answer-in-form answers.zone'],
    [
      'a name that all objects have',
      { ...COMPLETE, toString: 1 },
      'answer-in-form answers.toString',
    ],
    ['a text for a number', { ...COMPLETE, siteArea: '186' }, 'answer-type answers.siteArea'],
    [
      'out of bounds',
      { ...COMPLETE, siteArea: 0, kitchenArea: undefined },
      'answer-exclusive-minimum answers.siteArea',
    ],
    ['not among the options', { ...COMPLETE, sells: ['tea'] }, 'answer-enum answers.sells.0'],
    ['twice', { ...COMPLETE, sells: ['wine', 'wine'] }, 'answer-unique-items answers.sells'],
    [
      'inside a group',
      { ...COMPLETE, manager: { phone: '13900000001' } },
      'answer-required answers.manager.name',
    ],
    [
      'beside the fields of a group',
      { ...COMPLETE, manager: { name: '林', age: 3 } },
      'answer-additional-properties answers.manager.age',
    ],
    [
      'no telephone number',
      { ...COMPLETE, manager: { name: '林', phone: '12' } },
      'answer-format answers.manager.phone',
    ],
    ['no day', { ...COMPLETE, opensOn: '2026-02-30' }, 'answer-format answers.opensOn'],
    ['not in its pattern', { ...COMPLETE, plate: '十八号' }, 'answer-pattern answers.plate'],
    [
      'longer than any text',
      { ...COMPLETE, manager: { name: '长'.repeat(51) } },
      'answer-max-length answers.manager.name',
    ],
    [
      'against a rule that orders',
      { ...COMPLETE, kitchenArea: 200 },
      'form-rule answers.kitchenArea',
    ],
    [
      'against a rule on a condition',
      { siteArea: 80, use: 'school', sells: ['wine'] },
      'form-rule answers.sells',
    ],
  ])('are refused by their place: %s', (_, answers, expected) => {
    expect(faultsOf(answers)).toEqual([expected]);
  });

  it('have all their faults told at once, in both languages and by the names of the fields', () => {
    const faults = unmetOfAnswers(aForm(), { siteArea: -1, kitchenArea: 3, use: 'bar' }, check);
    expect(faults.map(({ message }) => message)).toEqual([
      { zh: '“场所建筑面积（平方米）”应大于0。', en: '"Floor area (m²)" is greater than 0.' },
      {
        zh: '“用途”应为所列选项之一：restaurant、school。',
        en: '"用途" has to be one of the options: restaurant, school.',
      },
      { zh: '厨房面积不得大于场所面积。', en: 'The kitchen is no larger than the place.' },
    ]);
  });

  it('are checked by every sound form, whatever is in it: none that is sound fails to compile', () => {
    const types = [
      { type: 'string', title: '文', minLength: 1, maxLength: 9, pattern: '^a{1,9}$' },
      { type: 'string', title: '文', format: 'credit-code' },
      { type: 'string', title: '文', enum: ['a', 'b'], 'x-labels': { a: '甲' } },
      { type: 'integer', title: '数', multipleOf: 5, exclusiveMaximum: 100 },
      { type: 'number', title: '数', enum: [1, 2.5] },
      { type: 'boolean', title: '否', enum: [true] },
      {
        type: 'array',
        title: '表',
        items: { type: 'array', items: { type: 'number' } },
        minItems: 1,
      },
      { type: 'object', title: '组', properties: { in: { type: 'boolean' } }, required: ['in'] },
    ];
    for (const type of types) {
      const form = { type: 'object', properties: { it: type }, required: ['it'] };
      expect(isSound(form) && unmetOfAnswers(form, {}, check)).toHaveLength(1);
    }
  });

  it('are checked for as many forms as there are', () => {
    for (let number = 0; number < 300; number += 1) {
      const form = aForm({
        properties: { [`f${number}`]: { type: 'boolean', title: '否' } },
        required: [],
        'x-rules': [],
      });
      expect(faultsOf({ [`f${number}`]: 1 }, form)).toEqual([`answer-type answers.f${number}`]);
    }
  });
});
