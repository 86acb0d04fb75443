import { marking } from './confidential-offer.js';
import { bodyOf, missingIn } from './form/draft.js';
import { draftOf } from './form/draft-of.js';

const ID = '6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10';
const ONE = new Map([['drainage-permit', '排水许可']]);
const TWO = new Map([...ONE, ['large-outdoor-ad', '户外广告']]);
const MARK = { kind: 'trade-secret', parts: ['conditions'], reason: '配方' };

const formOf = (names: ReadonlyMap<string, string>, isMarked: boolean) => {
  const [offer] = marking(ID, names, isMarked, '全部事项');
  if (offer === undefined) throw new TypeError('nothing is offered');
  return { offer, schema: offer.act.body ?? {} };
};

describe('Marking parts of an application as confidential', () => {
  it('goes to that application, in the place of what was marked before', () => {
    expect(formOf(ONE, false).offer).toMatchObject({
      button: 'mark-confidential',
      path: `/api/applications/${ID}/confidentiality`,
      act: { method: 'PUT' },
    });
  });

  it('asks of which item only where there are several, one answer being all of them', () => {
    const itemOf = (names: ReadonlyMap<string, string>) =>
      formOf(names, false).schema.properties?.['marks']?.items?.properties?.['item'];

    expect(itemOf(ONE)).toBeUndefined();
    expect(itemOf(TWO)).toEqual({
      enum: ['', 'drainage-permit', 'large-outdoor-ad'],
      titles: { '': '全部事项', 'drainage-permit': '排水许可', 'large-outdoor-ad': '户外广告' },
    });
    expect(bodyOf(formOf(TWO, false).schema, { marks: [{ ...MARK, item: '' }] })).toEqual({
      marks: [MARK],
    });
  });

  it('wants something marked by whoever has marked nothing, and lets whoever has take all of it off', () => {
    expect(missingIn(formOf(ONE, false).schema, { marks: [] })).toEqual(['marks']);
    expect(missingIn(formOf(ONE, true).schema, { marks: [] })).toEqual([]);
    expect(bodyOf(formOf(ONE, true).schema, { marks: [] })).toEqual({ marks: [] });
  });

  it('begins with what is marked already', () => {
    const marks = [{ ...MARK, item: 'drainage-permit' }];
    const { schema } = formOf(TWO, true);

    expect(bodyOf(schema, draftOf(schema, { marks }))).toEqual({ marks });
  });
});
