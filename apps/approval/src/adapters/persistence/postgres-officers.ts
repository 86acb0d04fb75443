import type { EntityManager } from '@mikro-orm/postgresql';
import type { Officer } from '../../domain/officers/officer.js';
import type { MatterHad } from '../../domain/officers/rotation.js';
import type {
  OfficerAtWork,
  OfficersAtWork,
  StageOfAgency,
  TaskOfOfficer,
} from '../../use-cases/ports.js';

const AT_WORK = `
select o.agency, o.state as officer, w.visits, w.usual
from officer o
cross join lateral (
  select count(*) filter (where t.site_visit)::int as visits,
    count(*) filter (where not t.site_visit)::int as usual
  from task t where t.assignee = o.id) w
where o.agency = any(array(select jsonb_array_elements_text(?::jsonb))) and o.status = 'in-post'
order by o.agency, o.id`;

/** Far more matters than a rotation looks back on; an applicant may have had very many elsewhere. */
const LOOKED_BACK = 50;

/** Every track is looked at once, however many stages are asked for. A stage may be of another agency than its track is by now. */
const LAST_WITH = `
with had as materialized (
  select t.id, c.id as case_number, t.state->>'agency' as agency,
    t.state->'assignments' as assignments, t.state->'stages' as stages
  from (
    select id from "case" where credit_code = ?
    order by accepted_at desc, id desc limit ${String(LOOKED_BACK)}) c
  join track t on t.case_number = c.id
  where t.state->'assignments' is not null)
select place::int as place, "caseNumber", "trackId", given->>'since' as since,
  given->>'officer' as officer
from (
  select asked.place, had.case_number as "caseNumber", had.id as "trackId", held.given,
    row_number() over (
      partition by asked.place
      order by held.given->>'since' collate "C" desc, had.id collate "C" desc) as nth
  from jsonb_array_elements(?::jsonb) with ordinality asked (stage, place)
  cross join had
  cross join lateral (select had.assignments->(asked.stage->>'stage') as given) held
  where held.given is not null and asked.stage->>'agency' = coalesce(
    (select s->>'agency' from jsonb_array_elements(had.stages) s
     where s->>'code' = asked.stage->>'stage'), had.agency)) last
where nth <= ?
order by place, nth`;

/** Officers and what they have to do, counted from the tasks. */
export class PostgresOfficers implements OfficersAtWork {
  constructor(private readonly em: EntityManager) {}

  async of(agencies: readonly string[]): Promise<ReadonlyMap<string, readonly OfficerAtWork[]>> {
    const rows = await this.em
      .fork()
      .execute<CountedRow[]>(AT_WORK, [JSON.stringify([...new Set(agencies)])]);
    const counted = rows.map(({ agency, officer, visits, usual }) => ({
      agency,
      atWork: { officer, open: { usual, siteVisit: visits } },
    }));
    return new Map(
      [...Map.groupBy(counted, ({ agency }) => agency)].map(([agency, each]) => [
        agency,
        each.map(({ atWork }) => atWork),
      ]),
    );
  }

  async lastWith(
    applicant: string,
    stages: readonly StageOfAgency[],
    most: number,
  ): Promise<readonly (readonly MatterHad[])[]> {
    if (most === 0 || stages.length === 0) return stages.map(() => []);
    const asked = JSON.stringify(stages.map(({ agency, stage }) => ({ agency, stage })));
    const rows = await this.em
      .fork()
      .execute<(MatterHad & { readonly place: number })[]>(LAST_WITH, [applicant, asked, most]);
    const had = Map.groupBy(rows, ({ place }) => place);
    return stages.map((_, at) => (had.get(at + 1) ?? []).map(({ place: _place, ...had }) => had));
  }

  tasksOf(account: string, after: string, most: number): Promise<readonly TaskOfOfficer[]> {
    return this.em
      .fork()
      .execute<TaskOfOfficer[]>(
        'select id, track_id as "trackId", stage from task where assignee = ? and id > ? order by id limit ?',
        [account, after, most],
      );
  }
}

interface CountedRow {
  readonly agency: string;
  readonly officer: Officer;
  readonly visits: number;
  readonly usual: number;
}
