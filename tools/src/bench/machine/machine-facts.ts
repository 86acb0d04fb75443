import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { spreadOf, rounded } from '../statistics.js';

/** What a figure depends on beside the code. */
export interface MachineFacts {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly kernel: string;
  readonly node: string;
  /** Median and 95th percentile of writing 8 KiB and waiting until the disk has it, in milliseconds. */
  readonly fsyncMs: { readonly p50: number; readonly p95: number };
  /** Of the last minute, before the benchmark began: above a few tenths somebody else was at work. */
  readonly loadBefore: number;
}

export const machineFacts = (folder: string): MachineFacts => {
  const { p50, p95 } = spreadOf(syncTimes(join(folder, 'fsync-probe')));
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: rounded(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    fsyncMs: { p50: rounded(p50, 3), p95: rounded(p95, 3) },
    loadBefore: rounded(loadavg()[0] ?? 0, 2),
  };
};

const PROBES = 200;

function syncTimes(file: string): number[] {
  const page = Buffer.alloc(8192, 7);
  const descriptor = openSync(file, 'w');
  try {
    return Array.from({ length: PROBES }, () => {
      const began = performance.now();
      writeSync(descriptor, page);
      fdatasyncSync(descriptor);
      return performance.now() - began;
    });
  } finally {
    closeSync(descriptor);
    rmSync(file);
  }
}
