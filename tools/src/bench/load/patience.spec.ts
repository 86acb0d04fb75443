import { Patience } from './patience.js';

describe('waiting for something to arrive', () => {
  it('looks again until it is there and waits longer the next time', async () => {
    const patience = new Patience();
    const sights = [undefined, undefined, 'there'];
    expect(await patience.until('case', async () => sights.shift())).toBe('there');
    expect(sights).toEqual([]);
    expect(patience.guessOf('case')).toBeGreaterThan(20);
  });

  it('looks earlier the next time when it was there at once', async () => {
    const patience = new Patience();
    await patience.until('case', async () => 'there');
    expect(patience.guessOf('case')).toBeLessThan(20);
    expect(patience.guessOf('another')).toBe(20);
  });
});
