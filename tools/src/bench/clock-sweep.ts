import { rmSync } from 'node:fs';
import { goldenSample } from '@onewindow/contracts/documents';
import {
  aggregateTableSql,
  journalMigrationSql,
  Ledger,
  Sweeper,
  verifyJournal,
  withCause,
} from '@onewindow/journal';
import { addDays, instantOf, legalDate } from '@onewindow/kernel';
import { createPostgres, freePort } from '@onewindow/local-servers';
import { PUBLISHED_YEARS, readYearTable, WorkingCalendar } from '@onewindow/statutory-clock';
import pg from 'pg';
import { benchFolder } from './machine/bench-folder.js';
import { usageOf, usedBetween } from './machine/process-table.js';
import {
  datesOn,
  OPEN_TRACK,
  openTrackStore,
  trackRederivation,
  type BenchGround,
} from './open-track.js';

/** Clocks, not rows: a row has two. */
const GOAL_CLOCKS_PER_SECOND = 10_000;
const AT_ONCE = 256;
const NOW = instantOf('2026-12-15T09:00:00+08:00');
const PARTICIPANTS = {
  region: '379900',
  participants: [
    { service: 'approval', instance: 'bureau', account: 'CENTRE' },
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
  ],
} as const;

/** Each track has its statutory and its promised clock. */
const CLOCKS_OF_A_TRACK = 2;

/**
 * Publishes the calendar of 2027 behind so many open clocks whose terms reach into it, and measures until the last has its date,
 * its deadline and its entry. False when it is slower than the goal, or a chain does not hold.
 */
export async function benchSweep(clocks: number, tell: (line: string) => void): Promise<boolean> {
  const folder = benchFolder();
  const settings = { shared_buffers: '512MB', jit: 'off', max_wal_size: '4GB' };
  const server = createPostgres({ folder, port: await freePort(), settings });
  await server.start();
  const pool = new pg.Pool({ connectionString: server.superuserUrl(), max: 8 });
  try {
    await pool.query('create role runtime');
    await pool.query(journalMigrationSql({ runtimeRole: 'runtime' }));
    await pool.query(aggregateTableSql('track', { runtimeRole: 'runtime' }));
    const tracks = Math.ceil(clocks / CLOCKS_OF_A_TRACK);
    tell(`${CLOCKS_OF_A_TRACK * tracks} open clocks of ${tracks} tracks, two each: opening them`);
    const common = commonTo(pool);
    const ledger = new Ledger(common);
    await open(ledger, tracks);
    await pool.query('vacuum analyze track');
    await pool.query('checkpoint');
    const sweep = await measured(sweeperOf({ ...common, ledger }, tell), server.pid);
    await ledger.close();
    for (const line of sweepLines(tracks, sweep)) tell(line);
    const { entries, faults } = await verifyJournal(pool);
    tell(`${entries} entries verified, ${faults.length} faults`);
    const rate = Math.round((CLOCKS_OF_A_TRACK * tracks) / sweep.seconds);
    const outcome = rate >= GOAL_CLOCKS_PER_SECOND ? 'met' : 'missed';
    tell(`goal: ${GOAL_CLOCKS_PER_SECOND} clocks a second, ${rate} reached: ${outcome}`);
    return rate >= GOAL_CLOCKS_PER_SECOND && faults.length === 0;
  } finally {
    await pool.end();
    await server.stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Sweep {
  readonly seconds: number;
  readonly nodeMs: number;
  readonly postgresMs: number;
}

function sweepLines(tracks: number, { seconds, nodeMs, postgresMs }: Sweep): string[] {
  const each = (ms: number) => `${(ms / tracks).toFixed(3)} ms`;
  return [
    `derived anew in ${seconds.toFixed(1)} s, rows, entries and deadlines written: ` +
      `${Math.round((CLOCKS_OF_A_TRACK * tracks) / seconds)} clocks a second, ${Math.round(tracks / seconds)} rows a second`,
    `processor time of a row: ${each(nodeMs)} of Node, ${each(postgresMs)} of PostgreSQL`,
  ];
}

/** PostgreSQL's share is known where the system tells it. */
async function measured(
  sweeper: { sweep(): Promise<void> },
  postmaster: number | undefined,
): Promise<Sweep> {
  const before = usageOf([], postmaster);
  const cpu = process.cpuUsage();
  const began = performance.now();
  await sweeper.sweep();
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const used = usedBetween(before, usageOf([], postmaster));
  return {
    seconds,
    nodeMs: (user + system) / 1_000,
    postgresMs: used.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
  };
}

const commonTo = (pool: pg.Pool) =>
  ({
    pool,
    stores: [openTrackStore],
    topology: PARTICIPANTS,
    self: 'approval-bureau',
    now: () => NOW,
  }) as const;

function sweeperOf(
  common: ReturnType<typeof commonTo> & { readonly ledger: Ledger },
  tell: (line: string) => void,
): Sweeper<BenchGround> {
  const notice = goldenSample('intake.publish-calendar.v1')?.request;
  const table = readYearTable({ ...notice, version: 1 });
  const calendar = WorkingCalendar.of([...PUBLISHED_YEARS, table]);
  const { documentNumber } = table.source;
  const calendars = [{ year: 2027, edition: 1, documentNumber }];
  return new Sweeper<BenchGround>({
    ...common,
    rederivations: [trackRederivation],
    reference: {
      name: 'calendar',
      version: async () => calendar.version,
      replaces: () => true,
      ground: () => ({ calendar, calendars }),
    },
    lanes: 3,
    onError: (error) => tell(String(error)),
  });
}

async function open(ledger: Ledger, tracks: number): Promise<void> {
  const calendar = WorkingCalendar.published();
  const cause = { id: 'bench', actor: { kind: 'service', id: 'approval-bureau' } } as const;
  const worker = async (from: number) => {
    for (let at = from; at < tracks; at += AT_ONCE) {
      const number = String(at).padStart(8, '0');
      const on = addDays(legalDate('2026-12-07'), at % 20);
      const clock = [{ type: 'started', on }] as const;
      const state = {
        id: `track-${number}`,
        applicationId: `6f1d2c9e-4b7a-4f43-8a51-2f0c${number}`,
        caseNumber: `379900-20261207-${number.slice(2)}`,
        item: 'food-business-permit',
        clock,
        ...datesOn(clock, calendar),
        record: `${number} ${'受理'.repeat(200)}`,
      };
      await withCause(cause, () =>
        ledger.transact(async (changes) =>
          changes.create(OPEN_TRACK, state.id, { state, events: [{ type: 'track-opened' }] }),
        ),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => worker(at)));
}
