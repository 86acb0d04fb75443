import { EventStrategy, type RouteLoop } from './event-strategy.js';

const aLoop = (said: string[], name: string, startFails = false): RouteLoop => ({
  start: () => {
    if (startFails) throw new Error('no');
    said.push(`start ${name}`);
  },
  stop: async () => void said.push(`stop ${name}`),
});

describe('The event strategy', () => {
  it('starts every route when the application listens, and stops each once when it closes', async () => {
    const said: string[] = [];
    const strategy = new EventStrategy(() => [aLoop(said, 'a'), aLoop(said, 'b')]);

    await strategy.listen(() => said.push('listening'));
    await strategy.close();
    await strategy.close();

    expect(said).toEqual(['start a', 'start b', 'listening', 'stop a', 'stop b']);
  });

  it('tells the application when a route does not start', async () => {
    const errors: unknown[] = [];

    await new EventStrategy(() => [aLoop([], 'a', true)]).listen((error) => errors.push(error));

    expect(errors).toEqual([new Error('no')]);
  });

  it('refuses decorated handlers, which would bypass the inbox', async () => {
    const errors: unknown[] = [];
    const strategy = new EventStrategy(() => []);
    strategy.addHandler('anything', async () => undefined, true);

    await strategy.listen((error) => errors.push(error));

    expect(errors).toEqual([expect.any(TypeError)]);
  });
});
