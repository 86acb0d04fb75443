import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { signalProcess } from '@onewindow/local-servers';
import type { BenchDatabase } from './bench-databases.js';
import { pgbenchSummaryIn, type PgbenchSummary } from './pgbench-text.js';

export interface PgbenchRun {
  readonly program: string;
  readonly port: number;
  readonly database: BenchDatabase;
  readonly scripts: readonly { readonly file: string; readonly weight: number }[];
  readonly clients: number;
  /** Either so many transactions of each client, or so many seconds. */
  readonly until: { readonly transactions: number } | { readonly seconds: number };
  /** Transactions a second at which it is held. */
  readonly rate?: number;
  /** Tells the runs on one database apart, so that none meets the ids of another. */
  readonly run: number;
  readonly signal: AbortSignal;
}

/** As the services set their own sessions. */
const SESSION = '-c statement_timeout=30000 -c lock_timeout=10000';

/** Runs pgbench to its end; throws when it fails or is aborted. */
export async function runPgbench(options: PgbenchRun): Promise<PgbenchSummary> {
  const { program, database, signal } = options;
  signal.throwIfAborted();
  const child = spawn(program, argumentsOf(options), {
    env: { ...process.env, PGPASSWORD: database.password, PGOPTIONS: SESSION },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => {
    if (child.pid !== undefined) signalProcess(child.pid, 'SIGTERM');
  };
  signal.addEventListener('abort', stop);
  try {
    const texts: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => texts.push(text));
    }
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    signal.throwIfAborted();
    const text = texts.join('');
    if (code !== 0) throw new Error(`pgbench failed:\n${text.slice(-2000)}`);
    return pgbenchSummaryIn(text);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

const argumentsOf = ({ port, database, scripts, clients, until, rate, run }: PgbenchRun) => [
  ...['-h', '127.0.0.1', '-p', String(port), '-U', database.role, '-n', '-M', 'prepared'],
  ...['-c', String(clients), '-j', '1', '-D', 's=0', '-D', `run=${run}`],
  ...('seconds' in until ? ['-T', String(until.seconds)] : ['-t', String(until.transactions)]),
  ...(rate === undefined ? [] : ['-R', rate.toFixed(3)]),
  ...scripts.flatMap(({ file, weight }) => ['-f', `${file}@${weight}`]),
  database.copy,
];

/** Where Debian keeps the programs of each version of PostgreSQL. */
const VERSIONS = '/usr/lib/postgresql';

/** The pgbench of this machine, the newest of several; undefined when it has none. */
export function findPgbench(path: string | undefined, versions = VERSIONS): string | undefined {
  const names = existsSync(versions) ? readdirSync(versions) : [];
  const newestFirst = names.sort((a, b) => Number(b) - Number(a));
  const folders = [
    ...newestFirst.map((version) => join(versions, version, 'bin')),
    ...(path ?? '').split(delimiter).filter((folder) => folder !== ''),
  ];
  return folders.map((folder) => join(folder, 'pgbench')).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
