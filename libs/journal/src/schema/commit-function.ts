const REFERENCE_LOCK = 7_160_002;

/**
 * Commits several independent units of work in one round trip. A unit that lost (its version moved, its command was
 * answered, its message handled, its deadline moved) is left out and named; the others are written together.
 *
 * A unit may rest on reference data: it is lost when that has moved. Whoever moves it waits for everybody who rests on it, so
 * that nothing is committed on the old version once the new one is.
 *
 * No deadlock: the lock of the reference data comes first, then rows are locked in one order, by kind and id; whoever arms, moves or fires a deadline holds the row
 * of its aggregate. A unique key that two transactions insert at the same moment fails one of them as a whole, and the
 * caller sends it again. The plans are made once, while the tables may be empty, and must serve a million rows: hence the
 * planner's settings, and no condition on a deadline that its partial index would offer itself for.
 */
export const commitFunctionSql = `
create or replace function journal_commit(
  row_unit int[], row_kind text[], row_id text[], row_expected int[],
  updates json, inserts json, entries json, receipts json, marks json, guards json,
  deadlines json, parked json, retried json, refs json default null
) returns table (unit int, outcome text, answer text, request_hash text)
language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $commit$
declare
  conflicting int[]; written int[] = '{}'; repeated int[] = '{}'; handled int[] = '{}'; stale int[] = '{}';
  moved int[] = '{}';
  lost int[];
begin
  if refs is not null then
    if exists (select from json_to_recordset(refs) r(moves boolean) where r.moves) then
      perform pg_advisory_xact_lock(${REFERENCE_LOCK});
    else
      perform pg_advisory_xact_lock_shared(${REFERENCE_LOCK});
    end if;
    moved := array(
      select r.unit from json_to_recordset(refs) r(unit int, name text, version bigint)
      left join journal_reference j on j.name = r.name
      where r.version is not null and r.version <> coalesce(j.version, 0));
  end if;
  conflicting := array(
    select distinct r.unit
    from unnest(row_unit, row_kind, row_id, row_expected) r(unit, kind, id, expected)
    left join journal_lock_rows(row_kind, row_id) l on l.kind = r.kind and l.id = r.id
    where r.expected is not null and coalesce(l.version, 0) <> r.expected);
  if receipts is not null then
    repeated := array(
      select r.unit from json_to_recordset(receipts) r(unit int, caller text, key text)
      join command_receipt c on c.caller = r.caller and c.key = r.key);
  end if;
  if marks is not null then
    handled := array(
      select m.unit from json_to_recordset(marks) m(unit int, producer text, position bigint)
      join inbox i on i.producer = m.producer and i.position = m.position);
  end if;
  if retried is not null then
    handled := handled || array(
      select r.unit from json_to_recordset(retried) r(unit int, id bigint)
      join parked_message p on p.id = r.id where p.handled_at is not null);
  end if;
  if guards is not null then
    stale := array(
      select g.unit
      from json_to_recordset(guards) g(unit int, aggregate text, id text, kind text, generation int)
      where (
        select d.generation = g.generation and d.state = 'armed' from deadline d
        where d.aggregate = g.aggregate and d.aggregate_id = g.id and d.kind = g.kind
      ) is not true);
  end if;

  lost := conflicting || moved || repeated || handled || stale;
  if cardinality(lost) > 0 then
    if cardinality(conflicting || moved) > 0 then
      written := array(
        select distinct e.unit
        from json_to_recordset(entries)
          e(unit int, entry_id uuid, aggregate text, aggregate_id text, version int)
        join journal j on j.aggregate = e.aggregate and j.aggregate_id = e.aggregate_id
          and j.version = e.version
        where e.unit = any(conflicting || moved) and j.entry_id = e.entry_id);
    end if;
    return query
      select l.unit,
        case when l.unit = any(written) then 'committed'
          when l.unit = any(repeated) then 'repeated'
          when l.unit = any(handled) then 'handled'
          when l.unit = any(stale) then 'stale'
          else 'conflict' end,
        c.answer, c.request_hash
      from (select distinct n.unit from unnest(lost) n(unit)) l
      left join json_to_recordset(receipts) r(unit int, caller text, key text) on r.unit = l.unit
      left join command_receipt c on c.caller = r.caller and c.key = r.key;
  end if;

  perform journal_write_rows(updates, inserts, lost);
  if entries is not null then
    with added as (
      insert into journal (entry_id, aggregate, aggregate_id, version, name, event_version, payload,
        salt, commitment, actor, cause, correlation, occurred_at, route, state_hash, previous_hash, hash)
      select e.entry_id, e.aggregate, e.aggregate_id, e.version, e.name, e.event_version, e.payload,
        decode(e.salt, 'hex'), decode(e.commitment, 'hex'), e.actor, e.cause, e.correlation,
        e.occurred_at, e.route, decode(e.state_hash, 'hex'), decode(e.previous_hash, 'hex'),
        decode(e.hash, 'hex')
      from json_to_recordset(entries) e(unit int, entry_id uuid, aggregate text, aggregate_id text,
        version int, name text, event_version int, payload json, salt text, commitment text,
        actor jsonb, cause text, correlation text, occurred_at timestamptz, route text,
        state_hash text, previous_hash text, hash text)
      where e.unit <> all(lost)
      returning id, journal.route)
    insert into journal_queue select a.id from added a where a.route is not null;
  end if;
  if receipts is not null then
    insert into command_receipt (caller, key, request_hash, answer)
      select r.caller, r.key, r.request_hash, r.answer
      from json_to_recordset(receipts)
        r(unit int, caller text, key text, request_hash text, answer json)
      where r.unit <> all(lost) order by r.caller, r.key;
  end if;
  if marks is not null then
    insert into inbox (producer, position, event_id)
      select m.producer, m.position, m.event_id
      from json_to_recordset(marks) m(unit int, producer text, position bigint, event_id uuid)
      where m.unit <> all(lost) order by m.producer, m.position;
  end if;
  if guards is not null then
    update deadline d
      set state = case when g.refusal is null then 'fired' else 'refused' end, refusal = g.refusal
      from json_to_recordset(guards)
        g(unit int, aggregate text, id text, kind text, generation int, refusal text)
      where d.aggregate = g.aggregate and d.aggregate_id = g.id and d.kind = g.kind
        and d.generation = g.generation and g.unit <> all(lost);
  end if;
  if deadlines is not null then
    insert into deadline as d (aggregate, aggregate_id, kind, generation, due_at, state)
      select w.aggregate, w.id, w.kind, 1, w.due, 'armed'
      from json_to_recordset(deadlines)
        w(unit int, aggregate text, id text, kind text, due timestamptz)
      where w.due is not null and w.unit <> all(lost) order by w.aggregate, w.id, w.kind
      on conflict (aggregate, aggregate_id, kind) do update
        set generation = d.generation + 1, due_at = excluded.due_at, state = 'armed',
          claimed_until = null, refusal = null;
    update deadline d set state = 'cancelled', generation = d.generation + 1
      from json_to_recordset(deadlines)
        w(unit int, aggregate text, id text, kind text, due timestamptz)
      where w.due is null and d.aggregate = w.aggregate and d.aggregate_id = w.id
        and d.kind = w.kind and d.state not in ('fired', 'cancelled', 'refused')
        and w.unit <> all(lost);
  end if;
  if parked is not null then
    insert into parked_message (producer, position, aggregate, aggregate_id, name, message, reason, waits)
      select p.producer, p.position, p.aggregate, p.aggregate_id, p.name, p.message, p.reason, p.waits
      from json_to_recordset(parked) p(unit int, producer text, position bigint, aggregate text,
        aggregate_id text, name text, message jsonb, reason text, waits boolean)
      where p.unit <> all(lost);
  end if;
  if refs is not null then
    insert into journal_reference as j (name, version)
      select distinct r.name, 1 from json_to_recordset(refs) r(unit int, name text, moves boolean)
      where r.moves and r.unit <> all(lost)
      on conflict (name) do update set version = j.version + 1;
  end if;
  if retried is not null then
    update parked_message p set handled_at = clock_timestamp()
      from json_to_recordset(retried) r(unit int, id bigint)
      where p.id = r.id and r.unit <> all(lost);
  end if;
end
$commit$;
`;
