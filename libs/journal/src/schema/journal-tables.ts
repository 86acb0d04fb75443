import { aggregateRegistrySql } from './aggregate-registry.js';
import { positionsSql } from './positions.js';
import { quoted } from './quoting.js';
import { journalReferencesSql } from './reference-tables.js';
import type { RuntimeRole } from './runtime-role.js';

/** Everything of the journal, run once as the owner role. */
export function journalMigrationSql({ runtimeRole }: RuntimeRole): string {
  return [
    tables,
    aggregateRegistrySql,
    positionsSql,
    grants(quoted(runtimeRole)),
    journalReferencesSql({ runtimeRole }),
  ].join('\n');
}

const tables = `
create table journal (
  id bigint generated always as identity primary key,
  entry_id uuid not null,
  aggregate text not null,
  aggregate_id text not null,
  version int not null,
  name text not null,
  event_version int not null,
  payload text,
  salt bytea,
  commitment bytea not null,
  actor jsonb not null,
  cause text not null,
  correlation text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  route text,
  state_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  unique (aggregate, aggregate_id, version)
);
create index journal_correlation on journal (correlation, id);

create table journal_queue (journal_id bigint primary key);

create table journal_position (
  position bigint primary key,
  journal_id bigint not null unique,
  route text not null,
  previous_on_route bigint not null
);
create index journal_position_route on journal_position (route, position);

create table journal_epoch (
  epoch int primary key,
  stream_created text not null,
  base bigint not null,
  opened_at timestamptz not null default clock_timestamp()
);

create table reader_confirmation (
  reader text primary key,
  position bigint not null,
  confirmed_at timestamptz not null default clock_timestamp()
);

create table inbox (
  producer text not null,
  position bigint not null,
  event_id uuid not null,
  handled_at timestamptz not null default clock_timestamp(),
  primary key (producer, position)
);

create table inbox_cursor (producer text primary key, position bigint not null);

create table parked_message (
  id bigint generated always as identity primary key,
  producer text not null,
  position bigint,
  aggregate text not null,
  aggregate_id text not null,
  name text not null,
  message jsonb not null,
  reason text not null,
  waits boolean not null,
  attempts int not null default 1,
  parked_at timestamptz not null default clock_timestamp(),
  handled_at timestamptz
);
create index parked_message_lane on parked_message (producer, aggregate, aggregate_id, position)
  where handled_at is null;

create table deadline (
  aggregate text not null,
  aggregate_id text not null,
  kind text not null,
  generation int not null,
  due_at timestamptz not null,
  state text not null check (state in ('armed', 'fired', 'cancelled', 'refused')),
  claimed_until timestamptz,
  refusal text,
  primary key (aggregate, aggregate_id, kind)
) with (fillfactor = 80);
create index deadline_due on deadline (due_at) where state = 'armed';

create table command_receipt (
  caller text not null,
  key text not null,
  request_hash text not null,
  answer text not null,
  answered_at timestamptz not null default clock_timestamp(),
  primary key (caller, key)
);

create table simulated_clock (
  singleton boolean primary key default true check (singleton),
  now timestamptz not null
);
`;

const grants = (role: string): string => `
grant select, insert on journal, journal_position, journal_epoch, inbox, command_receipt to ${role};
grant select, insert, delete on journal_queue to ${role};
grant select, insert, update on
  reader_confirmation, inbox_cursor, parked_message, deadline, simulated_clock to ${role};
grant select on journal_aggregate, journal_message to ${role};
`;
