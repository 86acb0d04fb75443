import type { ParticipantToken, StreamPublisher } from '@onewindow/contracts';
import type { Pool } from 'pg';

export interface RelayOptions {
  /** Its settings are used for a connection of the relay's own, which holds the lock. */
  readonly pool: Pool;
  readonly publisher: StreamPublisher;
  readonly self: ParticipantToken;
  readonly onError?: (error: unknown) => void;
}

export interface RelayState {
  /** `standby`: another process relays. `halted`: the journal is behind its own stream, an administrator has to look. */
  readonly phase: 'stopped' | 'standby' | 'publishing' | 'waiting' | 'halted';
  /** Everything up to this position is in the stream. */
  readonly published?: number;
}

/** Gives committed entries their positions and publishes them in order: one for each participant, fenced by the stream's sequence. */
export declare class Relay {
  constructor(options: RelayOptions);
  start(): void;
  wake(): void;
  state(): RelayState;
  /** Publishes what is committed, for at most `graceMs`, and ends. */
  stop(graceMs?: number): Promise<void>;
}
