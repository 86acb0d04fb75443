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
  let untouchedReport: Record<string, number>;
  /** One for each fault point, from its sign-up on: the value that decides its draw has appeared. */
  let reports: ReportStory[];

  const conductor = () => new ClockConductor(city.cast.operations);

  /** Applications that lack a report, up to the moment at which their agencies can be drawn. */
  const begin = async (many: number) => {
    const begun = Array.from({ length: many }, () => new ReportStory(city.cast));
    const appearances = await Promise.all(begun.map((each) => each.begin()));
    const last = appearances.sort().at(-1);
    if (last !== undefined) await conductor().moveToInstant(last);
    return begun;
  };

  beforeAll(async () => {
    city = await aCity();
    const [first, ...others] = await begin(FAULT_POINTS.length + 1);
    if (first === undefined) throw new TypeError('nobody asked for a report');
    await first.end();
    untouched = await factsOf(city, await playStory(city));
    untouchedReport = await factsOf(city, first);
    reports = others;
  });

  afterAll(async () => {
    expect(await figuresAtRest(city)).toEqual({ backlog: 0, parked: 0 });
    expect(await journalFaults(city)).toEqual([]);
    await city.stop();
  });

  /** Lets each of them die at the point, at the given passing of it, while the work is done; resolves when each has died, once. */
  const dyingAt = async (
    point: string,
    passings: ReadonlyMap<ParticipantToken, number>,
    work: () => Promise<void>,
  ) => {
    const dying = [...passings].flatMap(([name, nth]) => {
      const service = city.platform.services.get(name);
      return service === undefined ? [] : [{ service, nth }];
    });
    await Promise.all(dying.map(({ service }) => service.ready()));
    const crashes = () => dying.map(({ service }) => service.crashes);
    const expected = crashes().map((before) => before + 1);
    await Promise.all(dying.map(({ service, nth }) => service.armFault(point, nth)));
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

  const expectOneAwardByItsDraw = async (report: ReportStory) => {
    const { awards } = await report.project();
    const { ranking } = await report.draw();
    expect(awards.map(({ agency, place }) => [agency.creditCode, place])).toEqual([
      [ranking[0]?.creditCode, 1],
    ]);
    await conductor().quiet();
    expect(await factsOf(city, report)).toEqual(untouchedReport);
  };

  it('is compared with a report that nothing disturbed: one draw, one award, told and received once', () => {
    expect(untouchedReport).toMatchObject({
      'intermediary-market agency-drawn': 1,
      'intermediary-market project-awarded': 1,
    });
    const delivered = Object.entries(untouchedReport).filter(([fact]) =>
      fact.includes('report-delivered'),
    );
    expect(delivered.toSorted()).toEqual([
      ['intake report-delivered', 1],
      [expect.stringMatching(/^intermediary-market /), 1],
    ]);
  });

  it.each(FAULT_POINTS)(
    'in every office of a case, and in the market from the draw on, dies at %s, and story and report complete with every fact once',
    async (point) => {
      const report = reports.pop();
      if (report === undefined) throw new TypeError('a report for each point');
      const passings = new Map(OF_THE_CASE.map((name) => [name, 1]));
      // The first command of the market enters the public value; the second is the one that draws and awards.
      passings.set(MARKET, point.startsWith('command.') ? 2 : 1);

      await dyingAt(point, passings, async () => {
        const [outcome] = await Promise.all([playStory(city), report.end()]);
        expect(await factsOf(city, outcome)).toEqual(untouched);
      });
      await expectOneAwardByItsDraw(report);
    },
    400_000,
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

  it(`at ${KILLS_OF_THE_MARKET} random moments of ${REPORTS_AT_ONCE} projects of the market loses nothing and repeats nothing (OW_SEED=${SEED})`, async () => {
    const killing = killAtRandom([MARKET, MARKET, 'intake-centre'], seededRandom(SEED), {
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
