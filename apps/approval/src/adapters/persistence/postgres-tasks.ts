import type { EntityManager } from '@mikro-orm/postgresql';
import type { ListTasksReply } from '@onewindow/contracts';
import { containing, MOST_COUNTED } from '@onewindow/service';
import type { Officer } from '../../domain/officers/officer.js';
import type { WorkTransfer } from '../../domain/officers/work-transfer.js';
import type { OfficerLine } from '../../views/officer-row.js';
import type { TaskLine, TaskQuery, TaskRecords } from '../../views/task-views.js';

type Bound = readonly (string | number)[];
interface Condition {
  readonly sql: string;
  readonly values: Bound;
}

const LAMP = `case when red_from <= ? then 'red' when yellow_from <= ? then 'yellow'
  when blue_from <= ? then 'blue' end`;

/** Lists of tasks: only what is open is in this table, however much was decided. */
export class PostgresTasks implements TaskRecords {
  constructor(private readonly em: EntityManager) {}

  tasks(
    query: TaskQuery,
    limit: number,
    after?: { readonly key: string; readonly id: string },
  ): Promise<readonly TaskLine[]> {
    const { sql, values } = together([
      ...conditionsOf(query),
      ...(query.lamp === undefined
        ? []
        : [{ sql: `${LAMP} = ?`, values: [...lit(query), query.lamp] }]),
      ...(after ? [{ sql: '(urgency, id) > (?, ?)', values: [after.key, after.id] }] : []),
    ]);
    return this.em.fork().execute<TaskLine[]>(
      `select id, urgency, case_number as "caseNumber", item, item_name as "itemName", stage,
        stage_name as "stageName", role, status, applicant_name as "applicantName",
        premises_name as "premisesName", address, assignee as officer,
        assignee_name as "officerName", green as "greenLane", due_on as "dueOn", ${LAMP} as lamp
      from task where ${sql} order by urgency, id limit ?`,
      [...lit(query), ...values, limit],
    );
  }

  /** Of the most urgent only: nobody reads on that far. */
  async lamps(query: TaskQuery): Promise<ListTasksReply['lamps']> {
    const { sql, values } = together(conditionsOf(query));
    const [counted] = await this.em.fork().execute<ListTasksReply['lamps'][]>(
      `select count(*) filter (where lamp = 'red')::int as red,
        count(*) filter (where lamp = 'yellow')::int as yellow,
        count(*) filter (where lamp = 'blue')::int as blue,
        count(*) filter (where lamp is null)::int as "none"
      from (select ${LAMP} as lamp from task where ${sql} order by urgency limit ?) few`,
      [...lit(query), ...values, MOST_COUNTED],
    );
    return counted ?? { red: 0, yellow: 0, blue: 0, none: 0 };
  }

  roster(agency: string, limit: number, after: string): Promise<readonly OfficerLine[]> {
    return this.em.fork().execute<{ officer: Officer; openTasks: number }[]>(
      `select o.state as officer,
        (select count(*)::int from task t where t.assignee = o.id) as "openTasks"
      from officer o where o.agency = ? and o.id > ? order by o.id limit ?`,
      [agency, after, limit],
    );
  }

  async transfer(transferId: string): Promise<WorkTransfer | undefined> {
    const [row] = await this.em
      .fork()
      .execute<{ state: WorkTransfer }[]>('select state from work_transfer where id = ?', [
        transferId,
      ]);
    return row?.state;
  }
}

const lit = ({ now }: TaskQuery): Bound => [now, now, now];

const conditionsOf = ({
  agency,
  region,
  of,
  account,
  item,
  stage,
  text,
}: TaskQuery): Condition[] => [
  { sql: 'agency = ? and region = ?', values: [agency, region] },
  ...(of === 'mine' ? [{ sql: 'assignee = ?', values: [account] }] : []),
  ...(of === 'pool' ? [{ sql: 'assignee is null', values: [] }] : []),
  ...(item === undefined ? [] : [{ sql: 'item = ?', values: [item] }]),
  ...(stage === undefined ? [] : [{ sql: 'stage = ?', values: [stage] }]),
  ...(text === undefined ? [] : [{ sql: 'search_text like lower(?)', values: [containing(text)] }]),
];

const together = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' and '),
  values: conditions.flatMap(({ values }) => values),
});
