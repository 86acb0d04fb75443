import { patiently } from './patiently.js';

/** Fails so many times, then answers. */
function failing(times: number) {
  let calls = 0;
  const load = () => {
    calls += 1;
    return calls > times ? Promise.resolve('page') : Promise.reject(new Error('no line'));
  };
  return { load, calls: () => calls };
}

describe('A part of the pages', () => {
  it('is loaded once where the line holds', async () => {
    const part = failing(0);

    expect(await patiently(part.load, [0, 0])).toBe('page');
    expect(part.calls()).toBe(1);
  });

  it('is loaded again where the line was lost', async () => {
    expect(await patiently(failing(2).load, [0, 0])).toBe('page');
  });

  it('is given up after the last pause, with the reason', async () => {
    const part = failing(9);

    await expect(patiently(part.load, [0, 0])).rejects.toThrow('no line');
    expect(part.calls()).toBe(3);
  });
});
