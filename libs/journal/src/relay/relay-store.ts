import type { EventMessage, ParticipantToken } from '@onewindow/contracts';
import type { ClientBase } from 'pg';
import type { Epoch, JournalMark } from './epoch.js';
import { MESSAGE_COLUMNS, messageOf, type MessageRow } from './message-row.js';

/** What a relay reads and writes, on the connection that holds its lock: losing the one loses the other. */
export class RelayStore {
  constructor(
    private readonly client: ClientBase,
    private readonly self: ParticipantToken,
  ) {}

  async mark(): Promise<JournalMark> {
    const { rows } = await this.client.query<MarkRow>(MARK);
    const [row] = rows;
    if (row === undefined) throw new TypeError('the mark always is one row');
    const lastPosition = Number(row.last_position);
    return {
      lastPosition,
      confirmed: row.first_unconfirmed === null ? lastPosition : Number(row.first_unconfirmed) - 1,
      epoch:
        row.epoch === null
          ? undefined
          : {
              epoch: row.epoch,
              streamCreated: row.stream_created ?? '',
              base: Number(row.base),
            },
    };
  }

  async open({ epoch, streamCreated, base }: Epoch): Promise<void> {
    await this.client.query(
      'insert into journal_epoch (epoch, stream_created, base) values ($1, $2, $3)',
      [epoch, streamCreated, base],
    );
  }

  /** Gives committed entries their positions; what it returns is durable. */
  async assignPositions(most: number, epoch: number): Promise<EventMessage[]> {
    const { rows } = await this.client.query<MessageRow>({
      name: 'journal-assign',
      text: `select ${MESSAGE_COLUMNS} from journal_assign_positions($1)`,
      values: [most],
    });
    return rows.map((row) => messageOf(row, this.self, epoch));
  }

  async positionedAfter(position: number, most: number, epoch: number): Promise<EventMessage[]> {
    const { rows } = await this.client.query<MessageRow>({
      name: 'journal-positioned',
      text: `select ${MESSAGE_COLUMNS} from journal_message where position > $1 order by position limit $2`,
      values: [position, most],
    });
    return rows.map((row) => messageOf(row, this.self, epoch));
  }
}

interface MarkRow {
  readonly last_position: string;
  readonly first_unconfirmed: string | null;
  readonly epoch: number | null;
  readonly stream_created: string | null;
  readonly base: string | null;
}

/** The lowest position that its reader has not confirmed, route by route over their index. */
const MARK = `with recursive routes as (
    (select route from journal_position order by route limit 1)
    union all
    select (select p.route from journal_position p where p.route > r.route order by p.route limit 1)
    from routes r where r.route is not null),
  unconfirmed as (
    select (select min(p.position) from journal_position p
      where p.route = r.route and p.position > coalesce(
        (select c.position from reader_confirmation c where c.reader = r.route), 0)) as position
    from routes r where r.route is not null)
  select (select coalesce(max(position), 0) from journal_position) as last_position,
    (select min(position) from unconfirmed) as first_unconfirmed,
    e.epoch, e.stream_created, e.base
  from (values (1)) one
  left join lateral (select * from journal_epoch order by epoch desc limit 1) e on true`;
