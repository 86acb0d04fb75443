import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { eventually } from '@onewindow/testing';
import { bootService } from '../src/index.js';
import { SpecCity } from './counter/a-city.js';
import type { SpecProcess } from './counter/a-process.js';
import { Count, ReadTally } from './counter/contracts.js';
import { TallyModule, tallyService } from './counter/tally.js';

let city: SpecCity;

beforeAll(async () => {
  city = await SpecCity.open();
});

afterAll(() => city.close());

const ready = (process: SpecProcess) =>
  eventually(() => process.isReady || Promise.reject(new Error(process.output)), {
    withinMs: 60_000,
  });

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface LateServer {
  /** Nothing listens any more, and every session is cut. */
  close(): Promise<void>;
}

/** A database server that comes late: nothing listens on the port until it is opened. */
async function opened(port: number, target: URL): Promise<LateServer> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(Number(target.port), target.hostname);
    incoming.pipe(outgoing).pipe(incoming);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => (incoming.destroy(), outgoing.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const at = (url: string | undefined, port: number): string => {
  const moved = new URL(url!);
  moved.port = String(port);
  return moved.href;
};

describe('A service that is started before its database', () => {
  it('is alive, says what it waits for, is ready when it comes, and ends in time when it went again', async () => {
    const [databasePort, healthPort] = [await aFreePort(), await aFreePort()];
    const told = await city.environment('counter');
    const process = await city.start('counter', {
      OW_DATABASE_URL: at(told.OW_DATABASE_URL, databasePort),
      OW_DATABASE_OWNER_URL: at(told.OW_DATABASE_OWNER_URL, databasePort),
      OW_HEALTH_PORT: String(healthPort),
    });
    await eventually(
      async () => {
        expect(await process.ask('live', healthPort)).toMatchObject({ status: 200 });
        expect(process.output).toContain('waiting for the database');
      },
      { withinMs: 60_000 },
    );
    expect(await process.ask('ready', healthPort)).toMatchObject({
      status: 503,
      body: { ready: false, parts: { database: { ready: false } } },
    });

    const database = await opened(databasePort, new URL(told.OW_DATABASE_URL!));
    await ready(process);
    expect(await process.ask('ready', healthPort)).toMatchObject({ status: 200 });

    await database.close();
    await eventually(
      async () => expect(await process.ask('ready', healthPort)).toMatchObject({ status: 503 }),
      { withinMs: 60_000 },
    );
    expect(await process.stop()).toBe(0);
  });

  it('ends at once, and without a failure, when it is told to stop while it waits', async () => {
    const url = `postgres://nobody@127.0.0.1:${String(await aFreePort())}/nowhere`;
    const process = await city.start('counter', {
      OW_DATABASE_URL: url,
      OW_DATABASE_OWNER_URL: url,
    });
    await eventually(() => expect(process.output).toContain('waiting for the database'), {
      withinMs: 60_000,
    });

    expect(await process.stop()).toBe(0);
    expect(process.output).not.toContain('could not be started');
  });
});

describe('A service that is started before its broker', () => {
  it('becomes ready when the broker comes', async () => {
    await city.broker.pause();
    const process = await city.start('counter');
    await eventually(() => expect(process.output).toContain('waiting for the broker'), {
      withinMs: 60_000,
    });
    await city.broker.start();
    await ready(process);

    expect(await process.stop()).toBe(0);
  });
});

describe('A service that is told nonsense', () => {
  it('lists every mistake in both languages and asks not to be started again', async () => {
    const process = await city.start('counter', {
      OW_PARTICIPANT: 'approval-bureau',
      OW_DATABASE_URL: undefined,
      OW_LOG_LEVEL: 'loud',
    });

    expect(await process.end()).toBe(78);
    for (const variable of ['OW_PARTICIPANT', 'OW_DATABASE_URL', 'OW_LOG_LEVEL']) {
      expect(process.output).toContain(`- ${variable}:`);
      expect(process.output).toContain(`- ${variable}：`);
    }
  });
});

describe('A service that runs inside its own spec', () => {
  it('starts from given settings, leaves the signals of the process alone, and stops', async () => {
    const listeners = process.listenerCount('SIGTERM');
    const told = await city.environment('tally', { OW_LOG_LEVEL: 'silent' });
    const service = await bootService(TallyModule, tallyService, told);
    const reading = await city.client.ask(ReadTally, 'approval-bureau', { id: randomUUID() });

    expect(reading).toEqual({ sum: 0, heard: 0, expired: false });
    expect(service.healthPort).toBeGreaterThan(0);
    expect(process.listenerCount('SIGTERM')).toBe(listeners);
    await service.stop();
    await expect(
      city.client.ask(ReadTally, 'approval-bureau', { id: randomUUID() }),
    ).rejects.toMatchObject({ code: 'nobody-answers' });
  });
});

describe('Two processes of one service', () => {
  it('may start on an empty database at the same time, and both do the work', async () => {
    const both = [await city.start('tally'), await city.start('tally')];
    await Promise.all(both.map(ready));
    const counters = [await city.start('counter'), await city.start('counter')];
    await Promise.all(counters.map(ready));

    const id = randomUUID();
    const values = await Promise.all(
      Array.from({ length: 20 }, () =>
        city.client.ask(Count, 'intake-centre', { id, by: 1 }, { idempotencyKey: randomUUID() }),
      ),
    );
    expect(values.map((each) => each.value).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );

    expect(await Promise.all([...both, ...counters].map((each) => each.stop()))).toEqual([
      0, 0, 0, 0,
    ]);
  });

  // Either of them answers a question: forty answers leave no doubt that both were asked.
  it('see the simulated clock that the other one moved', async () => {
    const both = [await city.start('counter'), await city.start('counter')];
    await Promise.all(both.map(ready));
    await city.operate('counter', 'setClock', { to: '2026-03-05T00:00:00.000Z' });

    await eventually(
      async () => {
        const answers = await Promise.all(
          Array.from({ length: 40 }, () => city.operate('counter', 'clockState')),
        );
        for (const answer of answers)
          expect(answer).toMatchObject({ now: '2026-03-05T00:00:00.000Z' });
      },
      { withinMs: 60_000 },
    );
    await Promise.all(both.map((each) => each.stop()));
  });
});
