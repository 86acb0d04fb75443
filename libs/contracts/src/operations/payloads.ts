import {
  Code,
  Flag,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Sha256,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../fields.js';

/** Asks one instance; where a service has several, the gateway takes the addressee from here. */
export class ParticipantRequest {
  @Optional() @Code() participant?: string;
}

export class NoRequest {}

export class Done {
  @Flag() done!: boolean;
}

/** Counts since the database was made; `backlog` is what is still on its way, 0 when all is quiet. */
export class JournalFigures {
  @Whole() journal!: number;
  @Whole() published!: number;
  @Whole() consumed!: number;
  @Whole() parked!: number;
  @Whole() armed!: number;
  @Whole() backlog!: number;
}

export class JournalTraceRequest extends ParticipantRequest {
  @Text({ max: 100 }) correlation!: string;
}

/** Who acted, in the shape of the kernel's `Actor`. */
export class ActorOfEntry {
  @OneOf(['person', 'service', 'law']) kind!: 'person' | 'service' | 'law';
  @Text({ max: 200 }) id!: string;
  @Optional() @Text({ max: 200 }) name?: string;
  @Optional() @Text({ max: 100 }) organisation?: string;
  @Optional() @Text({ max: 300 }) organisationName?: string;
  @Optional() @Texts({ max: 40 }) roles?: string[];
  @Optional() @Text({ max: 20 }) region?: string;
  @Optional() @Text({ max: 100 }) department?: string;
}

/** One step of a case as a journal keeps it; payloads stay in the journal. */
export class TraceEntry {
  /** The entry's place in this journal. */
  @Whole() sequence!: number;
  @Uuid() entryId!: string;
  @Text({ max: 100 }) aggregate!: string;
  @Text({ max: 200 }) aggregateId!: string;
  @Whole() aggregateVersion!: number;
  @Text({ max: 100 }) name!: string;
  @Nested(() => ActorOfEntry) actor!: ActorOfEntry;
  @Text({ max: 300 }) cause!: string;
  @InstantText() occurredAt!: string;
  @InstantText() recordedAt!: string;
  /** Participant that the fact was told to. */
  @Optional() @Code() route?: string;
  @Optional() @Whole() position?: number;
  @Sha256() hash!: string;
}

export class JournalTrace {
  @NestedList(() => TraceEntry, { atMost: 1000 }) entries!: TraceEntry[];
}

export class ParkedMessage {
  @Text({ max: 100 }) id!: string;
  @Code() producer!: string;
  @Whole() position!: number;
  @Text({ max: 200 }) name!: string;
  /** Empty where it was no readable event. */
  @Text({ min: 0, max: 300 }) aggregateId!: string;
  /** What stopped it, for an administrator. */
  @Text({ min: 0, max: 4000 }) reason!: string;
  @InstantText() parkedAt!: string;
}

export class ParkedMessages {
  @NestedList(() => ParkedMessage, { atMost: 1000 }) parked!: ParkedMessage[];
}

export class RetryParkedRequest extends ParticipantRequest {
  @Text({ max: 100 }) id!: string;
}

/** By how many milliseconds the host's clock is ahead of a peer's; negative where it is behind. */
export class PeerClock {
  @Code() participant!: string;
  @Whole({ min: Number.MIN_SAFE_INTEGER }) skewMs!: number;
}

export class ClockState {
  @OneOf(['host', 'simulated']) mode!: 'host' | 'simulated';
  @InstantText() now!: string;
  @Optional() @InstantText() nextDeadline?: string;
  /** `halted`: no legal effect is recorded until an administrator resumes it; warnings go on. */
  @Optional() @OneOf(['recorded', 'halted']) effects?: 'recorded' | 'halted';
  /** Why they are halted. */
  @Optional() @Code() haltReason?: string;
  /** The clocks differ by more than two seconds somewhere. */
  @Optional() @Flag() alarm?: boolean;
  /** By how many milliseconds the host's clock is ahead of the database's; negative where it is behind. */
  @Optional() @Whole({ min: Number.MIN_SAFE_INTEGER }) databaseSkewMs?: number;
  /** Peers whose clocks were heard within the last minute. */
  @Optional() @NestedList(() => PeerClock) peers?: PeerClock[];
}

export class SetClockRequest extends ParticipantRequest {
  @InstantText() to!: string;
}

/** The caller's own route, above `after`; `upTo` included. */
export class ReplayRequest {
  @Whole() after!: number;
  @Optional() @Whole() upTo?: number;
}

/** `EventMessage` as a reply. */
export class ReplayedMessage {
  @Uuid() eventId!: string;
  @Code() producer!: string;
  @Code() recipient!: string;
  @Whole({ min: 1 }) position!: number;
  @Whole() previousOnRoute!: number;
  @Whole() epoch!: number;
  @Text({ max: 200 }) name!: string;
  @Whole({ min: 1 }) version!: number;
  @Text({ max: 100 }) aggregate!: string;
  @Text({ max: 200 }) aggregateId!: string;
  @Whole() aggregateVersion!: number;
  @InstantText() occurredAt!: string;
  @Nested(() => ActorOfEntry) actor!: ActorOfEntry;
  @Text({ max: 300 }) cause!: string;
  @Text({ max: 100 }) correlation!: string;
  @Sha256() hash!: string;
  @Text({ min: 0, max: 1_000_000 }) payload!: string;
}

export class ReplayReply {
  @NestedList(() => ReplayedMessage, { atMost: 1000 }) messages!: ReplayedMessage[];
}

/** Everything up to `applied` is handled by the caller for good. */
export class ConfirmRequest {
  @Whole() applied!: number;
}

export class ConfirmReply {
  /** Last position on the caller's route; 0 while nothing was ever sent. */
  @Whole() last!: number;
  /** The clock of the answering host, so that the hosts can watch over one another's; never a simulated one. */
  @Optional() @InstantText() now?: string;
}

/** What the broker holds of the caller's own stream. */
export class StreamStateReply {
  /** When the stream was made, as the broker tells it: another text means another stream. */
  @Text({ max: 60 }) created!: string;
  @Whole() lastSequence!: number;
  /** Position that the last message claims, 0 where it claims none; absent while the stream is empty. */
  @Optional() @Whole() lastPosition?: number;
}
