import fc from 'fast-check';
import { formFieldsOf, formRulesOf } from './form-fields.js';

const FORM = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: { type: 'string', title: '主体业态', oneOf: [{ const: 'a', title: '餐饮服务' }] },
    area: { type: 'number', title: '面积', description: '平方米' },
    people: {
      type: 'array',
      title: '从业人员',
      items: { type: 'object', required: ['name'], properties: { name: { title: '姓名' } } },
    },
    size: { enum: ['大', '小'] },
  },
  'x-rules': [{ message: { zh: '面积大于零', en: 'The area is more than nothing' } }, {}],
};

describe('The form of an item', () => {
  it('is shown field by field, those of a group after it', () => {
    expect(formFieldsOf(FORM)).toEqual([
      { name: 'kind', title: '主体业态', isNeeded: true, choices: ['餐饮服务'] },
      { name: 'area', title: '面积', description: '平方米', isNeeded: false, choices: [] },
      { name: 'people', title: '从业人员', isNeeded: false, choices: [] },
      { name: 'name', title: '姓名', isNeeded: true, choices: [] },
      { name: 'size', title: 'size', isNeeded: false, choices: ['大', '小'] },
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
