import type { EventMessage, ParticipantToken } from '@onewindow/contracts';
import type { Actor, Instant } from '@onewindow/kernel';
import type { QueryResultRow } from 'pg';
import { instantText } from '../schema/instant-text.js';

/** Columns of `journal_message` in the shapes of a message. */
export const MESSAGE_COLUMNS = `position, previous_on_route, route, entry_id, name, event_version, aggregate,
  aggregate_id, version, ${instantText('occurred_at')} as occurred_at, actor, cause, correlation,
  encode(hash, 'hex') as hash, payload`;

export interface MessageRow extends QueryResultRow {
  /** A bigint comes as text. */
  readonly position: string;
  readonly previous_on_route: string;
  readonly route: ParticipantToken;
  readonly entry_id: string;
  readonly name: string;
  readonly event_version: number;
  readonly aggregate: string;
  readonly aggregate_id: string;
  readonly version: number;
  readonly occurred_at: Instant;
  readonly actor: Actor;
  readonly cause: string;
  readonly correlation: string;
  readonly hash: string;
  readonly payload: string | null;
}

export const messageOf = (
  row: MessageRow,
  producer: ParticipantToken,
  epoch: number,
): EventMessage => ({
  eventId: row.entry_id,
  producer,
  recipient: row.route,
  position: Number(row.position),
  previousOnRoute: Number(row.previous_on_route),
  epoch,
  name: row.name,
  version: row.event_version,
  aggregate: row.aggregate,
  aggregateId: row.aggregate_id,
  aggregateVersion: row.version,
  occurredAt: row.occurred_at,
  actor: row.actor,
  cause: row.cause,
  correlation: row.correlation,
  hash: row.hash,
  // Erased by law: the reader gets an empty object, which its contract refuses, and parks it.
  payload: row.payload ?? '{}',
});
