import { commitFunctionSql } from './commit-function.js';
import type { RuntimeRole } from './runtime-role.js';
import { quoted } from './quoting.js';

/**
 * What decisions rest on beside aggregates, such as the calendar in force, and how far the aggregates that rest on it were
 * derived anew. May be run on a journal that has these tables already, and on one from before they were.
 */
export const journalReferencesSql = ({ runtimeRole }: RuntimeRole): string =>
  [tables, commitFunctionSql, rederiveFunctionSql, grants(quoted(runtimeRole))].join('\n');

const tables = `
create table if not exists journal_reference (name text primary key, version bigint not null);

create table if not exists journal_sweep (
  kind text not null,
  shard int not null,
  target text not null,
  since text,
  after_id text not null,
  through_id text,
  changed bigint not null default 0,
  begun_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  primary key (kind, shard)
);

drop function if exists journal_commit(int[], text[], text[], int[], json, json, json, json, json, json,
  json, json, json);
`;

/**
 * Writes what a batch of aggregates of one kind was derived to, in one call. Returns the ids of those that have moved since they
 * were read; then nothing is written, and all of them stay locked until the transaction ends, so that the next call cannot lose.
 * The update is planned in each call: a batch is so long a text that each look of `journal_write_rows` into it costs more.
 */
const rederiveFunctionSql = `
create or replace function journal_rederive(
  of_kind text, ids text[], expected jsonb, updates json, entries json, deadlines json,
  of_cause text, of_actor jsonb, at timestamptz
) returns setof text
language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $rederive$
declare
  lost text[];
begin
  lost := array(
    select l.id from journal_lock_rows(array_fill(of_kind, array[cardinality(ids)]), ids) l
    where l.version <> (expected->>l.id)::int);
  if cardinality(lost) > 0 then
    return query select unnest(lost);
    return;
  end if;
  execute format($update$
    update %I t set version = w.version, head_hash = decode(w.head, 'hex'), state = w.state
      from json_to_recordset($1) as w(id text, version int, head text, state jsonb)
      where t.id = w.id$update$, (select a.table_name from journal_aggregate a where a.kind = of_kind))
    using updates;
  with added as (
    insert into journal (entry_id, aggregate, aggregate_id, version, name, event_version, payload,
      salt, commitment, actor, cause, correlation, occurred_at, route, state_hash, previous_hash, hash)
    select e.entry_id, of_kind, e.aggregate_id, e.version, e.name, e.event_version, e.payload,
      decode(e.salt, 'hex'), decode(e.commitment, 'hex'), of_actor,
      of_cause, e.correlation, at, e.route,
      decode(e.state_hash, 'hex'), decode(e.previous_hash, 'hex'), decode(e.hash, 'hex')
    from json_to_recordset(entries) e(entry_id uuid, aggregate_id text, version int, name text,
      event_version int, payload json, salt text, commitment text, correlation text, route text,
      state_hash text, previous_hash text, hash text)
    returning id, journal.route)
  insert into journal_queue select a.id from added a where a.route is not null;
  if deadlines is not null then
    insert into deadline as d (aggregate, aggregate_id, kind, generation, due_at, state)
      select of_kind, w.id, w.kind, 1, w.due, 'armed'
      from json_to_recordset(deadlines) w(id text, kind text, due timestamptz)
      where w.due is not null
      on conflict (aggregate, aggregate_id, kind) do update
        set generation = d.generation + 1, due_at = excluded.due_at, state = 'armed',
          claimed_until = null, refusal = null;
    update deadline d set state = 'cancelled', generation = d.generation + 1
      from json_to_recordset(deadlines) w(id text, kind text, due timestamptz)
      where w.due is null and d.aggregate = of_kind and d.aggregate_id = w.id
        and d.kind = w.kind and d.state not in ('fired', 'cancelled', 'refused');
  end if;
end
$rederive$;
`;

const grants = (role: string): string => `
grant select, insert, update on journal_reference to ${role};
grant select, insert, update, delete on journal_sweep to ${role};
`;
