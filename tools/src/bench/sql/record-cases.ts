import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresServer } from '@onewindow/local-servers';
import type { Bench } from '../bench.js';
import { drive } from '../load/drive.js';
import { casesBegunIn } from './accompaniment.js';
import { recorded } from './recorder.js';
import type { Recording } from './sql-plan.js';

const LEAST_MS = 2_000;
const MOST_MS = 60_000;

/** Records one case alone until all that it set off has come to rest, then many together for a moment. */
export async function recordCases(bench: Bench, server: PostgresServer): Promise<Recording> {
  const { runOne, quiet, options, signal } = bench;
  let numbers: readonly string[] = [];
  const alone = await recorded(server, async () => {
    const { applicationNumber, caseNumber } = await runOne();
    numbers = [applicationNumber, caseNumber];
    await quiet();
  });
  const driving = drive(options.clients, runOne);
  const together = await recorded(server, async () => {
    const began = performance.now();
    const before = driving.ended.length;
    const isEnough = () =>
      performance.now() - began > LEAST_MS && driving.ended.length - before >= options.clients;
    while (!isEnough() && performance.now() - began < MOST_MS) {
      await Promise.race([driving.failed, pause(100, undefined, { signal })]);
    }
  });
  await driving.end();
  await quiet();
  const casesTogether = casesBegunIn(together);
  if (casesTogether === 0) throw new Error('no case was begun while statements were recorded');
  return { alone, numbers, together, casesTogether };
}
