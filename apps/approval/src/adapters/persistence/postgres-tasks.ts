import type { EntityManager } from '@mikro-orm/postgresql';
import type { ListTasksReply } from '@onewindow/contracts';
import { MOST_COUNTED } from '@onewindow/service';
import type { Officer } from '../../domain/officers/officer.js';
import type { WorkTransfer } from '../../domain/officers/work-transfer.js';
import type { OfficerLine } from '../../views/officer-row.js';
import type { TaskLine, TaskQuery, TaskRecords, TasksInFull } from '../../views/task-views.js';
import { actingFacts } from './acting-facts.js';
import { containsText, given, gramsOf, together, type Sql } from './sql-pieces.js';

/** What is looked through row by row, the most urgent first, before the index of the search is asked. */
const LOOKED_THROUGH = 3_000;

/** Lists of tasks: only what is open is in this table, however much was decided. */
export class PostgresTasks implements TaskRecords {
  constructor(
    private readonly em: EntityManager,
    private readonly lookedThrough = LOOKED_THROUGH,
  ) {}

  tasks(
    query: TaskQuery,
    limit: number,
    after?: { readonly key: string; readonly id: string },
  ): Promise<readonly TaskLine[]> {
    const { lamp } = query;
    const behind = after ? [given`(urgency, id) > (${after.key}, ${after.id})`] : [];
    const lit = lamp === undefined ? [] : [given`${lampAt(query)} = ${lamp}`];
    return this.rows<TaskLine>(
      given`select id, urgency, case_number as "caseNumber", item, item_name as "itemName", stage,
        stage_name as "stageName", role, kind, status, applicant_name as "applicantName",
        premises_name as "premisesName", address, assignee as officer,
        assignee_name as "officerName", green as "greenLane", due_on as "dueOn",
        ${lampAt(query)} as lamp
      from ${this.source(query, [...behind, ...lit], limit)} task order by urgency, id limit ${limit}`,
    );
  }

  async inFull(
    trackIds: readonly string[],
    { account, agency }: { readonly account: string; readonly agency: string },
  ): Promise<TasksInFull> {
    const [row] = await this.rows<TasksInFull>(
      given`${IN_FULL} from (select ${JSON.stringify(trackIds)}::jsonb as tracks, ${account}::text as account,
        ${agency}::text as agency) asked`,
    );
    return row ?? { tracks: [], acting: { officer: null, delegators: [], published: [] } };
  }

  /** Of the most urgent only: nobody reads on that far. */
  async lamps(query: TaskQuery): Promise<ListTasksReply['lamps']> {
    const [counted] = await this.rows<ListTasksReply['lamps']>(
      given`select count(*) filter (where lamp = 'red')::int as red,
        count(*) filter (where lamp = 'yellow')::int as yellow,
        count(*) filter (where lamp = 'blue')::int as blue,
        count(*) filter (where lamp is null)::int as "none"
      from (select ${lampAt(query)} as lamp from ${this.source(query, [], MOST_COUNTED)} task
        order by urgency, id limit ${MOST_COUNTED}) few`,
    );
    return counted ?? { red: 0, yellow: 0, blue: 0, none: 0 };
  }

  /**
   * The tasks of a list, or those of them that contain its text: among the most urgent where so many are found there as are wanted, by
   * the index of the search otherwise. A statement for both: where the first are enough the index is not touched.
   */
  private source(query: TaskQuery, also: readonly Sql[], wanted: number): Sql {
    const { text } = query;
    const list = together([...conditionsOf(query), ...also], ' and ');
    if (text === undefined) return given`(select * from task where ${list})`;
    const columns = { sql: COLUMNS, values: [] };
    return given`(
      with looked as materialized (
        select ${columns}, ${containsText(text)} as hit
        from (select * from task where ${list} order by urgency, id limit ${this.lookedThrough}) first),
      enough as materialized (
        select count(*) < ${this.lookedThrough} or count(*) filter (where hit) >= ${wanted} as so from looked)
      select ${columns} from looked where hit and (select so from enough)
      union all
      select ${columns} from task
      where ${list} and ${containsText(text)} and ${gramsOf(text)} and not (select so from enough))`;
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

  private rows<Row>({ sql, values }: Sql): Promise<Row[]> {
    return this.em.fork().execute<Row[]>(sql, [...values]);
  }
}

/** The tracks of a page with whose matters they are, and the officer who looks, in one statement. */
const IN_FULL: Sql = {
  sql: `
select
  (select coalesce(json_agg(json_build_object('track', t.state, 'matter', json_build_object(
      'applicantAccount', c.state->'applicantAccount', 'applicant', c.state->'applicant'))), '[]')
    from track t join "case" c on c.id = t.case_number
    where t.id = any(array(select jsonb_array_elements_text(asked.tracks)))) as tracks,
  ${actingFacts('asked.account', 'array[asked.agency]')} as acting`,
  values: [],
};

const COLUMNS = `id, urgency, case_number, item, item_name, stage, stage_name, role, kind, status, applicant_name,
  premises_name, address, assignee, assignee_name, green, due_on, red_from, yellow_from, blue_from`;

const lampAt = ({ now }: TaskQuery): Sql => given`case when red_from <= ${now} then 'red'
  when yellow_from <= ${now} then 'yellow' when blue_from <= ${now} then 'blue' end`;

const conditionsOf = ({ agency, region, of, account, item, stage }: TaskQuery): readonly Sql[] => [
  given`agency = ${agency} and region = ${region}`,
  ...(of === 'mine' ? [given`assignee = ${account}`] : []),
  ...(of === 'pool' ? [given`assignee is null`] : []),
  ...(item === undefined ? [] : [given`item = ${item}`]),
  ...(stage === undefined ? [] : [given`stage = ${stage}`]),
];
