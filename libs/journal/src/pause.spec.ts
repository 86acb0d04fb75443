import { unlessAborted } from './pause.js';

describe('Waiting for an answer unless it is aborted', () => {
  it('brings the answer', async () => {
    expect(await unlessAborted(Promise.resolve('there'), new AbortController().signal)).toBe(
      'there',
    );
  });

  it('ends with the signal, before the answer or at once', async () => {
    const stopping = new AbortController();
    const waiting = unlessAborted(new Promise(() => undefined), stopping.signal);
    stopping.abort(new Error('stopping'));

    await expect(waiting).rejects.toThrow('stopping');
    await expect(unlessAborted(new Promise(() => undefined), stopping.signal)).rejects.toThrow(
      'stopping',
    );
  });

  it('leaves no failure behind that nobody takes, which would end the process', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    const answer = Promise.reject(new Error('the connection was closed'));
    await expect(unlessAborted(answer, AbortSignal.abort(new Error('stopping')))).rejects.toThrow();
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);

    expect(unhandled).toEqual([]);
  });
});
