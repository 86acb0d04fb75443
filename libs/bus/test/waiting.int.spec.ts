import { type Refusal } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import {
  type Answering,
  answers,
  busRefusals,
  type BusClient,
  commandSubject,
} from '../src/index.js';
import { aBus } from './a-bus.js';
import { aServingBus, codeOf, echoes, type ServingBus } from './serving.js';
import { APPROVAL, GATEWAY, INTAKE, MARKET, OpenEcho, ServiceEcho } from './spec-network.js';

let on: ServingBus;

beforeAll(async () => {
  on = await aServingBus();
});

afterEach(() => on.closeServers());

afterAll(() => on.bus.stop());

describe('A caller never waits in vain', () => {
  let client: BusClient;

  beforeEach(async () => {
    client = await on.bus.clientOf(GATEWAY);
  });

  it('when nobody answers', async () => {
    expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' }))).toBe('nobody-answers');
  });

  it('when nobody answers in another account', async () => {
    expect(await codeOf(client.ask(ServiceEcho, MARKET, { text: 'x' }, { timeoutMs: 300 }))).toBe(
      'timed-out',
    );
  });

  it('when the handler takes longer than it waits', async () => {
    const { promise, resolve } = Promise.withResolvers<{ text: string }>();
    await on.serve(APPROVAL, [answers(OpenEcho, () => promise)]);

    expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' }, { timeoutMs: 200 }))).toBe(
      'timed-out',
    );
    resolve({ text: '' });
  });

  it('when it stopped waiting before its turn came: the work is not begun', async () => {
    let begun = 0;
    await on.serve(APPROVAL, [
      answers(OpenEcho, async () => {
        begun += 1;
        return { text: '' };
      }),
    ]);
    const late = { 'ow-deadline': '2020-01-01T00:00:00.000Z' };

    expect(
      await on.rawAsk(GATEWAY, commandSubject(OpenEcho, APPROVAL, GATEWAY), '{"text":"x"}', late),
    ).toBe('timed-out');
    expect(begun).toBe(0);
  });

  it('when the handler fails, and it learns nothing of the failure', async () => {
    await on.serve(APPROVAL, [
      answers(OpenEcho, async ({ mode }) => {
        if (mode === 'odd') return { text: 1, secret: 'x' } as never;
        throw new Error('password of the database is 123');
      }),
    ]);

    const refusal = await client
      .ask(OpenEcho, APPROVAL, { text: 'x' })
      .catch((error: unknown) => error as Refusal);

    expect(JSON.stringify(refusal)).not.toContain('123');
    expect(refusal).toMatchObject({ code: 'internal-error' });
    expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x', mode: 'odd' }))).toBe(
      'internal-error',
    );
    expect(
      on.bus.log.lines.some(({ error }) =>
        (error as Error | undefined)?.message.includes('password'),
      ),
    ).toBe(true);
  });

  it('when the handler refuses, with every unmet rule', async () => {
    const unmet = [{ rule: 'site-plan-attached', message: { zh: '缺平面图', en: 'no plan' } }];
    await on.serve(APPROVAL, [
      answers(OpenEcho, async () => {
        throw busRefusals.refuse('payload-invalid', unmet);
      }),
    ]);

    await expect(client.ask(OpenEcho, APPROVAL, { text: 'x' })).rejects.toMatchObject({
      code: 'payload-invalid',
      kind: 'malformed',
      unmet,
    });
  });

  it('when the answer would be larger than the broker takes', async () => {
    await on.serve(APPROVAL, [answers(OpenEcho, async () => ({ text: 'x'.repeat(300_000) }))]);

    expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' }))).toBe('answer-too-large');
  });

  it('when the reply carries more than declared: the rest stays in the service', async () => {
    await on.serve(APPROVAL, [answers(OpenEcho, async () => ({ text: 'x', internal: 'y' }))]);

    expect(await client.ask(OpenEcho, APPROVAL, { text: 'x' })).toEqual({ text: 'x' });
  });

  it('when the service is busy, and one caller cannot take every place', async () => {
    const gate = Promise.withResolvers<{ text: string }>();
    await on.serve(APPROVAL, [answers(OpenEcho, () => gate.promise)], {
      maxInFlight: 4,
      maxInFlightOfCaller: 3,
    });
    const department = await on.bus.clientOf(MARKET);

    const asked = Array.from({ length: 10 }, () =>
      codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' })),
    );
    const busy = Promise.all(asked.slice(3));
    expect(new Set(await busy)).toEqual(new Set(['busy']));
    const other = codeOf(department.ask(OpenEcho, APPROVAL, { text: 'x' }));
    gate.resolve({ text: '' });

    expect(await Promise.all([...asked.slice(0, 3), other])).toEqual(Array(4).fill('answered'));
  });

  it.each([
    ['a quarter of the places, unless it is said otherwise', { maxInFlight: 8 }, 2],
    ['as many places as is said', { maxInFlight: 8, maxInFlightOfDepartment: 5 }, 5],
  ])('when a department asks for more than its share: %s', async (_, options, share) => {
    const gate = Promise.withResolvers<{ text: string }>();
    await on.serve(APPROVAL, [answers(OpenEcho, () => gate.promise)], options);
    const department = await on.bus.clientOf(MARKET);

    const asked = Array.from({ length: 8 }, () =>
      codeOf(department.ask(OpenEcho, APPROVAL, { text: 'x' })),
    );
    expect(new Set(await Promise.all(asked.slice(share)))).toEqual(new Set(['busy']));
    const gateway = codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' }));
    gate.resolve({ text: '' });

    expect(await Promise.all([...asked.slice(0, share), gateway])).toEqual(
      Array(share + 1).fill('answered'),
    );
  });

  it('and asks until it is answered, with one key, when it says so', async () => {
    const keys = new Set<string | undefined>();
    let tries = 0;
    await on.serve(MARKET, [
      answers(ServiceEcho, async (_, { idempotencyKey }) => {
        keys.add(idempotencyKey);
        tries += 1;
        if (tries < 3) throw busRefusals.refuse('busy');
        return { text: 'done' };
      }),
    ]);

    expect(
      await client.askUntilAnswered(ServiceEcho, MARKET, { text: 'x' }, { withinMs: 60_000 }),
    ).toEqual({
      text: 'done',
    });
    expect([keys.size, tries]).toEqual([1, 3]);
  });

  it('when the broker is away: it is told at once', async () => {
    const own = await aBus();
    const away = await own.clientOf(GATEWAY);
    await own.server.pause();

    await eventually(async () => {
      expect(await codeOf(away.ask(OpenEcho, APPROVAL, { text: 'x' }, { timeoutMs: 500 }))).toBe(
        'nobody-answers',
      );
    });

    await own.server.start();
    await own.stop();
  });
});

describe('A server that closes', () => {
  it('answers what it has taken and leaves the rest to others', async () => {
    const gate = Promise.withResolvers<{ text: string }>();
    const server = await on.serve(APPROVAL, [answers(OpenEcho, () => gate.promise)]);
    const client = await on.bus.clientOf(GATEWAY);
    const taken = codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' }));
    await eventually(() => expect(server.inFlight).toBe(1));

    let closed = false;
    const close = server.close().then(() => (closed = true));
    await eventually(async () => {
      // Asked before the broker knows of the closing it is still taken: only a short wait leaves time to ask again.
      expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: 'y' }, { timeoutMs: 200 }))).toBe(
        'nobody-answers',
      );
    });
    expect(closed).toBe(false);
    gate.resolve({ text: '' });

    expect(await taken).toBe('answered');
    await close;
  });

  it('refuses to be made for contracts of another service, or for one twice', () => {
    const make = (answering: readonly Answering[]) => on.serve(INTAKE, answering);

    return Promise.all([
      expect(make([answers(OpenEcho, async () => ({ text: '' }))])).rejects.toThrow(TypeError),
      expect(on.serve(APPROVAL, [...echoes(), ...echoes()])).rejects.toThrow(TypeError),
    ]);
  });
});
