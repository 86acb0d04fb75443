import { setTimeout as pause } from 'node:timers/promises';
import { instantOf } from '@onewindow/kernel';
import { loadCity } from '../demonstration/load-city.js';
import { startPlatform, type Platform } from '../platform/start-platform.js';
import { assembleCast, stageOf } from '../story/cast.js';
import { WITHOUT_LIMITS } from '../story/without-limits.js';
import { verifyFolder } from '../verify/verify-folder.js';
import type { Bench } from './bench.js';
import { drive } from './load/drive.js';
import { Exchange } from './load/exchange.js';
import { journalCounts, totalOf, untilQuiet } from './load/journal-counts.js';
import { runCase } from './load/one-case.js';
import { Patience } from './load/patience.js';
import { measureStretch } from './load/stretch.js';
import { assembleTroupe } from './load/troupe.js';
import { machineFacts } from './machine/machine-facts.js';
import { usageOf } from './machine/process-table.js';
import type { CasesOptions } from './options.js';
import { platformReport, type CasesReport, type PgbenchReport } from './report.js';
import { comparePgbench } from './sql/compare-pgbench.js';

/** Measures whole cases on a platform of its own in this folder, which it starts and stops. */
export async function benchCases(
  options: CasesOptions,
  dataDir: string,
  signal: AbortSignal,
  tell: (line: string) => void,
): Promise<CasesReport> {
  const machine = machineFacts(dataDir);
  tell('Starting a city of its own …');
  const platform = await startPlatform({
    dataDir,
    clock: { simulated: instantOf('2026-04-27T09:00:00+08:00') },
    environment: { ...WITHOUT_LIMITS, ...profiling(options) },
    tell,
  });
  try {
    const bench = await prepare(platform, options, signal, tell);
    try {
      const { stretches, pgbench } = await comparePgbench(bench);
      const { operations } = bench.cast;
      const left = totalOf('backlog', await journalCounts(operations));
      tell('Verifying …');
      const began = performance.now();
      const faults = await verifyFolder(platform.folder.root);
      faults.slice(0, 20).forEach((fault) => tell(JSON.stringify(fault)));
      return {
        date: new Date().toISOString().slice(0, 10),
        machine,
        clients: options.clients,
        seconds: options.seconds,
        platform: platformReport(stretches, left),
        pgbench,
        verified: { faults: faults.length, seconds: (performance.now() - began) / 1000 },
      };
    } finally {
      await bench.exchange.close();
    }
  } finally {
    await platform.stop();
  }
}

async function prepare(
  platform: Platform,
  options: CasesOptions,
  signal: AbortSignal,
  tell: (line: string) => void,
): Promise<Bench> {
  const stage = stageOf(platform);
  const cast = await assembleCast(stage);
  await loadCity(cast.administrator);
  const troupe = await assembleTroupe(stage, cast.owner);
  const exchange = new Exchange(platform.url, options.clients + 2);
  const patience = new Patience();
  const runOne = async () => {
    signal.throwIfAborted();
    return runCase(exchange, troupe, patience);
  };
  const quiet = () => untilQuiet(cast.operations, signal);
  const { clients, seconds } = options;
  const stretch = () =>
    measureStretch({
      ...{ exchange, runOne, clients, seconds, quiet, signal },
      usage: () => usageOf(watched(platform), platform.postgres?.pid),
      counts: () => journalCounts(cast.operations),
    });
  tell(`Warming up for ${options.warmUpSeconds} s …`);
  const warming = drive(clients, runOne);
  await Promise.race([warming.failed, pause(options.warmUpSeconds * 1000, undefined, { signal })]);
  await warming.end();
  exchange.answered.length = 0;
  await quiet();
  return { options, platform, cast, exchange, runOne, quiet, stretch, signal, tell };
}

const watched = ({ services, nats }: Platform) => [
  { name: 'load generator', pid: process.pid },
  { name: 'nats-server', pid: nats?.pid },
  ...[...services].map(([name, { pid }]) => ({ name, pid })),
];

const profiling = ({ profiles }: CasesOptions): Readonly<Record<string, string>> =>
  profiles === undefined ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profiles}` };

/** Whether the run counts: a figure with a backlog, with faults or over other rows says nothing. */
export function mistakesIn({ platform, pgbench, verified }: CasesReport): string[] {
  const isOther = (report: CasesReport['pgbench']): report is PgbenchReport =>
    !('leftOut' in report) && !report.sameRows;
  return [
    ...(platform.backlog.left === 0 ? [] : [`a backlog of ${platform.backlog.left} is left`]),
    ...(platform.events.parked === 0 ? [] : [`${platform.events.parked} messages are parked`]),
    ...(verified.faults === 0 ? [] : [`verify found ${verified.faults} faults`]),
    ...(isOther(pgbench) ? ['pgbench left other rows than the services'] : []),
  ];
}
