import { setTimeout as pause } from 'node:timers/promises';
import type { FindImportReply, ImportCatalogueReply, ListItemsReply } from '@onewindow/contracts';
import { readFileSync } from 'node:fs';
import type { GatewayClient } from '../../story/gateway-client.js';
import type { Operations } from '../../story/operations.js';
import { mebibytesIn } from '../machine/proc-text.js';
import {
  growthBetween,
  journalCounts,
  untilQuiet,
  type JournalGrowth,
} from '../load/journal-counts.js';
import { usageOf } from '../machine/process-table.js';
import { spreadOf, type Spread } from '../statistics.js';

/** How a catalogue was taken in, and what others noticed of it. */
export interface Taking {
  readonly items: number;
  readonly implementations: number;
  /** From the first byte of the upload to the report. */
  readonly seconds: number;
  readonly uploadSeconds: number;
  /** Until the last item could be found by a search. */
  readonly searchableSeconds: number;
  /** Until everybody who was told of it had written what concerns them. */
  readonly toldSeconds: number;
  /** Messages that the neighbours took in, and that they could not take. */
  readonly notices: number;
  readonly parked: number;
  readonly entriesOfNeighbours: number;
  /** Milliseconds of a query and of a command that were asked all the while. */
  readonly queries: Spread;
  readonly commands: Spread;
  /** How many of them were refused or not answered in time. */
  readonly unanswered: number;
  /** Seconds of processor time of the process until it was taken. */
  readonly cpuSeconds: number;
  /** Most that the process had resident, MiB. */
  readonly peakMiB: number;
}

export interface Taken {
  readonly administrator: GatewayClient;
  readonly operations: Operations;
  readonly pid: number | undefined;
  readonly files: readonly Uint8Array[];
  /** What only the last item of the file answers to. */
  readonly last: { readonly text: string; readonly code: string };
}

const PATIENCE_MS = 900_000;

/** Takes files in while others ask. */
export async function takeCatalogue(given: Taken): Promise<Taking> {
  const { administrator, operations, pid, files, last } = given;
  const over = new AbortController();
  const queries = askAlong(over.signal, () => administrator.get('/api/items?limit=1'));
  const commands = askAlong(over.signal, () => administrator.put('/api/synonyms', NO_SYNONYMS));
  const before = await journalCounts(operations);
  const cpuBefore = cpuOf(pid);
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  try {
    let [items, implementations, uploadSeconds] = [0, 0, 0];
    for (const file of files) {
      const uploading = since();
      const fileReceipt = await administrator.upload('catalogue.json', file, 'application/json');
      uploadSeconds += since() - uploading;
      const report = await taken(administrator, fileReceipt);
      items += report.items?.added ?? 0;
      implementations += report.implementations?.added ?? 0;
    }
    const seconds = since();
    const cpuSeconds = (cpuOf(pid) - cpuBefore) / 1000;
    const [searchableSeconds, toldSeconds] = await Promise.all([
      foundAtLast(administrator, last).then(since),
      untilQuiet(operations, over.signal).then(since),
    ]);
    over.abort();
    const [asked, ordered] = await Promise.all([queries, commands]);
    const told = growthBetween(before, await journalCounts(operations));
    const { intake, ...neighbours } = told.ofService;
    return {
      items,
      implementations,
      seconds,
      uploadSeconds,
      searchableSeconds,
      toldSeconds,
      notices: sumOf(neighbours, 'consumed'),
      parked: sumOf(neighbours, 'parked') + (intake?.parked ?? 0),
      entriesOfNeighbours: sumOf(neighbours, 'journal'),
      cpuSeconds,
      queries: spreadOf(asked.durations),
      commands: spreadOf(ordered.durations),
      unanswered: asked.unanswered + ordered.unanswered,
      peakMiB: peakOf(pid),
    };
  } finally {
    over.abort();
  }
}

type Growth = JournalGrowth['ofService'];

const sumOf = (services: Growth, figure: keyof Growth[string]): number =>
  Object.values(services).reduce((sum, each) => sum + each[figure], 0);

/** A command that changes nothing: the same table again keeps its edition. */
const NO_SYNONYMS = { groups: [{ words: ['办证'], means: ['许可'] }], ignored: [], basedOn: 0 };

async function taken(client: GatewayClient, fileReceipt: string): Promise<FindImportReply> {
  const request = { fileReceipt, dryRun: false };
  const { importId } = await client.post<ImportCatalogueReply>('/api/catalogue-imports', request);
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const report = await client.get<FindImportReply>(`/api/catalogue-imports/${importId}`);
    if (report.status === 'taken') return report;
    if (report.status !== 'received')
      throw new Error(`the catalogue was ${report.status}: ${JSON.stringify(report.findings[0])}`);
    if (Date.now() > end) throw new Error('the import did not end');
    await pause(250);
  }
}

async function foundAtLast(client: GatewayClient, { text, code }: Taken['last']): Promise<void> {
  const path = `/api/items?text=${encodeURIComponent(text)}`;
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const { items } = await client.get<ListItemsReply>(path);
    if (items.some((each) => each.code === code)) return;
    if (Date.now() > end) throw new Error(`${text} is not found`);
    await pause(250);
  }
}

interface AskedAlong {
  readonly durations: readonly number[];
  readonly unanswered: number;
}

/** Milliseconds of one request after another, at most one every 20 ms. */
async function askAlong(over: AbortSignal, ask: () => Promise<unknown>): Promise<AskedAlong> {
  const durations: number[] = [];
  let unanswered = 0;
  while (!over.aborted) {
    const began = performance.now();
    await ask().catch(() => {
      unanswered += 1;
    });
    durations.push(performance.now() - began);
    await pause(20);
  }
  return { durations, unanswered };
}

const cpuOf = (pid: number | undefined): number =>
  usageOf([{ name: 'intake', pid }], undefined)[0]?.cpuMs ?? 0;

/** 0 where the process that was there at the beginning is there no longer. */
function peakOf(pid: number | undefined): number {
  try {
    return mebibytesIn(readFileSync(`/proc/${pid ?? 'none'}/status`, 'utf8'), 'VmHWM') ?? 0;
  } catch {
    return 0;
  }
}
