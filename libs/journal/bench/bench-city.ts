import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Topology } from '@onewindow/contracts';
import { aggregateTableSql, defineStore, journalMigrationSql, withCause } from '../src/index.js';
import { aggregateKind, type Change } from '@onewindow/kernel';
import { createPostgres, freePort } from '@onewindow/local-servers';
import pg from 'pg';

export interface Filing {
  readonly id: string;
  readonly step: number;
  readonly text: string;
}

type FilingEvent = { readonly type: 'filing-moved'; readonly step: number };

export const FILING = aggregateKind<Filing, FilingEvent>('filing');

export const filingStore = defineStore({
  kind: FILING,
  correlationOf: ({ id }) => id,
  publications: { 'filing-moved': 'private' },
});

export const topology: Topology = {
  region: '379900',
  participants: [{ service: 'intake', instance: 'centre', account: 'CENTRE' }],
};

/** About a kilobyte of state, as a filing has. */
export const moved = (filing: Filing): Change<Filing, FilingEvent> => ({
  state: { ...filing, step: filing.step + 1 },
  events: [{ type: 'filing-moved', step: filing.step + 1 }],
});

export const filed = (id: string): Change<Filing, FilingEvent> => ({
  state: { id, step: 0, text: 'x'.repeat(1_000) },
  events: [{ type: 'filing-moved', step: 0 }],
});

export const acting = <Result>(id: string, work: () => Promise<Result>) =>
  withCause({ id, actor: { kind: 'service', id: 'intake-centre' } }, work);

export interface BenchCity {
  readonly pool: pg.Pool;
  /** What the server's processes have used so far. */
  cpuMs(): number;
  close(): Promise<void>;
}

/** A PostgreSQL with its default durability, and the journal in it. */
export async function aBenchCity(connections: number): Promise<BenchCity> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
  chmodSync(folder, 0o755);
  const settings = { shared_buffers: '128MB', jit: 'off', max_wal_size: '1GB' };
  const server = createPostgres({ folder, port: await freePort(), settings });
  await server.start();
  const pool = new pg.Pool({ connectionString: server.superuserUrl(), max: connections });
  await pool.query('create role runtime');
  await pool.query(journalMigrationSql({ runtimeRole: 'runtime' }));
  const step = `int generated always as ((state->>'step')::int) stored`;
  await pool.query(aggregateTableSql('filing', { runtimeRole: 'runtime', columns: { step } }));
  return {
    pool,
    cpuMs: () => cpuMsOfChildren(server.pid ?? 0),
    close: async () => {
      await pool.end();
      await server.stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Linux counts in hundredths of a second; fields behind the name: state, parent, …, user time at 12, system time at 13. */
function cpuMsOfChildren(parent: number): number {
  let ticks = 0;
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      if (Number(fields[1]) === parent) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // The process has ended meanwhile.
    }
  }
  return ticks * 10;
}
