import fc from 'fast-check';
import { formFieldsOf, formRulesOf } from './form-fields.js';

const WHEN = { field: 'kind', equals: 'catering' };
const FORM = {
  type: 'object',
  required: ['kind'],
  'x-order': ['kind', 'area'],
  properties: {
    area: { type: 'number', title: '面积', 'x-title-en': 'Area', description: '平方米' },
    people: {
      type: 'array',
      title: '从业人员',
      items: { type: 'object', required: ['name'], properties: { name: { title: '姓名' } } },
    },
    sells: {
      type: 'array',
      title: '经营品种',
      'x-when': WHEN,
      items: { type: 'string', enum: ['hot', 'cold'], 'x-labels': { hot: '热食' } },
    },
    kind: {
      type: 'string',
      title: '主体业态',
      enum: ['catering', 'retail'],
      'x-labels': { catering: '餐饮服务', retail: '食品销售' },
    },
  },
  'x-rules': [{ zh: '面积大于零', en: 'The area is more than nothing' }, {}],
};

describe('The form of an item', () => {
  it('is shown field by field in its order, those of a group after it, values by their names', () => {
    expect(formFieldsOf(FORM)).toEqual([
      {
        name: 'kind',
        title: '主体业态',
        isNeeded: true,
        choices: [
          { value: 'catering', name: '餐饮服务' },
          { value: 'retail', name: '食品销售' },
        ],
      },
      {
        name: 'area',
        title: '面积',
        titleEn: 'Area',
        description: '平方米',
        isNeeded: false,
        choices: [],
      },
      { name: 'people', title: '从业人员', isNeeded: false, choices: [] },
      { name: 'name', title: '姓名', isNeeded: true, choices: [] },
      {
        name: 'sells',
        title: '经营品种',
        isNeeded: false,
        choices: [
          { value: 'hot', name: '热食' },
          { value: 'cold', name: 'cold' },
        ],
        when: WHEN,
      },
    ]);
  });

  it('is shown with the rules that people can read', () => {
    expect(formRulesOf(FORM)).toEqual([{ zh: '面积大于零', en: 'The area is more than nothing' }]);
  });

  it('breaks no page, whatever was published as a form', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (form) => {
        expect(Array.isArray(formFieldsOf(form))).toBe(true);
        expect(Array.isArray(formRulesOf(form))).toBe(true);
      }),
    );
  });
});
