/**
 * Positions are given by inserting, so that the journal itself is never updated. Committed entries wait in the queue: to
 * look for entries without a position would get slower with every entry ever written.
 */
export const positionsSql = `
create view journal_message as
  select p.position, p.previous_on_route, p.route, j.entry_id, j.name, j.event_version, j.aggregate,
    j.aggregate_id, j.version, j.occurred_at, j.actor, j.cause, j.correlation, j.hash, j.payload
  from journal_position p join journal j on j.id = p.journal_id;

create function journal_assign_positions(most int) returns setof journal_message language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $assign$
declare
  base bigint = (select coalesce(max(p.position), 0) from journal_position p);
begin
  with taken as (
    delete from journal_queue q
      where q.journal_id = any(array(select n.journal_id from journal_queue n order by n.journal_id limit most))
      returning q.journal_id),
  numbered as (
    select t.journal_id, j.route, base + row_number() over (order by t.journal_id) as position
    from taken t join journal j on j.id = t.journal_id)
  insert into journal_position (position, journal_id, route, previous_on_route)
    select n.position, n.journal_id, n.route, coalesce(
      lag(n.position) over (partition by n.route order by n.position),
      (select max(p.position) from journal_position p where p.route = n.route),
      0)
    from numbered n order by n.position;
  return query
    select m.*
    from (select p.position from journal_position p where p.position > base order by p.position) n
    cross join lateral (select * from journal_message m where m.position = n.position offset 0) m;
end
$assign$;
`;
