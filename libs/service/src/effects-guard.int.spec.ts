import { aDatabase, type SpecDatabase } from '@onewindow/testing';
import { instantOf } from '@onewindow/kernel';
import pg from 'pg';
import { EffectsGuard } from './effects-guard.js';
import { ServiceLog } from './log.js';
import { migrate } from './migrate.js';

let database: SpecDatabase;
let pool: pg.Pool;

const log = new ServiceLog({ participant: 'spec', level: 'silent', circumstances: () => ({}) });

beforeAll(async () => {
  database = await aDatabase();
  const owner = { url: database.url, role: database.name };
  const unused = { variable: '', passwordFileVariable: '', passwordInEnvironment: false };
  await migrate({ owner: { ...owner, ...unused }, runtimeRole: database.name, migrations: [] });
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

beforeEach(() =>
  pool.query('update clock_watch set host_seen_at = null, halted_at = null, reason = null'),
);

const PEERS = ['approval-bureau', 'intake-centre', 'supervision-city'] as const;

/** What a peer whose clock is ahead by so much answers at this moment. */
const said = (participant: (typeof PEERS)[number], aheadMs: number) => ({
  participant,
  at: instantOf(Date.now() + aheadMs),
  roundTripMs: 1,
});

/** A host whose clock somebody sets, and a guard of a process that runs on it. */
function aHost() {
  let setByMs = 0;
  let passedMs = 0;
  const clocks = () => ({
    hostMs: Date.now() + setByMs + passedMs,
    monotonicMs: performance.now() + passedMs,
  });
  return {
    /** Time goes by that nobody sets. */
    pass: (milliseconds: number) => {
      passedMs += milliseconds;
    },
    setClockBy: (milliseconds: number) => {
      setByMs += milliseconds;
    },
    aGuard: () => {
      const seen: boolean[] = [];
      const guard = new EffectsGuard({ pool, log, clocks });
      guard.whenHaltedOrResumed((halted) => seen.push(halted));
      return { guard, seen };
    },
  };
}

describe('The guard over legal effects', () => {
  it('lets effects be recorded while the clocks agree', async () => {
    const { guard, seen } = aHost().aGuard();
    await guard.look();
    await guard.look();

    expect(seen).toEqual([]);
    expect(guard.state()).toEqual({ ready: true });
  });

  it('raises an alarm above two seconds and halts nothing', async () => {
    const host = aHost();
    host.setClockBy(-3_000);
    const { guard, seen } = host.aGuard();
    await guard.look();

    expect(seen).toEqual([]);
    expect(guard.state()).toMatchObject({
      ready: true,
      remark: { zh: expect.stringContaining('2 秒') as string },
    });
  });

  it('halts effects when the clock is set back, until an administrator resumes them', async () => {
    const host = aHost();
    const { guard, seen } = host.aGuard();
    await guard.look();
    host.setClockBy(-5_000);
    await guard.look();
    await guard.look();
    expect(seen).toEqual([true]);
    expect(guard.state().remark?.en).toContain('went back');

    await guard.resume();
    await guard.look();
    expect(seen).toEqual([true, false]);
  });

  it('knows of a jump at once, not only at the next look', async () => {
    const host = aHost();
    const { guard, seen } = host.aGuard();
    expect(guard.isSteady()).toBe(true);
    await guard.look();
    host.setClockBy(3_600_000);
    expect(guard.isSteady()).toBe(false);
    await guard.look();
    expect(seen).toEqual([true]);
  });

  it('does not resume while the clocks still differ by more than half a minute', async () => {
    const host = aHost();
    host.setClockBy(60_000);
    const { guard, seen } = host.aGuard();
    await guard.look();

    await expect(guard.resume()).rejects.toMatchObject({ code: 'clocks-still-differ' });
    expect(seen).toEqual([true]);
  });

  it('keeps a halt over a restart, and tells the other processes', async () => {
    const host = aHost();
    const first = host.aGuard();
    await first.guard.look();
    host.setClockBy(-5_000);
    await first.guard.look();

    const second = host.aGuard();
    await second.guard.look();
    expect(second.seen).toEqual([true]);

    await second.guard.resume();
    await first.guard.look();
    expect(first.seen).toEqual([true, false]);
  });

  it('raises an alarm about a peer that differs, names it, and tells it to who asks', async () => {
    const { guard, seen } = aHost().aGuard();
    guard.expectPeers(['approval-bureau']);
    guard.hear(said('approval-bureau', 5_000));
    await guard.look();

    expect(seen).toEqual([]);
    expect(guard.state().remark?.en).toContain('approval-bureau');
    expect(guard.watched()).toMatchObject({
      alarm: true,
      peers: [{ participant: 'approval-bureau' }],
    });
    expect(guard.isSteady()).toBe(true);
  });

  it('halts effects when most peers differ, and not when one does', async () => {
    const { guard, seen } = aHost().aGuard();
    guard.expectPeers(PEERS);
    PEERS.forEach((peer) => guard.hear(said(peer, 0)));
    guard.hear(said('intake-centre', 40_000));
    await guard.look();
    expect(seen).toEqual([]);
    expect(guard.isSteady()).toBe(true);

    guard.hear(said('approval-bureau', 40_000));
    expect(guard.isSteady()).toBe(false);
    await guard.look();
    expect(seen).toEqual([true]);
    expect(guard.watched()).toMatchObject({ haltReason: 'peers-differ' });
    await expect(guard.resume()).rejects.toMatchObject({ code: 'clocks-still-differ' });

    guard.hear(said('approval-bureau', 0));
    await guard.resume();
    await guard.look();
    expect(seen).toEqual([true, false]);
  });

  it('keeps a halt that peers have brought about over a restart, also when they agree by then', async () => {
    const host = aHost();
    const first = host.aGuard();
    first.guard.expectPeers(['approval-bureau']);
    first.guard.hear(said('approval-bureau', -31_000));
    await first.guard.look();
    const second = host.aGuard();
    second.guard.expectPeers(['approval-bureau']);
    second.guard.hear(said('approval-bureau', 0));
    await second.guard.look();

    expect(second.seen).toEqual([true]);
  });

  it('is halted once by two processes that look at the same moment', async () => {
    const host = aHost();
    const both = [host.aGuard(), host.aGuard()];
    for (const { guard } of both) await guard.look();
    host.setClockBy(-5_000);
    await Promise.all(both.map(({ guard }) => guard.look()));
    await Promise.all(both.map(({ guard }) => guard.look()));

    expect(both.map(({ seen }) => seen)).toEqual([[true], [true]]);
    await both[0]!.guard.resume();
    await both[1]!.guard.look();
    expect(both.map(({ seen }) => seen)).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('lets effects wait for the peers after a start, for ten seconds', async () => {
    const host = aHost();
    const { guard } = host.aGuard();
    await guard.look();
    guard.expectPeers(PEERS);
    expect(guard.isSteady()).toBe(false);
    guard.hear(said('approval-bureau', 0));
    expect(guard.isSteady()).toBe(false);
    host.pass(10_000);
    expect(guard.isSteady()).toBe(true);
  });

  it('notices a clock that was set back while the service was down', async () => {
    const host = aHost();
    await host.aGuard().guard.look();
    host.setClockBy(-5_000);
    const { guard, seen } = host.aGuard();
    await guard.look();

    expect(seen).toEqual([true]);
  });
});
