import { randomUUID } from 'node:crypto';
import { eventually } from '@onewindow/testing';
import { SpecCity, START } from './counter/a-city.js';
import type { SpecProcess } from './counter/a-process.js';
import { Count, ListCounters, ReadCounter, ReadTally } from './counter/contracts.js';

let city: SpecCity;

beforeAll(async () => {
  city = await SpecCity.open();
});

afterAll(() => city.close());

const count = (id: string, by = 1, idempotencyKey: string = randomUUID()) =>
  city.client.askUntilAnswered(
    Count,
    'intake-centre',
    { id, by },
    { idempotencyKey, withinMs: 60_000 },
  );
const counter = (id: string) =>
  city.client.askUntilAnswered(ReadCounter, 'intake-centre', { id }, { withinMs: 60_000 });
const tally = (id: string) =>
  city.client.askUntilAnswered(ReadTally, 'approval-bureau', { id }, { withinMs: 60_000 });

const ready = (process: SpecProcess) =>
  eventually(() => process.isReady || Promise.reject(new Error(process.output)), {
    withinMs: 60_000,
  });

describe('Two services', () => {
  let counterService: SpecProcess;
  let tallyService: SpecProcess;

  beforeAll(async () => {
    counterService = await city.start('counter');
    tallyService = await city.start('tally');
    await Promise.all([ready(counterService), ready(tallyService)]);
  });

  it('carry a command through journal and relay to the other one and back', async () => {
    const id = randomUUID();
    expect(await count(id, 2)).toEqual({ value: 2 });
    await count(id, 3);

    await eventually(async () => {
      expect(await tally(id)).toEqual({ sum: 5, heard: 2, expired: false });
      expect(await counter(id)).toEqual({ value: 5, confirmed: 2, expired: false });
    });
  });

  it('nudge whoever watches a case', async () => {
    const id = randomUUID();
    await count(id);

    await eventually(() => expect(city.nudges).toContain(id));
  });

  it('answer a command that is sent again with its first answer', async () => {
    const id = randomUUID();
    const key = randomUUID();
    await count(id, 2, key);

    expect(await count(id, 2, key)).toEqual({ value: 2 });
    expect(await counter(id)).toMatchObject({ value: 2 });
  });

  it('read their views through MikroORM under the runtime role', async () => {
    const id = randomUUID();
    await count(id, 7);
    const { counters } = await city.client.ask(ListCounters, 'intake-centre', {});

    expect(counters).toContainEqual({ id, value: 7 });
  });

  it('tell whether they are alive and ready', async () => {
    expect(await counterService.ask('live')).toEqual({ status: 200, body: { live: true } });
    expect(await counterService.ask('ready')).toMatchObject({
      status: 200,
      body: {
        ready: true,
        parts: { database: { ready: true }, broker: { ready: true }, relay: { ready: true } },
      },
    });
  });

  it.each(['journalFigures', 'listParked', 'clockState', 'resumeEffects'] as const)(
    'refuse %s to an administrator of another region',
    async (operation) => {
      await expect(city.operate('counter', operation, {}, '990200')).rejects.toMatchObject({
        code: 'not-permitted',
      });
    },
  );

  it('fire a deadline when the simulated clock is moved past it, and tell', async () => {
    const id = randomUUID();
    await count(id);
    expect(await city.operate('counter', 'clockState')).toEqual({
      mode: 'simulated',
      now: START,
      nextDeadline: '2026-03-02T02:00:00.000Z',
    });

    await city.operate('counter', 'setClock', { to: '2026-03-02T01:59:59.000Z' });
    expect(await counter(id)).toMatchObject({ expired: false });
    await city.operate('counter', 'setClock', { to: '2026-03-02T02:00:00.000Z' });

    await eventually(async () => {
      expect(await counter(id)).toMatchObject({ expired: true });
      expect(await tally(id)).toMatchObject({ expired: true });
    });
  });

  it('say how much they did, and that nothing is on its way any more', async () => {
    await eventually(
      async () => {
        expect(await city.operate('counter', 'journalFigures')).toMatchObject({
          parked: 0,
          backlog: 0,
        });
        expect(await city.operate('tally', 'journalFigures')).toMatchObject({
          parked: 0,
          backlog: 0,
        });
      },
      { withinMs: 60_000 },
    );
  });

  it('log ids, no names and no payloads', () => {
    const lines = counterService.output.trim().split('\n');

    expect(lines.every((line) => JSON.parse(line) !== null)).toBe(true);
    expect(counterService.output).not.toContain('管理员');
  });

  it('stay small', () => {
    const mib = [counterService.residentMib, tallyService.residentMib];
    console.log(`resident memory: ${mib.map((each) => each.toFixed(0)).join(' and ')} MiB`);

    expect(Math.max(...mib)).toBeLessThan(320);
  });

  it('lose nothing when they are stopped in the middle of work, and go on after a start', async () => {
    const id = randomUUID();
    const sent = Array.from({ length: 60 }, () => count(id));
    await Promise.race(sent);
    expect(await counterService.stop()).toBe(0);
    counterService = await city.start('counter');
    await Promise.all(sent);
    expect(await tallyService.stop()).toBe(0);
    await count(id);
    tallyService = await city.start('tally');
    await Promise.all([ready(counterService), ready(tallyService)]);

    await eventually(
      async () => {
        expect(await counter(id)).toMatchObject({ value: 61, confirmed: 61 });
        expect(await tally(id)).toMatchObject({ sum: 61, heard: 61 });
      },
      { withinMs: 60_000 },
    );
  });

  it('keep the simulated clock over a restart', async () => {
    expect(await city.operate('counter', 'clockState')).toMatchObject({
      now: '2026-03-02T02:00:00.000Z',
    });
  });

  it.each(['command.after-transaction', 'command.after-commit-before-reply'])(
    'apply a command once when the process is killed at %s',
    async (point) => {
      const id = randomUUID();
      await counterService.armFault(point);
      const answer = count(id, 4);
      expect(await counterService.end()).toBeNull();
      counterService = await city.start('counter');
      await ready(counterService);

      expect(await answer).toEqual({ value: 4 });
      await eventually(async () => expect(await tally(id)).toMatchObject({ sum: 4, heard: 1 }));
    },
  );
});
