import type { ClientBase } from 'pg';
import type { JournalFault } from './fault.js';

/** Each finds rows that break one promise of the positions; `subject` and `route` name them. */
const PROMISES = [
  {
    kind: 'broken-positions',
    sql: `select p.position as subject, p.route from (
        select position, route, lag(position) over (order by position) as before from journal_position
      ) p where p.position <> coalesce(p.before, 0) + 1`,
    says: 'is not the one after the position before it: positions are missing',
  },
  {
    kind: 'broken-positions',
    sql: `select p.position as subject, p.route from (
        select position, route, previous_on_route,
          lag(position) over (partition by route order by position) as before
        from journal_position
      ) p where p.previous_on_route <> coalesce(p.before, 0)`,
    says: 'names another position before it on its route than there is',
  },
  {
    kind: 'broken-positions',
    sql: `select p.position as subject, p.route from journal_position p
      left join journal j on j.id = p.journal_id
      where j.id is null or j.route is distinct from p.route`,
    says: 'belongs to no journal entry of its route',
  },
] as const;

const UNQUEUED = `select j.aggregate, j.aggregate_id, j.version, j.route from journal j
  where j.route is not null
    and not exists (select from journal_position p where p.journal_id = j.id)
    and not exists (select from journal_queue q where q.journal_id = j.id)`;

interface Subject {
  readonly subject: string;
  readonly route: string;
}

interface Unqueued {
  readonly aggregate: string;
  readonly aggregate_id: string;
  readonly version: number;
  readonly route: string;
}

/** Positions have no gaps, every route knows its own order, and nothing that is to be told was forgotten. */
export async function checkPositions(client: ClientBase): Promise<JournalFault[]> {
  const faults: JournalFault[] = [];
  for (const { kind, sql, says } of PROMISES) {
    const { rows } = await client.query<Subject>(`${sql} limit 100`);
    for (const { subject, route } of rows) {
      faults.push({ kind, message: `position ${subject} on the route to ${route} ${says}` });
    }
  }
  const { rows } = await client.query<Unqueued>(`${UNQUEUED} limit 100`);
  for (const { aggregate, aggregate_id: aggregateId, version, route } of rows) {
    const message = `${aggregate} ${aggregateId} version ${version}: is for ${route} and neither has a position nor waits for one`;
    faults.push({ kind: 'unqueued-entry', aggregate, aggregateId, version, message });
  }
  return faults;
}
