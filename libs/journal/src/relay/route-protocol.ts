import type { EventMessage, ParticipantToken } from '@onewindow/contracts';
import type { Pool } from 'pg';
import { MESSAGE_COLUMNS, messageOf, type MessageRow } from './message-row.js';

/** A reply has to fit through the broker (256 KiB there); headers and quoting take their share. */
const REPLAYED_CHARACTERS = 100_000;
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
  let characters = 0;
  const fitting = messages.findIndex(
    ({ payload }) => (characters += payload.length + 1_000) > REPLAYED_CHARACTERS,
  );
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
