/**
 * Functions that lock and write the rows of every kind of aggregate, written anew whenever a kind is registered: with
 * the statements of each table spelled out in them, their plans are kept; SQL put together in each call would be planned in each.
 */
export const aggregateRegistrySql = `
create table journal_aggregate (kind text primary key, table_name text not null unique);

create function journal_register(kind text, table_name text) returns void language plpgsql as $register$
begin
  insert into journal_aggregate values (kind, table_name) on conflict do nothing;
  execute
    'create or replace function journal_lock_rows(kinds text[], ids text[])
       returns table (kind text, id text, version int) language plpgsql as $body$
     begin'
    || (select string_agg(format($text$
       if %1$L = any(kinds) then
         return query select %1$L::text, t.id, t.version from %2$I t
           where t.id = any(array(select r.id from unnest(kinds, ids) r(kind, id) where r.kind = %1$L))
           order by t.id for no key update of t;
       end if;$text$, a.kind, a.table_name), '' order by a.kind) from journal_aggregate a)
    || ' end $body$';
  execute
    'create or replace function journal_write_rows(updates json, inserts json, lost int[])
       returns void language plpgsql as $body$
     begin'
    || (select string_agg(format($text$
       if updates->%1$L is not null then
         update %2$I t set version = w.version, head_hash = decode(w.head, 'hex'), state = w.state
           from json_to_recordset(updates->%1$L)
             as w(unit int, id text, version int, head text, state jsonb)
           where t.id = w.id and w.unit <> all(lost);
       end if;
       if inserts->%1$L is not null then
         insert into %2$I (id, version, head_hash, state)
           select w.id, w.version, decode(w.head, 'hex'), w.state
           from json_to_recordset(inserts->%1$L)
             as w(unit int, id text, version int, head text, state jsonb)
           where w.unit <> all(lost) order by w.id;
       end if;$text$, a.kind, a.table_name), '' order by a.kind) from journal_aggregate a)
    || ' end $body$';
end
$register$;

create function journal_lock_rows(kinds text[], ids text[])
  returns table (kind text, id text, version int) language plpgsql as $body$ begin end $body$;
create function journal_write_rows(updates json, inserts json, lost int[])
  returns void language plpgsql as $body$ begin end $body$;
`;
