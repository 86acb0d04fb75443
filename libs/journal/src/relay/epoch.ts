import type { StreamStateReading } from '@onewindow/contracts';

/** Which stretch of positions lies in which stream: position − base = sequence. */
export interface Epoch {
  readonly epoch: number;
  readonly streamCreated: string;
  readonly base: number;
}

/** What the database knows when a relay looks where it stands. */
export interface JournalMark {
  /** The newest epoch. */
  readonly epoch: Epoch | undefined;
  readonly lastPosition: number;
  /** Everything up to here is applied by every reader that it was for. */
  readonly confirmed: number;
}

export type Standing =
  /** Everything up to `cursor` is in the stream. */
  | { readonly kind: 'goes-on'; readonly epoch: Epoch; readonly cursor: number }
  /** The stream is another one: a new epoch begins behind what all readers have. */
  | { readonly kind: 'begins'; readonly epoch: Epoch; readonly cursor: number }
  | { readonly kind: 'halted'; readonly reason: string };

/**
 * Finds out where publishing goes on. There is no mark on what is published: the stream's own last sequence is the cursor.
 * A stream that holds more than the journal means that an old backup of the database was restored; to go on would give
 * positions a second time, which readers would take for duplicates.
 */
export function standingOf(stream: StreamStateReading, journal: JournalMark): Standing {
  const { epoch, lastPosition, confirmed } = journal;
  if (epoch?.streamCreated === stream.created) {
    const cursor = epoch.base + stream.lastSequence;
    return cursor <= lastPosition
      ? { kind: 'goes-on', epoch, cursor }
      : halted(`the stream ends at position ${cursor}, the journal at ${lastPosition}`);
  }
  if (epoch === undefined && stream.lastSequence > 0) {
    return halted('the stream holds events of another journal');
  }
  const base = confirmed - stream.lastSequence;
  const next = (epoch?.epoch ?? 0) + 1;
  return {
    kind: 'begins',
    epoch: { epoch: next, streamCreated: stream.created, base },
    cursor: confirmed,
  };
}

const halted = (reason: string): Standing => ({ kind: 'halted', reason });
