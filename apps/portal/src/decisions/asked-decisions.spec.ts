import { askedIn } from './asked-decisions.js';

describe('What is asked of the published decisions', () => {
  it('is what stands in the address, without what is empty or of another page', () => {
    expect(askedIn(new URLSearchParams('text=%20准字%20&from=&to=2026-05-31&q=x'))).toEqual({
      text: '准字',
      to: '2026-05-31',
    });
  });
});
