import { setTimeout as pause } from 'node:timers/promises';
import type { ParticipantToken } from '@onewindow/contracts';
import { FAULT_POINTS } from '@onewindow/journal';
import {
  aCity,
  factsOf,
  figuresAtRest,
  journalFaults,
  playStory,
  seededRandom,
  type City,
} from './a-city.js';

const SERVICES: readonly ParticipantToken[] = [
  'intake-centre',
  'approval-bureau',
  'supervision-market-regulation',
  'supervision-city-management',
];

const KILLS = 20;
const KILLS_IN_ONE_STORY = 2;
const SEED = Number(process.env.OW_SEED ?? Math.floor(Math.random() * 1e9));

describe('A killed service', () => {
  let city: City;
  let untouched: Record<string, number>;

  const expectSound = async () => {
    expect(await figuresAtRest(city)).toEqual({ backlog: 0, parked: 0 });
    expect(await journalFaults(city)).toEqual([]);
  };

  beforeAll(async () => {
    city = await aCity();
    untouched = await factsOf(city, await playStory(city));
  });

  afterAll(async () => {
    await expectSound();
    await city.stop();
  });

  describe.each(SERVICES)('%s', (name) => {
    it.each(FAULT_POINTS)(
      'dies at %s and the story completes with every fact once',
      async (point) => {
        const service = city.platform.services.get(name);
        const before = service?.crashes ?? 0;
        await service?.armFault(point);

        const outcome = await playStory(city);

        expect(await factsOf(city, outcome)).toEqual(untouched);
        expect(service?.crashes).toBe(before + 1);
      },
    );
  });

  it(`at ${KILLS} random moments of the story loses nothing and repeats nothing (OW_SEED=${SEED})`, async () => {
    const random = seededRandom(SEED);
    const names = [...city.platform.services.keys()].filter(
      (name) => !name.startsWith('provisioner'),
    );
    for (let killed = 0; killed < KILLS; killed += KILLS_IN_ONE_STORY) {
      const story = playStory(city);
      const kills = Array.from({ length: KILLS_IN_ONE_STORY }, async () => {
        const name = names[Math.floor(random() * names.length)];
        await pause(random() * 2_000);
        if (name !== undefined) city.platform.services.get(name)?.kill('SIGKILL');
      });
      await Promise.all(kills);
      expect(await factsOf(city, await story)).toEqual(untouched);
      await city.platform.ready();
    }
  }, 300_000);
});
