import { drawnAgency } from './drawn-agency.js';

const first = { name: 'Blue Spring', creditCode: '91371500MA3QY00B15' };
const second = { name: 'Clear Source', creditCode: '91371500MA3QY00A3A' };

describe('The drawn agency', () => {
  it('is the one in first place, with its name from the list', () => {
    const ranking = [
      { place: 2, creditCode: second.creditCode },
      { place: 1, creditCode: first.creditCode },
    ];

    expect(drawnAgency({ ranking, list: { entries: [second, first] } })).toEqual(first);
  });

  it.each([undefined, null, 'text', {}])('is nobody in %j', (document) => {
    expect(drawnAgency(document)).toBeUndefined();
  });
});
