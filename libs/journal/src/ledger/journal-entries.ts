import { randomUUID } from 'node:crypto';
import type { ParticipantToken, Topology } from '@onewindow/contracts';
import type { Instant } from '@onewindow/kernel';
import type { AggregateStore, DomainEvent } from '../aggregates/aggregate-store.js';
import { canonicalJson } from '../hashing/canonical-json.js';
import {
  commitmentOf,
  entryHash,
  GENESIS,
  headerActor,
  sha256,
  type EntryHeader,
} from '../hashing/entry-hash.js';
import { newSalt } from '../hashing/salt.js';
import { journalRefusals } from '../refusals.js';
import { isTooLargeToTell } from '../relay/event-size.js';
import type { Cause } from './cause.js';
import { recipientsOf } from './recipients.js';
import type { StoredState } from './state-cache.js';
import type { Touched } from './unit-of-work.js';

/** What makes entries: who they are told to, and why and when they happen. */
export interface EntryContext {
  readonly topology: Topology;
  readonly self: ParticipantToken;
  readonly cause: Cause;
  readonly now: Instant;
}

/** One journal entry, ready to be inserted; `payloadText` is stored as it stands. */
export interface Entry {
  readonly header: EntryHeader;
  readonly actorText: string;
  readonly payloadText: string;
  readonly salt: string;
  readonly hash: string;
}

export interface WrittenAggregate {
  readonly kind: string;
  readonly id: string;
  readonly expected: number;
  readonly entries: readonly Entry[];
  readonly correlation: string;
  /** The row as it will be. */
  readonly after: StoredState;
}

/** Chains the entries of everything that one unit decided about an aggregate; every entry takes its own version. */
export function writeAggregate(
  row: Touched,
  store: AggregateStore,
  context: EntryContext,
): WrittenAggregate {
  const entries: Entry[] = [];
  const expected = row.stored?.version ?? 0;
  let after = row.stored ?? { version: 0, head: GENESIS, text: '' };
  let correlation = '';
  for (const { state, events } of row.saved) {
    const text = canonicalJson(state);
    correlation = store.correlationOf(state);
    const about = { kind: row.kind, id: row.id, stateHash: sha256(text), correlation };
    for (const told of events.flatMap((event) => tellings(event, state, store, context))) {
      const entry = chained(told, about, after, context);
      entries.push(entry);
      after = { version: entry.header.version, head: entry.hash, text };
    }
  }
  return { kind: row.kind, id: row.id, expected, entries, correlation, after };
}

/** One event as it is told to one recipient, or kept private. */
interface Telling {
  readonly name: string;
  readonly version: number;
  readonly payload: object;
  readonly route: string | null;
}

function tellings(
  event: DomainEvent,
  state: object,
  store: AggregateStore,
  { topology, self }: EntryContext,
): Telling[] {
  const told = store.publicationsOf(event, state).flatMap((publication) =>
    recipientsOf(topology, self, publication).map((route) => ({
      name: publication.contract.name,
      version: publication.contract.version,
      payload: publication.payload,
      route,
    })),
  );
  return told.length > 0 ? told : [{ name: event.type, version: 1, payload: event, route: null }];
}

interface About {
  readonly kind: string;
  readonly id: string;
  readonly stateHash: string;
  readonly correlation: string;
}

function chained(told: Telling, about: About, before: StoredState, context: EntryContext): Entry {
  const { cause, now } = context;
  const actorText = canonicalJson(cause.actor);
  const payloadText = canonicalJson(told.payload);
  if (told.route !== null && isTooLargeToTell(payloadText)) {
    throw journalRefusals.refuse('event-too-large');
  }
  const salt = newSalt();
  const header: EntryHeader = {
    entryId: randomUUID(),
    aggregate: about.kind,
    aggregateId: about.id,
    version: before.version + 1,
    name: told.name,
    eventVersion: told.version,
    actor: headerActor(cause.actor),
    cause: cause.id,
    correlation: about.correlation,
    occurredAt: cause.occurredAt ?? now,
    route: told.route,
    commitment: commitmentOf(salt, actorText, payloadText),
    stateHash: about.stateHash,
    previousHash: before.head,
  };
  return { header, actorText, payloadText, salt, hash: entryHash(header) };
}
