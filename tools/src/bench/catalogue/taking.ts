import { setTimeout as pause } from 'node:timers/promises';
import type { FindImportReply, ImportCatalogueReply, ListItemsReply } from '@onewindow/contracts';
import { readFileSync } from 'node:fs';
import type { GatewayClient } from '../../story/gateway-client.js';
import { mebibytesIn } from '../machine/proc-text.js';
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
  /** Milliseconds of a query and of a command that were asked all the while. */
  readonly queries: Spread;
  readonly commands: Spread;
  /** Seconds of processor time of the process until it was taken. */
  readonly cpuSeconds: number;
  /** Most that the process had resident, MiB. */
  readonly peakMiB: number;
}

export interface Taken {
  readonly administrator: GatewayClient;
  readonly pid: number | undefined;
  readonly files: readonly Uint8Array[];
  /** What only the last item of the file answers to. */
  readonly last: { readonly text: string; readonly code: string };
}

const PATIENCE_MS = 900_000;

/** Takes a file in while others ask. */
export async function takeCatalogue({ administrator, pid, files, last }: Taken): Promise<Taking> {
  const over = new AbortController();
  const queries = askAlong(over.signal, () => administrator.get('/api/items?limit=1'));
  const commands = askAlong(over.signal, () => administrator.put('/api/synonyms', NO_SYNONYMS));
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
    await foundAtLast(administrator, last);
    const searchableSeconds = since();
    over.abort();
    return {
      items,
      implementations,
      seconds,
      uploadSeconds,
      searchableSeconds,
      cpuSeconds,
      queries: spreadOf(await queries),
      commands: spreadOf(await commands),
      peakMiB: peakOf(pid),
    };
  } finally {
    over.abort();
  }
}

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

/** Milliseconds of one request after another, at most one every 20 ms. */
async function askAlong(over: AbortSignal, ask: () => Promise<unknown>): Promise<number[]> {
  const durations: number[] = [];
  while (!over.aborted) {
    const began = performance.now();
    await ask();
    durations.push(performance.now() - began);
    await pause(20);
  }
  return durations;
}

const cpuOf = (pid: number | undefined): number =>
  usageOf([{ name: 'intake', pid }], undefined)[0]?.cpuMs ?? 0;

function peakOf(pid: number | undefined): number {
  if (pid === undefined) return 0;
  return mebibytesIn(readFileSync(`/proc/${pid}/status`, 'utf8'), 'VmHWM') ?? 0;
}
