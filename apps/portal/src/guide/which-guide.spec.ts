import { queryOf, whichGuideIn } from './which-guide.js';

const read = (query: string) => whichGuideIn(new URLSearchParams(query));

describe('Which guide is meant', () => {
  it.each([
    ['', {}],
    ['on=2026-04-27', { on: '2026-04-27' }],
    ['on=2026-04-27&district=379901', { on: '2026-04-27', district: '379901' }],
    ['district=379901001002', { district: '379901001002' }],
    ['on=yesterday&district=east', {}],
    ['on=2026-13-40', {}],
  ])('%s', (query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  it('is written as it was read', () => {
    expect(queryOf({})).toBe('');
    expect(queryOf({ on: '2026-04-27', district: '379901' })).toBe(
      '?on=2026-04-27&district=379901',
    );
  });
});
