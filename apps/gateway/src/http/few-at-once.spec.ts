import { FewAtOnce } from './few-at-once.js';

describe('Few at once', () => {
  it('lets no more in than it says, and everybody in the end', async () => {
    const few = new FewAtOnce(2, 10);
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await Promise.resolve();
      inside -= 1;
      return 'done';
    };

    const done = await Promise.all(Array.from({ length: 12 }, () => few.run(work)));

    expect(done).toEqual(Array.from({ length: 12 }, () => 'done'));
    expect(most).toBe(2);
  });

  it('refuses who would have to wait too long', async () => {
    const few = new FewAtOnce(1, 1);
    const { promise, resolve } = Promise.withResolvers<string>();
    const running = few.run(() => promise);
    const waiting = few.run(async () => 'later');

    await expect(few.run(async () => 'never')).rejects.toThrow('busy');

    resolve('done');
    await running;
    expect(await waiting).toBe('later');
    expect(await few.run(async () => 'again')).toBe('again');
  });

  it('frees a place when the work fails', async () => {
    const few = new FewAtOnce(1, 0);
    const failing = async () => {
      throw new Error('broken');
    };

    await expect(few.run(failing)).rejects.toThrow('broken');
    expect(await few.run(async () => 'in')).toBe('in');
  });
});
