import { MAX_BODY_BYTES, type EventMessage, type ParticipantToken } from '@onewindow/contracts';
import type { Pool } from 'pg';
import { bytesOf } from './event-size.js';
import { MESSAGE_COLUMNS, messageOf, type MessageRow } from './message-row.js';

/** What stands around the messages of a reply takes its share. */
const REPLAYED_BYTES = MAX_BODY_BYTES - 1_024;
const REPLAYED_MESSAGES = 100;

/** Answers `<service>.replay`: the next messages of the caller's own route, as many as fit into one reply. */
export async function replayRoute(
  pool: Pool,
  request: {
    readonly self: ParticipantToken;
    readonly reader: ParticipantToken;
    readonly after: number;
    readonly upTo?: number;
  },
): Promise<EventMessage[]> {
  const { self, reader, after, upTo = Number.MAX_SAFE_INTEGER } = request;
  const { rows } = await pool.query<MessageRow & { epoch: number }>(
    `select ${MESSAGE_COLUMNS}, (select coalesce(max(epoch), 0) from journal_epoch) as epoch
     from journal_message where route = $1 and position > $2 and position <= $3
     order by position limit ${REPLAYED_MESSAGES}`,
    [reader, after, upTo],
  );
  const messages = rows.map((row) => messageOf(row, self, row.epoch));
  let bytes = 0;
  const fitting = messages.findIndex((each) => (bytes += bytesOf(each) + 1) > REPLAYED_BYTES);
  return fitting === -1 ? messages : messages.slice(0, Math.max(1, fitting));
}

/** Answers `<service>.confirm`: records what the reader has applied and tells the last position of its route. */
export async function confirmRoute(
  pool: Pool,
  { reader, applied }: { readonly reader: ParticipantToken; readonly applied: number },
): Promise<{ last: number }> {
  const { rows } = await pool.query<{ last: string }>(
    `with confirmed as (
       insert into reader_confirmation as c (reader, position) values ($1, $2)
       on conflict (reader) do update set position = excluded.position, confirmed_at = clock_timestamp()
         where c.position <> excluded.position)
     select coalesce(max(position), 0) as last from journal_position where route = $1`,
    [reader, applied],
  );
  return { last: Number(rows[0]?.last) };
}
