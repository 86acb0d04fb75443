import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ClockConductor, ReportStory, until } from '@onewindow/tools';
import { Client } from 'pg';
import { aCity, factsOf, figuresAtRest, journalFaults, playStory, type City } from './a-city.js';

describe('The servers below the platform', () => {
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

  const during = async (disturb: () => Promise<void>) => {
    const story = playStory(city);
    await pause(400);
    await disturb();
    expect(await factsOf(city, await story)).toEqual(untouched);
  };

  const nats = () => {
    const { nats: server } = city.platform;
    if (server === undefined) throw new Error('the platform of a journey runs its own nats-server');
    return server;
  };

  it('may lose the broker and everything it stored in the middle of the story', async () => {
    await during(async () => {
      await nats().kill();
      nats().wipeStore();
      await nats().start();
    });
  });

  it('may find the broker rolled back to an older copy of its store', async () => {
    await nats().kill();
    const copy = join(city.platform.folder.root, 'nats-older');
    nats().copyStore(copy);
    await nats().start();
    await playStory(city);
    await during(async () => {
      await nats().kill();
      nats().restoreStore(copy);
      await nats().start();
    });
  });

  it('may see PostgreSQL restarted at once', async () => {
    await during(async () => {
      await city.platform.postgres?.restart('immediate');
    });
  });

  it('may have a service that stood still for a while', async () => {
    await during(async () => {
      const approval = city.platform.services.get('approval-bureau');
      approval?.kill('SIGSTOP');
      await pause(1_500);
      approval?.kill('SIGCONT');
    });
  });

  it('may have an old relay that wakes up when another has long taken its place', async () => {
    const old = city.platform.services.get('approval-bureau');
    await during(async () => {
      old?.kill('SIGSTOP');
      await endSessionsOfRelay();
      await city.platform.startTwin('approval-bureau');
      await pause(1_000);
      old?.kill('SIGCONT');
    });
  });

  it('may lose the broker and all it stored while two processes of the market draw and award', async () => {
    const { cast, platform } = city;
    const conductor = new ClockConductor(cast.operations);
    await platform.startTwin('intermediary-market-centre');
    const reports = Array.from({ length: 4 }, () => new ReportStory(cast));
    const appearances = await Promise.all(reports.map((each) => each.begin()));
    const [appearsAt] = appearances;
    if (appearsAt === undefined) throw new TypeError('nobody asked for a report');
    await conductor.moveToInstant(appearsAt);
    await bothHaveTheTime(appearsAt);

    const ended = Promise.all(reports.map((each) => each.end()));
    await nats().kill();
    nats().wipeStore();
    await nats().start();
    await ended;

    await conductor.quiet();
    for (const report of reports) {
      const { awards } = await report.project();
      const { ranking } = await report.draw();
      expect(awards.map(({ agency }) => agency.creditCode)).toEqual([ranking[0]?.creditCode]);
      expect(await factsOf(city, report)).toMatchObject({
        'intermediary-market agency-drawn': 1,
        'intermediary-market project-awarded': 1,
      });
    }
  });

  /** One process is told of the new time; the other one finds it in their database. */
  const bothHaveTheTime = async (at: string) => {
    const { operations } = city.cast;
    const market = operations.keepers.find(({ service }) => service === 'intermediary-market');
    if (market === undefined) throw new TypeError('there is no market');
    await until('both processes of the market have the time', async (sighted) => {
      const looks = Array.from({ length: 20 }, () => operations.clock(market));
      const times = (await Promise.all(looks)).map(({ now }) => now);
      sighted(times);
      return times.every((time) => time >= at) || undefined;
    });
  };

  /** The network forgets a process that stands still: its hold on the relay's lock ends. */
  const endSessionsOfRelay = async () => {
    const client = new Client(city.platform.postgres?.superuserUrl());
    await client.connect();
    await client.query(`select pg_terminate_backend(l.pid) from pg_locks l
      join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and d.datname like '%approval%'`);
    await client.end();
  };
});
