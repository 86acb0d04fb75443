import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { datesOn, OPEN_TRACK, openTrackStore, trackRederivation } from './open-track.js';

const GOAL_PER_SECOND = 10_000;
const AT_ONCE = 256;
const NOW = instantOf('2026-12-15T09:00:00+08:00');
const PARTICIPANTS = {
  region: '379900',
  participants: [
    { service: 'approval', instance: 'bureau', account: 'CENTRE' },
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
  ],
} as const;

/**
 * Publishes the calendar of 2027 behind so many tracks whose terms reach into it, and measures until the last has its dates, its
 * deadlines and its entry. False when it is slower than the goal, or a chain does not hold.
 */
export async function benchSweep(tracks: number, tell: (line: string) => void): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
  chmodSync(folder, 0o755);
  const settings = { shared_buffers: '512MB', jit: 'off', max_wal_size: '4GB' };
  const server = createPostgres({ folder, port: await freePort(), settings });
  await server.start();
  const pool = new pg.Pool({ connectionString: server.superuserUrl(), max: 8 });
  try {
    await pool.query('create role runtime');
    await pool.query(journalMigrationSql({ runtimeRole: 'runtime' }));
    await pool.query(aggregateTableSql('track', { runtimeRole: 'runtime' }));
    const rate = await measured(pool, tracks, tell);
    const { entries, faults } = await verifyJournal(pool);
    tell(`${entries} entries verified, ${faults.length} faults`);
    tell(`goal: ${GOAL_PER_SECOND} a second: ${rate >= GOAL_PER_SECOND ? 'met' : 'missed'}`);
    return rate >= GOAL_PER_SECOND && faults.length === 0;
  } finally {
    await pool.end();
    await server.stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(
  pool: pg.Pool,
  tracks: number,
  tell: (line: string) => void,
): Promise<number> {
  const common = {
    pool,
    stores: [openTrackStore],
    topology: PARTICIPANTS,
    self: 'approval-bureau',
    now: () => NOW,
  } as const;
  const ledger = new Ledger(common);
  await open(ledger, tracks);
  await pool.query('vacuum analyze track');
  await pool.query('checkpoint');
  const notice = goldenSample('intake.publish-calendar.v1')?.request;
  const table = readYearTable({ ...notice, version: 1 });
  const calendar = WorkingCalendar.of([...PUBLISHED_YEARS, table]);
  const { documentNumber } = table.source;
  const calendars = [{ year: 2027, edition: 1, documentNumber }];
  const sweeper = new Sweeper({
    ...common,
    ledger,
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
  const cpu = process.cpuUsage();
  const began = performance.now();
  await sweeper.sweep();
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  await ledger.close();
  const rate = Math.round(tracks / seconds);
  tell(
    `${tracks} open tracks, two clocks each, derived anew in ${seconds.toFixed(1)} s: ${rate} rows a second, ` +
      `${2 * rate} clocks a second, ${((user + system) / 1_000 / tracks).toFixed(3)} ms of Node each`,
  );
  return rate;
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
