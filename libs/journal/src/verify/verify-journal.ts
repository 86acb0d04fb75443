import type { ClientBase, Pool } from 'pg';
import { ChainCheck, type StoredEntry } from './chain-check.js';
import type { JournalFault } from './fault.js';
import { checkPositions } from './position-check.js';
import { quoted } from '../schema/quoting.js';
import { inSnapshot } from './snapshot.js';
import {
  aggregateTables,
  rowsWithoutEntries,
  storedAggregates,
  storedEntries,
} from './stored-rows.js';

export interface Verification {
  readonly entries: number;
  readonly aggregates: number;
  readonly positions: number;
  readonly faults: readonly JournalFault[];
}

interface Chain {
  readonly kind: string;
  readonly id: string;
  readonly check: ChainCheck;
}

/** Re-computes every chain and compares every aggregate's row with its last entry, in one snapshot; the service may go on. */
export const verifyJournal = (pool: Pool): Promise<Verification> =>
  inSnapshot(pool, verifySnapshot);

async function verifySnapshot(client: ClientBase): Promise<Verification> {
  const tables = await aggregateTables(client);
  const faults: JournalFault[] = [];
  let entries = 0;
  let open: Chain | undefined;
  for await (const page of storedEntries(client)) {
    const ended: Chain[] = [];
    for (const entry of page) {
      const chain = continued(open, entry);
      if (open !== undefined && chain !== open) ended.push(open);
      chain.check.next(entry);
      open = chain;
    }
    entries += page.length;
    faults.push(...(await compared(client, tables, ended)));
  }
  if (open !== undefined) faults.push(...(await compared(client, tables, [open])));
  for (const [kind, table] of tables) {
    for (const { id, version } of await rowsWithoutEntries(client, kind, table)) {
      const row = { version, head: '', state: {} };
      faults.push(...new ChainCheck(kind, id).end(row));
    }
  }
  faults.push(...(await checkPositions(client)));
  const aggregates = await countAll(client, [...tables.values()]);
  return {
    entries,
    aggregates,
    positions: await countAll(client, ['journal_position']),
    faults,
  };
}

function continued(open: Chain | undefined, { header }: StoredEntry): Chain {
  const { aggregate: kind, aggregateId: id } = header;
  if (open?.kind === kind && open.id === id) return open;
  return { kind, id, check: new ChainCheck(kind, id) };
}

/** Ends the chains against their rows, one read for each kind. */
async function compared(
  client: ClientBase,
  tables: ReadonlyMap<string, string>,
  chains: readonly Chain[],
): Promise<JournalFault[]> {
  const faults: JournalFault[] = [];
  for (const [kind, ofKind] of Map.groupBy(chains, (chain) => chain.kind)) {
    const table = tables.get(kind);
    const ids = ofKind.map((chain) => chain.id);
    const rows = table === undefined ? undefined : await storedAggregates(client, table, ids);
    for (const { id, check } of ofKind) faults.push(...check.end(rows?.get(id)));
  }
  return faults;
}

async function countAll(client: ClientBase, tables: readonly string[]): Promise<number> {
  let sum = 0;
  for (const table of tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${quoted(table)}`);
    sum += Number(rows[0]?.count);
  }
  return sum;
}
