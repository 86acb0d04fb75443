import type { EntityManager } from '@mikro-orm/postgresql';
import type { Officer } from '../../domain/officers/officer.js';
import type {
  OfficerAtWork,
  OfficersAtWork,
  StageOfAgency,
  TaskOfOfficer,
} from '../../use-cases/ports.js';

const AT_WORK = `
select o.state as officer, w.visits, w.usual
from officer o
cross join lateral (
  select count(*) filter (where t.site_visit)::int as visits,
    count(*) filter (where not t.site_visit)::int as usual
  from task t where t.assignee = o.id) w
where o.agency = ? and o.status = 'in-post'
order by o.id`;

/** Far more matters than a rotation looks back on; an applicant may have had very many elsewhere. */
const LOOKED_BACK = 50;

const LAST_WITH = `
select last.officer from (
  select t.state#>>array['assignments', ?, 'officer'] as officer, c.accepted_at, t.id
  from (
    select id, accepted_at from "case" where credit_code = ?
    order by accepted_at desc, id desc limit ${String(LOOKED_BACK)}) c
  join track t on t.case_number = c.id
  where t.state->>'agency' = ?) last
where last.officer is not null
order by last.accepted_at desc, last.id desc limit ?`;

/** Officers and what they have to do, counted from the tasks. */
export class PostgresOfficers implements OfficersAtWork {
  constructor(private readonly em: EntityManager) {}

  async of(agency: string): Promise<readonly OfficerAtWork[]> {
    const rows = await this.em
      .fork()
      .execute<{ officer: Officer; visits: number; usual: number }[]>(AT_WORK, [agency]);
    return rows.map(({ officer, visits, usual }) => ({
      officer,
      open: { usual, siteVisit: visits },
    }));
  }

  async lastWith(
    applicant: string,
    { agency, stage }: StageOfAgency,
    most: number,
  ): Promise<readonly string[]> {
    if (most === 0) return [];
    const rows = await this.em
      .fork()
      .execute<{ officer: string }[]>(LAST_WITH, [stage, applicant, agency, most]);
    return rows.map(({ officer }) => officer);
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
