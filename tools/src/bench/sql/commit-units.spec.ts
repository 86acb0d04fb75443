import { arrayIn, unitsOf } from './commit-units.js';

const logged = { database: 'd', session: '1', protocol: 'extended', text: '' } as const;
const nothing = Array.from({ length: 6 }, () => null);

describe('the units of a logged commit', () => {
  it('are what each of them locks and writes', () => {
    const parameters = [
      '{0,1,1}',
      '{application,"case",track}',
      '{a-1,c-1,"t,1"}',
      '{0,3,NULL}',
      '{"case":[{"unit":1,"id":"c-1","version":4}]}',
      '{"application":[{"unit":0,"id":"a-1","version":1}]}',
      '[{"unit":0,"name":"filed"},{"unit":1,"name":"decided"},{"unit":1,"name":"told"}]',
      '[{"unit":0,"caller":"gateway","key":"k"}]',
      ...nothing,
    ];
    expect(unitsOf({ ...logged, parameters })).toEqual([
      {
        rows: [{ kind: 'application', id: 'a-1', expected: 0 }],
        updates: {},
        inserts: { application: [{ id: 'a-1', version: 1 }] },
        lists: { 6: [{ name: 'filed' }], 7: [{ caller: 'gateway', key: 'k' }] },
      },
      {
        rows: [
          { kind: 'case', id: 'c-1', expected: 3 },
          { kind: 'track', id: 't,1', expected: null },
        ],
        updates: { case: [{ id: 'c-1', version: 4 }] },
        inserts: {},
        lists: { 6: [{ name: 'decided' }, { name: 'told' }] },
      },
    ]);
  });

  it('are refused when the function takes other parameters than known here', () => {
    expect(() => unitsOf({ ...logged, parameters: ['{}'] })).toThrow('called with 1 parameters');
  });

  it.each([
    ['{}', []],
    ['{1,NULL,3}', ['1', null, '3']],
    ['{"a \\"b\\" \\\\ c","NULL",d}', ['a "b" \\ c', 'NULL', 'd']],
  ])('reads the array %s', (text, elements) => {
    expect(arrayIn(text)).toEqual(elements);
  });
});
