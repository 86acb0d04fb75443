import type { ClientBase } from 'pg';
import type { Actor, Instant } from '@onewindow/kernel';
import { canonicalJson } from '../hashing/canonical-json.js';
import { headerActor } from '../hashing/entry-hash.js';
import { instantText } from '../schema/instant-text.js';
import { quoted } from '../schema/quoting.js';
import type { StoredAggregate, StoredEntry } from './chain-check.js';

const PAGE = 2_000;

const ENTRIES = `select entry_id, aggregate, aggregate_id, version, name, event_version, payload,
    encode(salt, 'hex') as salt, encode(commitment, 'hex') as commitment, actor, cause, correlation,
    ${instantText('occurred_at')} as occurred_at, route, encode(state_hash, 'hex') as state_hash,
    encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
  from journal
  where (aggregate, aggregate_id, version) > ($1, $2, $3)
  order by aggregate, aggregate_id, version limit ${PAGE}`;

interface EntryRow {
  readonly entry_id: string;
  readonly aggregate: string;
  readonly aggregate_id: string;
  readonly version: number;
  readonly name: string;
  readonly event_version: number;
  readonly payload: string | null;
  readonly salt: string | null;
  readonly commitment: string;
  readonly actor: Actor;
  readonly cause: string;
  readonly correlation: string;
  readonly occurred_at: string;
  readonly route: string | null;
  readonly state_hash: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** All entries, chain by chain, a page at a time. */
export async function* storedEntries(client: ClientBase): AsyncGenerator<StoredEntry[]> {
  let after: readonly [string, string, number] = ['', '', 0];
  for (;;) {
    const { rows } = await client.query<EntryRow>(ENTRIES, [...after]);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(entryOf);
    after = [last.aggregate, last.aggregate_id, last.version];
  }
}

function entryOf(row: EntryRow): StoredEntry {
  const { payload, salt, actor } = row;
  return {
    hash: row.hash,
    bound:
      payload === null || salt === null ? null : { salt, actorText: canonicalJson(actor), payload },
    header: {
      entryId: row.entry_id,
      aggregate: row.aggregate,
      aggregateId: row.aggregate_id,
      version: row.version,
      name: row.name,
      eventVersion: row.event_version,
      actor: headerActor(actor),
      cause: row.cause,
      correlation: row.correlation,
      occurredAt: row.occurred_at as Instant,
      route: row.route,
      commitment: row.commitment,
      stateHash: row.state_hash,
      previousHash: row.previous_hash,
    },
  };
}

/** Table of each kind of aggregate. */
export async function aggregateTables(client: ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ kind: string; table_name: string }>(
    'select kind, table_name from journal_aggregate',
  );
  return new Map(rows.map((row) => [row.kind, row.table_name]));
}

export async function storedAggregates(
  client: ClientBase,
  table: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredAggregate>> {
  const { rows } = await client.query<StoredAggregate & { id: string }>(
    `select id, version, encode(head_hash, 'hex') as head, state from ${quoted(table)} where id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Rows that no entry led to. */
export async function rowsWithoutEntries(
  client: ClientBase,
  kind: string,
  table: string,
): Promise<readonly { readonly id: string; readonly version: number }[]> {
  const { rows } = await client.query<{ id: string; version: number }>(
    `select id, version from ${quoted(table)} t where not exists (
       select from journal j where j.aggregate = $1 and j.aggregate_id = t.id) limit 100`,
    [kind],
  );
  return rows;
}
