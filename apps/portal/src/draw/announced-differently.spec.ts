import { announcedDifferently } from './announced-differently.js';

const FIRST = '91371500MA3QY00CXW';
const SECOND = '91371500MA3QY00B15';
const DOCUMENT = {
  ranking: [
    { place: 1, creditCode: FIRST },
    { place: 2, creditCode: SECOND },
  ],
  publicValue: { value: '3312.48' },
};
const award = (place: number, creditCode: string) => ({ place, agency: { creditCode } });

describe('What the market announces of a draw', () => {
  it('is what the file says where the first got the award, or gave it up to the second', () => {
    const publicValue = { value: '3312.48' };

    expect(announcedDifferently({ awards: [award(1, FIRST)], publicValue }, DOCUMENT)).toEqual([]);
    expect(announcedDifferently({ awards: [award(1, FIRST), award(2, SECOND)] }, DOCUMENT)).toEqual(
      [],
    );
  });

  it('differs where somebody else got the award', () => {
    expect(announcedDifferently({ awards: [award(1, SECOND)] }, DOCUMENT)).toEqual(['award']);
  });

  it('differs where another value was announced', () => {
    expect(
      announcedDifferently({ awards: [], publicValue: { value: '3312.49' } }, DOCUMENT),
    ).toEqual(['public-value']);
  });
});
