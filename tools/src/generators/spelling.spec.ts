import { isReserved, pluralOf, spellingOf } from './spelling.js';

describe('A word of the domain', () => {
  it('has a spelling for each place in the code', () => {
    expect(spellingOf('It', 'site-visit')).toEqual({
      kebab: 'site-visit',
      pascal: 'SiteVisit',
      camel: 'siteVisit',
      constant: 'SITE_VISIT',
      words: 'site visit',
    });
  });

  it.each(['SiteVisit', 'site_visit', '-visit', 'visit-', 'site--visit', '', '../visit', '3rd'])(
    'is not %j',
    (given) => {
      expect(() => spellingOf('It', given)).toThrow('kebab-case');
    },
  );

  it.each([
    ['hearing', 'hearings'],
    ['inquiry', 'inquiries'],
    ['survey', 'surveys'],
    ['notice-batch', 'notice-batches'],
    ['address', 'addresses'],
  ])('of one %s are many %s', (one, many) => {
    expect(pluralOf(one)).toBe(many);
  });

  it('names nothing in code when the language has it already', () => {
    expect(['case', 'return', 'delete'].every(isReserved)).toBe(true);
    expect(['hearing', 'open', 'caseFile'].some(isReserved)).toBe(false);
  });
});
