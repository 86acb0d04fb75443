/**
 * Every stage of a track that is to be done now, as a row: what an officer has to do is found by index, while a million decided
 * tracks are no part of it. The rows follow from the state of the track, in the transaction that saves it, and nobody else writes them.
 */
export const TASK_TABLE = (runtimeRole: string): string => `
create table task (
  id text collate "C" primary key,
  track_id text not null,
  stage text not null,
  stage_name text not null,
  kind text not null,
  role text not null,
  agency text not null,
  region text not null,
  case_number text not null,
  item text not null,
  item_name text not null,
  site_visit boolean not null,
  status text not null,
  applicant_name text not null,
  premises_name text not null,
  address text not null,
  assignee text,
  assignee_name text,
  assigned_at text,
  since text not null,
  green boolean not null,
  due_on text,
  -- The green lane first, then the earliest date, what has none last.
  urgency text collate "C" not null,
  blue_from text collate "C",
  yellow_from text collate "C",
  red_from text collate "C",
  search_text text not null
) with (fillfactor = 80);
create index task_track on task (track_id);
create index task_assignee on task (assignee, urgency, id) include (site_visit);
create index task_pool on task (agency, urgency, id) where assignee is null;
create index task_agency on task (agency, urgency, id);
grant select on task to "${runtimeRole}";
`;

const OPEN = `('in-review', 'suspended', 'reviewed')`;

/** Columns of a task that its track moves; the others stay as they were when it began. */
const MOVED = [
  'status',
  'assignee',
  'assignee_name',
  'assigned_at',
  'green',
  'due_on',
  'urgency',
  'blue_from',
  'yellow_from',
  'red_from',
];
const listed = (prefix: string): string => MOVED.map((each) => prefix + each).join(', ');

/** Where no definition is published the stages are those of `standardStages`; `tasks.int.spec.ts` holds the two together. */
export const TASK_FUNCTIONS = `
create function stages_to_do(state jsonb) returns setof jsonb
language sql immutable parallel safe strict as $stages$
  select stage from jsonb_array_elements(case
    when state->>'status' not in ${OPEN} then '[]'
    when state ? 'stages' then state->'stages'
    when state ? 'opinion' then jsonb_build_array(jsonb_build_object(
      'code', 'decision', 'name', '决定', 'kind', 'decision', 'role', 'decision-officer',
      'status', 'active', 'since', state#>'{opinion,recordedAt}'))
    else '[{"code": "review", "name": "审查", "kind": "review", "role": "approver", "status": "active"}]'
  end) stage
  where stage->>'status' = 'active'
$stages$;

create function lit_from(state jsonb, wanted text) returns text
language sql immutable parallel safe strict as $lit$
  select min(lit->>'from' collate "C")
  from jsonb_each(state#>'{dates,lamps}') clock, jsonb_array_elements(clock.value) lit
  where lit->>'lamp' = wanted
$lit$;

create function awaited_due(due jsonb) returns text
language sql immutable parallel safe as $due$
  select case when due ? 'haltedSince' then null else due->>'due' end collate "C"
$due$;

create function keep_tasks() returns trigger
language plpgsql security definer set search_path from current as $keep$
declare
  statutory text; promised text; internal text;
begin
  if tg_op = 'UPDATE' and old.state->>'status' not in ${OPEN} and new.state->>'status' not in ${OPEN} then
    return null;
  end if;
  delete from task t where t.track_id = new.id
    and t.stage not in (select s->>'code' from stages_to_do(new.state) s);
  statutory := awaited_due(new.state#>'{dates,statutory}');
  promised := awaited_due(new.state#>'{dates,promised}');
  internal := new.state#>>'{greenLane,internalDue}';
  insert into task (id, track_id, stage, stage_name, kind, role, agency, region, case_number, item,
      item_name, site_visit, applicant_name, premises_name, address, search_text, since, ${listed('')})
    select new.id || ':' || (s->>'code'), new.id, s->>'code', s->>'name', s->>'kind', s->>'role',
      coalesce(s->>'agency', new.state->>'agency'), c.region, c.id, new.state->>'item',
      new.state->>'itemName', (new.state->>'siteVisit')::boolean, c.applicant_name,
      c.state#>>'{premises,name}', coalesce(c.state#>>'{premises,address}', ''), c.search_text,
      coalesce(s->>'since', c.accepted_at),
      new.state->>'status', a->>'officer', a->>'name', a->>'since', new.state ? 'greenLane', d.due,
      case when new.state ? 'greenLane' then '0' else '1' end || coalesce(d.due, '9999-12-31'),
      lit_from(new.state, 'blue'), lit_from(new.state, 'yellow'),
      least(lit_from(new.state, 'red'), statutory || 'T16:00:00.000Z', promised || 'T16:00:00.000Z',
        new.state->>'missedAt', new.state->>'promisedMissedAt')
    from stages_to_do(new.state) s
    join "case" c on c.id = new.state->>'caseNumber'
    cross join lateral (select new.state#>array['assignments', s->>'code'] as a) assigned
    cross join lateral (
      select least(statutory, promised, internal, awaited_due(s->'due')) as due) d
    on conflict (id) do update set (${listed('')}) = (${listed('excluded.')})
      where (${listed('task.')}) is distinct from (${listed('excluded.')});
  return null;
end
$keep$;

create trigger keep_tasks after insert or update of state on track
  for each row execute function keep_tasks();

-- Tracks that were open before get their tasks.
update track set state = state where state->>'status' in ${OPEN};
`;
