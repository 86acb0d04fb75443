import { randomUUID } from 'node:crypto';
import { eventually } from '@onewindow/testing';
import { STOP_WITHIN_MS } from '../src/index.js';
import { SpecCity } from './counter/a-city.js';
import type { SpecProcess } from './counter/a-process.js';
import { Count, ReadCounter, ReadTally } from './counter/contracts.js';

let city: SpecCity;
let counterService: SpecProcess;
let tallyService: SpecProcess;

const ready = (process: SpecProcess) =>
  eventually(() => process.isReady || Promise.reject(new Error(process.output)), {
    withinMs: 60_000,
  });

beforeAll(async () => {
  city = await SpecCity.open();
  counterService = await city.start('counter', { OW_CLOCK: 'host' });
  tallyService = await city.start('tally', { OW_CLOCK: 'host' });
  await Promise.all([ready(counterService), ready(tallyService)]);
});

afterAll(() => city.close());

const count = (id: string, by = 1) =>
  city.client.askUntilAnswered(Count, 'intake-centre', { id, by }, { withinMs: 60_000 });

const tallied = (id: string, sum: number) =>
  eventually(
    async () => {
      const reading = await city.client.ask(ReadTally, 'approval-bureau', { id });
      expect(reading).toMatchObject({ sum });
    },
    { withinMs: 60_000 },
  );

const readiness = (process: SpecProcess, expected: object) =>
  eventually(async () => expect(await process.ask('ready')).toMatchObject(expected), {
    withinMs: 60_000,
  });

describe('A running service', () => {
  it('survives that the database ends all its sessions', async () => {
    const id = randomUUID();
    await count(id);
    for (const service of ['counter', 'tally'] as const) {
      await city.tamper(
        service,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
    }
    await count(id);

    await tallied(id, 2);
  });

  it('is not ready while the broker is away, and goes on when it is back', async () => {
    const id = randomUUID();
    await count(id);
    await city.broker.pause();
    await readiness(counterService, {
      status: 503,
      body: { parts: { broker: { ready: false }, database: { ready: true } } },
    });
    await city.broker.start();
    await readiness(counterService, { status: 200 });
    await count(id);

    await tallied(id, 2);
  });

  it('lists what it could not apply, and tries it again when it is told to', async () => {
    const id = randomUUID();
    await count(id, 5_000);
    const { parked } = (await eventually(async () => {
      const found = (await city.operate('tally', 'listParked')) as { parked: { id: string }[] };
      return found.parked.length === 1 && found;
    })) as { parked: { id: string }[] };

    expect(parked).toMatchObject([
      { producer: 'intake-centre', name: 'intake.counted.v1', aggregateId: id },
    ]);
    await expect(city.operate('tally', 'retryParked', { id: parked[0]!.id })).rejects.toMatchObject(
      { code: 'too-much-at-once' },
    );
    await expect(city.operate('tally', 'retryParked', { id: '404' })).rejects.toMatchObject({
      code: 'parked-message-unknown',
    });
  });

  it('traces a case by its correlation', async () => {
    const id = randomUUID();
    await count(id);
    const { entries } = (await city.operate('counter', 'journalTrace', { correlation: id })) as {
      entries: object[];
    };

    expect(entries[0]).toMatchObject({
      aggregate: 'counter',
      aggregateId: id,
      actor: { kind: 'service', id: 'gateway-centre' },
      cause: expect.stringMatching(/^command:gateway-centre\//) as string,
    });
  });

  it('refuses to move the clock of its host', async () => {
    await expect(
      city.operate('counter', 'setClock', { to: '2030-01-01T00:00:00.000Z' }),
    ).rejects.toMatchObject({ code: 'clock-not-simulated' });
  });

  it('records no effect of the law while effects are halted, and all of them afterwards', async () => {
    const id = randomUUID();
    await count(id);
    await city.tamper('counter', "update clock_watch set reason = 'clock-went-back'");
    await readiness(counterService, {
      status: 200,
      body: {
        parts: { effects: { remark: { en: expect.stringContaining('went back') as string } } },
      },
    });
    await city.tamper('counter', `update deadline set due_at = now() where aggregate_id = '${id}'`);
    const expired = async () =>
      (await city.client.ask(ReadCounter, 'intake-centre', { id })).expired;
    const began = performance.now();
    await eventually(() => performance.now() - began > 2_500);
    expect(await expired()).toBe(false);

    await city.operate('counter', 'resumeEffects');
    await eventually(expired);
  });

  it('stops in time while the broker is away', async () => {
    await count(randomUUID());
    await city.broker.pause();
    const began = performance.now();

    expect(await counterService.stop()).toBe(0);
    expect(await tallyService.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(2 * STOP_WITHIN_MS);
    await city.broker.start();
  });
});
