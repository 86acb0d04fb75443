import { randomUUID } from 'node:crypto';
import { eventually } from '@onewindow/testing';
import type { Environment } from '../src/index.js';
import { SpecCity, type SpecService } from './counter/a-city.js';
import type { SpecProcess } from './counter/a-process.js';
import { Count, ReadCounter } from './counter/contracts.js';

let city: SpecCity;

beforeEach(async () => {
  city = await SpecCity.open();
});

afterEach(() => city.close());

const LOOKED_WITHIN = { withinMs: 60_000 };

const start = async (service: SpecService, changes: Environment = {}): Promise<SpecProcess> => {
  const started = await city.start(service, { OW_CLOCK: 'host', ...changes });
  await eventually(
    () => started.isReady || Promise.reject(new Error(started.output)),
    LOOKED_WITHIN,
  );
  return started;
};
const ahead = (milliseconds: number) => ({ SPEC_CLOCK_AHEAD_MS: String(milliseconds) });
const clocks = () => city.operate('counter', 'clockState');

/** Makes a counter whose hour is over already. */
async function anExpiredCounter(): Promise<string> {
  const id = randomUUID();
  const within = { withinMs: 60_000 };
  await city.client.askUntilAnswered(Count, 'intake-centre', { id, by: 1 }, within);
  await city.tamper('counter', `update deadline set due_at = now() where aggregate_id = '${id}'`);
  return id;
}
const expired = async (id: string) =>
  (await city.client.ask(ReadCounter, 'intake-centre', { id })).expired;

describe('Two hosts', () => {
  it('whose clocks agree record effects, and tell what they heard of one another', async () => {
    await start('tally');
    await start('counter');
    const id = await anExpiredCounter();

    await eventually(async () => expect(await expired(id)).toBe(true), LOOKED_WITHIN);
    const state = await clocks();
    expect(state).toMatchObject({ mode: 'host', effects: 'recorded', alarm: false });
    expect(state).toMatchObject({ peers: [{ participant: 'approval-bureau' }] });
  });

  it.each([10_000, -10_000])('that differ by %i ms raise an alarm and go on', async (aheadMs) => {
    await start('tally', ahead(aheadMs));
    const counter = await start('counter');

    await eventually(async () => {
      expect(await clocks()).toMatchObject({ effects: 'recorded', alarm: true });
    }, LOOKED_WITHIN);
    expect(JSON.stringify((await counter.ask('ready')).body)).toContain('approval-bureau');
    expect(counter.output).toContain('clocks differ');
    const id = await anExpiredCounter();
    await eventually(async () => expect(await expired(id)).toBe(true), LOOKED_WITHIN);
  });

  it.each([60_000, -60_000])(
    'that differ by %i ms record no effect until an administrator resumes, over a restart',
    async (aheadMs) => {
      const wrong = await start('tally', ahead(aheadMs));
      const halted = { effects: 'halted', haltReason: 'peers-differ' };
      const counter = await start('counter');
      await eventually(async () => expect(await clocks()).toMatchObject(halted), LOOKED_WITHIN);
      const id = await anExpiredCounter();
      await expect(city.operate('counter', 'resumeEffects')).rejects.toMatchObject({
        code: 'clocks-still-differ',
      });

      await wrong.stop();
      await counter.stop();
      await start('tally');
      await start('counter');
      await eventually(async () => {
        expect(await clocks()).toMatchObject({ ...halted, peers: [expect.anything()] });
      }, LOOKED_WITHIN);
      expect(await expired(id)).toBe(false);

      await eventually(() => city.operate('counter', 'resumeEffects'), LOOKED_WITHIN);
      await eventually(async () => expect(await expired(id)).toBe(true), LOOKED_WITHIN);
    },
  );
});
