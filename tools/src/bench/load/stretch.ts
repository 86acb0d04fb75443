import { setTimeout as pause } from 'node:timers/promises';
import { machineBusyMs, usedBetween, type Usage } from '../machine/process-table.js';
import { drive } from './drive.js';
import type { Answered, Exchange } from './exchange.js';
import {
  growthBetween,
  totalOf,
  type JournalCounts,
  type JournalGrowth,
} from './journal-counts.js';

/** What was measured while the platform was under load for a while. */
export interface Stretch {
  readonly seconds: number;
  /** Cases that ended meanwhile. */
  readonly cases: number;
  readonly answered: readonly Answered[];
  readonly refusedForNow: number;
  readonly used: readonly Usage[];
  /** CPU time of the whole machine, whoever used it. */
  readonly machineBusyMs: number;
  readonly growth: JournalGrowth;
  /** All cases, from before the measured time until the last was finished after it. */
  readonly casesInAll: number;
  readonly backlogAtEnd: number;
  readonly secondsToQuiet: number;
}

export interface StretchOptions {
  readonly exchange: Exchange;
  readonly runOne: () => Promise<unknown>;
  readonly clients: number;
  readonly seconds: number;
  readonly usage: () => readonly Usage[];
  readonly counts: () => Promise<JournalCounts>;
  readonly quiet: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** All clients are at work before it counts. */
const RAMP_MS = 1_500;

/** Drives cases and measures in the middle of it; resolves when nothing is on its way any more. */
export async function measureStretch(options: StretchOptions): Promise<Stretch> {
  const { exchange, clients, seconds, usage, counts, quiet, signal } = options;
  const driving = drive(clients, options.runOne);
  const drivenFor = (ms: number) =>
    Promise.race([driving.failed, pause(ms, undefined, { signal })]);
  await drivenFor(RAMP_MS);
  const refusedBefore = exchange.refusedForNow;
  const countsBefore = await counts();
  const busyBefore = machineBusyMs();
  const usageBefore = usage();
  const began = performance.now();
  await drivenFor(seconds * 1000);
  const ended = performance.now();
  const used = usedBetween(usageBefore, usage());
  const busyMs = machineBusyMs() - busyBefore;
  const refusedForNow = exchange.refusedForNow - refusedBefore;
  const countsAfter = await counts();
  await driving.end();
  const backlogAtEnd = totalOf('backlog', await counts());
  const over = performance.now();
  await quiet();
  const within = (at: number) => at >= began && at < ended;
  return {
    seconds: (ended - began) / 1000,
    cases: driving.ended.filter(within).length,
    answered: exchange.answered.splice(0).filter(({ at }) => within(at)),
    refusedForNow,
    used,
    machineBusyMs: busyMs,
    growth: growthBetween(countsBefore, countsAfter),
    casesInAll: driving.ended.length,
    backlogAtEnd,
    secondsToQuiet: (performance.now() - over) / 1000,
  };
}
