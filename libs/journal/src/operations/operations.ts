import type { EventMessage, ParticipantToken } from '@onewindow/contracts';
import type { Actor, Instant } from '@onewindow/kernel';
import type { Pool } from 'pg';

/** Counts since the database was made; `backlog` is what is not yet confirmed by its reader. */
export interface JournalFigures {
  readonly journal: number;
  readonly published: number;
  readonly consumed: number;
  readonly parked: number;
  readonly armed: number;
  readonly backlog: number;
}

export interface TraceEntry {
  readonly entryId: string;
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly name: string;
  readonly actor: Actor;
  readonly cause: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly route?: ParticipantToken;
  readonly position?: number;
  readonly hash: string;
}

export interface ParkedMessage {
  readonly id: string;
  readonly producer: string;
  readonly position: number;
  readonly name: string;
  readonly aggregateId: string;
  readonly reason: string;
  readonly parkedAt: Instant;
}

export declare function journalFigures(pool: Pool): Promise<JournalFigures>;
export declare function journalTrace(pool: Pool, correlation: string): Promise<TraceEntry[]>;
export declare function listParked(pool: Pool): Promise<ParkedMessage[]>;

/** Answers `<service>.replay`: the next messages of the caller's own route, as many as fit into one reply. */
export declare function replayRoute(
  pool: Pool,
  request: {
    readonly self: ParticipantToken;
    readonly reader: ParticipantToken;
    readonly after: number;
    readonly upTo?: number;
  },
): Promise<EventMessage[]>;

/** Answers `<service>.confirm`: records what the reader has applied and tells the last position of its route. */
export declare function confirmRoute(
  pool: Pool,
  request: { readonly reader: ParticipantToken; readonly applied: number },
): Promise<{ last: number }>;

export declare function readSimulatedClock(pool: Pool): Promise<Instant | undefined>;
/** Never moves it back. */
export declare function moveSimulatedClock(pool: Pool, to: Instant): Promise<Instant>;
