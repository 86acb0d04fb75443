import fc from 'fast-check';
import { enGuidePage } from '../language/en-guide-page.js';
import { zhGuidePage } from '../language/zh-guide-page.js';
import { conditionInWords } from './condition-in-words.js';

const FIELDS = [
  { name: 'area', title: '营业面积', isNeeded: true, choices: [] },
  { name: 'signboard', title: '设置招牌', isNeeded: true, choices: [] },
  {
    name: 'sells',
    title: '经营品种',
    isNeeded: false,
    choices: [{ value: 'hot', name: '热食' }],
  },
];

const zh = (condition: unknown) => conditionInWords(condition, FIELDS, zhGuidePage.condition);

describe('A condition on the answers', () => {
  it.each([
    [{ field: 'signboard', equals: true }, '“设置招牌”为是'],
    [{ field: 'signboard', equals: false }, '“设置招牌”为否'],
    [{ field: 'area', atLeast: 300 }, '“营业面积”不小于 300'],
    [{ field: 'area', atMost: 50 }, '“营业面积”不大于 50'],
    [{ field: 'kind', oneOf: ['餐饮', '食堂'] }, '“kind”是餐饮或者食堂'],
    [{ field: 'sells', oneOf: ['hot', 'cold'] }, '“经营品种”是热食或者cold'],
    [{ field: 'area', present: true }, '填了“营业面积”'],
    [{ not: { field: 'signboard', equals: true } }, '不是：“设置招牌”为是'],
    [
      {
        all: [
          { field: 'area', atLeast: 300 },
          { field: 'signboard', equals: true },
        ],
      },
      '（“营业面积”不小于 300）并且（“设置招牌”为是）',
    ],
    [{ any: [{ field: 'area', atLeast: 300 }] }, '“营业面积”不小于 300'],
  ])('%j is said as %s', (condition, expected) => {
    expect(zh(condition)).toBe(expected);
  });

  it('is not said where a part of it is not known', () => {
    expect(zh({ all: [{ field: 'area', atLeast: 300 }, { moon: 'full' }] })).toBeUndefined();
    expect(zh({ not: {} })).toBeUndefined();
  });

  it('is said in English too', () => {
    const condition = {
      any: [
        { field: 'area', atLeast: 300 },
        { field: 'area', present: false },
      ],
    };

    expect(conditionInWords(condition, FIELDS, enGuidePage.condition)).toBe(
      '（“营业面积” is 300 or more） or （“营业面积” is left empty）',
    );
  });

  it('breaks no page, whatever was published', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (condition) => {
        expect(['string', 'undefined']).toContain(typeof zh(condition));
      }),
    );
  });
});
