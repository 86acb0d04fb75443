import type { Actor, Instant, PlainRefusal } from '@onewindow/kernel';
import type { ParticipantToken } from './topology.js';

/** An event on its way: the journal entry's header and the exact bytes of its payload. Everything but the payload travels as headers. */
export interface EventMessage {
  readonly eventId: string;
  readonly producer: ParticipantToken;
  readonly recipient: ParticipantToken;
  /** Gapless over everything the producer publishes, from 1. */
  readonly position: number;
  /** The position before this one on the same route (producer to recipient); 0 for the first. A reader notices a hole by it. */
  readonly previousOnRoute: number;
  readonly epoch: number;
  readonly name: string;
  readonly version: number;
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly occurredAt: Instant;
  readonly actor: Actor;
  /** Id of the command, event or deadline that led to it. */
  readonly cause: string;
  /** The application that everything about one case hangs together by. */
  readonly correlation: string;
  /** Chain hash of the journal entry, hex. */
  readonly hash: string;
  /** JSON text, exactly as it stands in the producer's journal. */
  readonly payload: string;
}

/** Bytes that the JSON of a request, an answer or an event may take; the broker allows some more, for headers. */
export const MAX_BODY_BYTES = 240 * 1024;

/** How every command and query is answered, also when it fails. */
export type Answer<Reply = unknown> =
  | { readonly ok: true; readonly value: Reply }
  | {
      readonly ok: false;
      readonly refusal: PlainRefusal;
      /** The same request may succeed later. */ readonly retryable: boolean;
    };
