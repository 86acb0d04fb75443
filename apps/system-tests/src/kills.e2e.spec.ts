import { setTimeout as pause } from 'node:timers/promises';
import type { ParticipantToken } from '@onewindow/contracts';
import { FAULT_POINTS } from '@onewindow/journal';
import { ClockConductor, ReportStory, until } from '@onewindow/tools';
import {
  aCity,
  factsOf,
  figuresAtRest,
  journalFaults,
  playStory,
  seededRandom,
  type City,
} from './a-city.js';

const MARKET: ParticipantToken = 'intermediary-market-centre';
/** Everybody who has a part in the case itself. */
const OF_THE_CASE: readonly ParticipantToken[] = [
  'intake-centre',
  'approval-bureau',
  'supervision-market-regulation',
  'supervision-city-management',
];

const KILLS = 20;
const KILLS_IN_ONE_STORY = 4;
const REPORTS_AT_ONCE = 4;
const KILLS_OF_THE_MARKET = 8;
const SEED = Number(process.env.OW_SEED ?? Math.floor(Math.random() * 1e9));

describe('A killed service', () => {
  let city: City;
  let untouched: Record<string, number>;

  beforeAll(async () => {
    city = await aCity();
    untouched = await factsOf(city, await playStory(city));
  });

  afterAll(async () => {
    expect(await figuresAtRest(city)).toEqual({ backlog: 0, parked: 0 });
    expect(await journalFaults(city)).toEqual([]);
    await city.stop();
  });

  /** Lets each of them die at the point, at its n-th passing, while the work is done; resolves when each has died, once. */
  const dyingAt = async (
    point: string,
    names: readonly ParticipantToken[],
    nth: number,
    work: () => Promise<void>,
  ) => {
    const services = names.flatMap((name) => city.platform.services.get(name) ?? []);
    await Promise.all(services.map((each) => each.ready()));
    const crashes = () => services.map((each) => each.crashes);
    const expected = crashes().map((before) => before + 1);
    await Promise.all(services.map((each) => each.armFault(point, nth)));
    await work();
    await until('each has died', async (sighted) => {
      sighted(crashes());
      return crashes().every((each, index) => each >= Number(expected[index])) || undefined;
    });
    expect(crashes()).toEqual(expected);
  };

  const killAtRandom = async (
    names: readonly ParticipantToken[],
    random: () => number,
    { kills, withinMs }: { readonly kills: number; readonly withinMs: number },
  ) => {
    await Promise.all(
      Array.from({ length: kills }, async () => {
        const name = names[Math.floor(random() * names.length)];
        await pause(random() * withinMs);
        if (name !== undefined) city.platform.services.get(name)?.kill('SIGKILL');
      }),
    );
  };

  it.each(FAULT_POINTS)(
    'in every office of the case dies at %s, and the story completes with every fact once',
    async (point) => {
      await dyingAt(point, OF_THE_CASE, 1, async () => {
        expect(await factsOf(city, await playStory(city))).toEqual(untouched);
      });
    },
  );

  it(`at ${KILLS} random moments of the story loses nothing and repeats nothing (OW_SEED=${SEED})`, async () => {
    const random = seededRandom(SEED);
    const names = [...city.platform.services.keys()].filter(
      (name) => !name.startsWith('provisioner'),
    );
    for (let killed = 0; killed < KILLS; killed += KILLS_IN_ONE_STORY) {
      const story = playStory(city);
      await killAtRandom(names, random, { kills: KILLS_IN_ONE_STORY, withinMs: 2_000 });
      expect(await factsOf(city, await story)).toEqual(untouched);
      await city.platform.ready();
    }
  }, 600_000);

  describe(MARKET, () => {
    let reports: ReportStory[];
    let facts: Record<string, number>;

    const begin = async (many: number) => {
      const begun = Array.from({ length: many }, () => new ReportStory(city.cast));
      const appearances = await Promise.all(begun.map((each) => each.begin()));
      const [last] = appearances.sort().slice(-1);
      if (last !== undefined) await new ClockConductor(city.cast.operations).moveToInstant(last);
      return begun;
    };

    const expectOneAwardByItsDraw = async (report: ReportStory) => {
      const { awards } = await report.project();
      const { ranking } = await report.draw();
      expect(awards.map(({ agency, place }) => [agency.creditCode, place])).toEqual([
        [ranking[0]?.creditCode, 1],
      ]);
      await new ClockConductor(city.cast.operations).quiet();
      expect(await factsOf(city, report)).toEqual(facts);
    };

    beforeAll(async () => {
      const [first, ...others] = await begin(FAULT_POINTS.length + 1);
      if (first === undefined) throw new TypeError('nobody asked for a report');
      await first.end();
      await new ClockConductor(city.cast.operations).quiet();
      facts = await factsOf(city, first);
      reports = others;
    });

    it('draws once and awards once for a report that nothing disturbs', () => {
      expect(facts).toMatchObject({
        'intermediary-market agency-drawn': 1,
        'intermediary-market project-awarded': 1,
      });
      const delivered = Object.entries(facts).filter(([fact]) => fact.includes('report-delivered'));
      expect(delivered.toSorted()).toEqual([
        ['intake report-delivered', 1],
        [expect.stringMatching(/^intermediary-market /), 1],
      ]);
    });

    it.each(FAULT_POINTS)(
      'dies at %s from the draw on, and the project has one draw, one award, one report',
      async (point) => {
        const report = reports.pop();
        if (report === undefined) throw new TypeError('a report for each point');
        // The first command enters the public value; the second is the one that draws and awards.
        await dyingAt(point, [MARKET], point.startsWith('command.') ? 2 : 1, () => report.end());
        await expectOneAwardByItsDraw(report);
      },
    );

    it(`at ${KILLS_OF_THE_MARKET} random moments of ${REPORTS_AT_ONCE} projects at once loses nothing and repeats nothing (OW_SEED=${SEED})`, async () => {
      const random = seededRandom(SEED);
      const killing = killAtRandom([MARKET, MARKET, 'intake-centre'], random, {
        kills: KILLS_OF_THE_MARKET,
        withinMs: 8_000,
      });
      const begun = await begin(REPORTS_AT_ONCE);
      await Promise.all(begun.map((each) => each.end()));
      await killing;
      await city.platform.ready();
      for (const each of begun) await expectOneAwardByItsDraw(each);
    }, 600_000);
  });
});
