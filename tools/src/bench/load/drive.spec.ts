import { drive } from './drive.js';

describe('clients that run cases', () => {
  it('keep as many in flight as told and finish what they began', async () => {
    const waiting: (() => void)[] = [];
    let most = 0;
    const driving = drive(3, () => {
      const running = new Promise<void>((resolve) => waiting.push(resolve));
      most = Math.max(most, waiting.length);
      return running;
    });
    waiting.splice(0, 1).forEach((finish) => finish());
    await Promise.resolve();
    const ending = driving.end();
    waiting.splice(0).forEach((finish) => finish());
    await Promise.resolve();
    waiting.splice(0).forEach((finish) => finish());
    await ending;
    expect(most).toBe(3);
    expect(driving.ended.length).toBeGreaterThanOrEqual(3);
  });

  it('tell the first failure and begin nothing more', async () => {
    let begun = 0;
    const driving = drive(2, () => {
      begun += 1;
      return Promise.reject(new Error('no'));
    });
    expect(await driving.failed).toEqual(new Error('no'));
    await expect(driving.end()).rejects.toThrow('no');
    expect(begun).toBe(2);
  });
});
