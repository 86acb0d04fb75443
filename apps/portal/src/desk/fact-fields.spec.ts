import { factsOfConditions, factsOfForm } from './fact-fields.js';

const YES_OR_NO = { enum: ['true', 'false'], values: { true: true, false: false } };

describe('A fact that a stage turns on', () => {
  it('is asked for as the form of the item asks for it, in the language of the page', () => {
    const form = {
      properties: {
        smoke: { type: 'boolean', title: '是否产生油烟', 'x-title-en': 'Makes smoke' },
        area: { type: 'number', title: '面积' },
        use: { type: 'string', title: '用途', enum: ['shop'], 'x-labels': { shop: '商铺' } },
        sells: { type: 'array', title: '经营项目', items: { type: 'string', enum: ['wine'] } },
        odd: { type: 'object' },
      },
    };

    expect(factsOfForm(form, 'zh')).toEqual({
      smoke: { ...YES_OR_NO, title: '是否产生油烟' },
      area: { type: 'number', title: '面积' },
      use: { enum: ['shop'], titles: { shop: '商铺' }, title: '用途' },
      sells: {
        type: 'array',
        items: { enum: ['wine'], titles: {} },
        titles: {},
        title: '经营项目',
      },
    });
    expect(factsOfForm(form, 'en')['smoke']?.title).toBe('Makes smoke');
  });

  it('is otherwise given as the conditions compare it', () => {
    const condition = {
      all: [
        { field: 'smoke', equals: true },
        { any: [{ field: 'area', atLeast: 200 }, { not: { field: 'use', oneOf: ['shop'] } }] },
      ],
    };

    expect(factsOfConditions([condition, undefined])).toEqual({
      smoke: { ...YES_OR_NO, title: 'smoke' },
      area: { type: 'number', title: 'area' },
      use: { type: 'string', maxLength: 200, title: 'use' },
    });
  });

  it.each([[undefined], [null], [[]], ['text'], [{ properties: 3 }]])(
    'is not found in what is no form: %j',
    (form) => {
      expect(factsOfForm(form, 'zh')).toEqual({});
    },
  );
});
