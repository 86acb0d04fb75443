import { until } from './until.js';

const seen = (sights: readonly unknown[]) => {
  const left = [...sights];
  return () => Promise.resolve(left.shift());
};

describe('Waiting for an answer', () => {
  it('asks again until it is there', async () => {
    expect(await until('it comes', seen([undefined, undefined, 'there']))).toBe('there');
  });

  it('gives up when it stays away, and says what stood still', async () => {
    const waiting = until(
      'it comes',
      async (sighted) => {
        sighted({ parked: 3 });
        return undefined;
      },
      50,
    );

    await expect(waiting).rejects.toThrow(
      'it comes did not happen within 50 ms, and this stood still: [{"parked":3}]',
    );
  });

  it('goes on beyond its time as long as something changes', async () => {
    const began = Date.now();
    let looks = 0;
    const answer = await until(
      'it comes',
      async (sighted) => {
        sighted((looks += 1));
        return Date.now() - began > 300 ? 'there' : undefined;
      },
      // Less than the whole way, more than any one look takes on a busy machine.
      250,
    );

    expect(answer).toBe('there');
  });
});
